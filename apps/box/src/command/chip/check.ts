import { readFileSync, statSync } from 'node:fs'
import { type Chip, NabijError } from '@nabij/base'
import { checkModel, withSizes } from '@nabij/chips'
import { onnxFacts } from '@nabij/vision'
import { knowledgeOf } from '../knowledge/saved.ts'
import { optionText, type Run, word } from '../verb.ts'
import { checkLines } from './check-lines.ts'

const mostBytes = 512 * 2 ** 20

/** `nabij chip check` */
export const check: Run = async (call) => {
  const { pack } = await knowledgeOf(call)
  const chips = chosen(pack.chips, optionText(call, 'chip'))
  const facts = onnxFacts(bytesOf(word(call, 0)))
  const sizes = call.options['size'] as number[] | undefined
  const answer = checkModel(sizes ? withSizes(facts, sizes) : facts, chips)
  if (call.json) call.terminal.print(JSON.stringify(answer))
  else for (const line of checkLines(answer, call)) call.terminal.print(line)
  return answer.checks.some((each) => each.answer === 'fits' || each.answer === 'partly') ? 0 : 1
}

/** @throws NabijError NABIJ_CHIP_UNKNOWN */
export function chosen(chips: readonly Chip[], id: string | undefined): readonly Chip[] {
  if (id === undefined) return chips
  const found = chips.filter((chip) => chip.id === id)
  if (found.length === 0)
    throw new NabijError('NABIJ_CHIP_UNKNOWN', { id, known: chips.map((chip) => chip.id).join(', ') })
  return found
}

function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size > mostBytes)
      throw new NabijError('NABIJ_MODEL_DAMAGED', { reason: `> ${mostBytes / 2 ** 20} MB` })
    return readFileSync(path)
  } catch (error) {
    if (error instanceof NabijError) throw error
    throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: (error as NodeJS.ErrnoException).code }, error)
  }
}
