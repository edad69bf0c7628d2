import { writeFileSync } from 'node:fs'
import { NabijError } from '@nabij/base'
import type { PaperKind } from '../../workspace/register/papers.ts'
import { newFile } from '../new-file.ts'
import { type Call, type Run, word } from '../verb.ts'
import { withRegister } from './at-hand.ts'

/** `nabij register report` */
export const report: Run = (call) => takeAlong(call, ['pdf', 'html'])

/** `nabij register export` */
export const exportRegister: Run = (call) => takeAlong(call, ['csv', 'cyclonedx', 'ics'])

async function takeAlong(call: Call, kinds: readonly PaperKind[]): Promise<0> {
  const kind = kinds.find((one) => call.options[one] !== undefined)
  if (!kind)
    throw new NabijError('NABIJ_COMMAND_USE', {
      reason: call.say('Zeg in welke vorm', 'Say in which form'),
      hint: kinds.map((one) => `--${one}`).join(' | '),
    })
  const given = call.options[kind]
  // A PDF on the screen is of no use to anybody.
  const typed = typeof given === 'string' ? given : kind === 'pdf' ? 'register.pdf' : null
  const path = typed === null ? null : newFile(typed)
  const { bytes } = await withRegister(call, (register) => register.paper(kind, call.language))
  if (path === null) call.terminal.print(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).trimEnd())
  else {
    writeFileSync(path, bytes)
    if (call.json) call.terminal.print(JSON.stringify({ file: path, bytes: bytes.length }))
    else call.terminal.print(path)
  }
  return 0
}

/** `nabij register letter` */
export const letter: Run = async (call) => {
  const written = await withRegister(call, (register) => register.addLetter(word(call, 0), call.language))
  if (call.json) call.terminal.print(JSON.stringify(written))
  else call.terminal.print(`${written.subject}\n\n${written.body}`)
  return 0
}
