import { statSync } from 'node:fs'
import { NabijError, type Service } from '@nabij/base'
import { parsed } from '../../workspace/register/json.ts'
import { type Call, optionText, type Run, words } from '../verb.ts'
import { type AtHand, withRegister } from './at-hand.ts'
import { faultLines, mappingOf } from './mapping.ts'

/** `nabij register add`: files are evidence, everything else is the name of a service. */
export const add: Run = (call) =>
  withRegister(call, async (register) => {
    const added: unknown[] = []
    for (const what of words(call, 0)) {
      if (statSync(what, { throwIfNoEntry: false })?.isFile()) added.push(await addFile(register, what, call))
      else if (/[/\\]/.test(what)) throw new NabijError('NABIJ_COMMAND_FILE', { path: what, reason: 'ENOENT' })
      else added.push(await addService(register, what, call))
    }
    if (call.json) call.terminal.print(JSON.stringify({ added }))
    return 0 as const
  })

async function addFile(register: AtHand, path: string, call: Call): Promise<unknown> {
  const { evidence, questions, tables } = await register.add(path, mappingOf(call))
  for (const line of faultLines(tables, call)) call.terminal.tell(line)
  if (!call.json)
    for (const one of evidence)
      call.terminal.print(
        call.say(
          `${one.path}: ${one.records} regels gelezen (${one.reader}), ${one.findings} vondsten.`,
          `${one.path}: ${one.records} records read (${one.reader}), ${one.findings} findings.`,
        ),
      )
  if (!call.json && questions.length > 0)
    call.terminal.tell(call.say(`${questions.length} vragen staan open.`, `${questions.length} questions are open.`))
  return evidence
}

async function addService(register: AtHand, what: string, call: Call): Promise<unknown> {
  const known = parsed<{ product: { id: string; name: string } | null }>(await register.check(what))
  const isThat = known.product && same(known.product.name, what)
  const ticked = await register.tick(isThat && known.product ? { productId: known.product.id } : { name: what })
  const service = parsed<Service>(ticked)
  const said = notesOf(call)
  const text = Object.keys(said).length > 0 ? await register.say(service.id, said) : ticked
  const now = parsed<Service>(text)
  if (!call.json) {
    const parent = now.vendor?.ultimateParent
    const whose = parent?.status === 'confirmed' ? `${parent.name} (${parent.country ?? '?'})` : '?'
    call.terminal.print(`${now.name}: ${call.say('van', 'by')} ${whose}`)
  }
  return now
}

function notesOf(call: Call): Parameters<AtHand['say']>[1] {
  const cost = call.options['cost']
  const process = optionText(call, 'process')
  return {
    ...(call.options['crucial'] === true ? { crucial: true } : {}),
    ...(typeof cost === 'number' ? { costPerMonth: cost } : {}),
    ...(process ? { process } : {}),
  }
}

function same(name: string, typed: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  return plain(name) === plain(typed)
}
