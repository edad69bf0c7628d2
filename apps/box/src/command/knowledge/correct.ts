import { FactField, NabijError } from '@nabij/base'
import { type Call, optionText, type Run, word } from '../verb.ts'
import { withKnowledge } from './at-hand.ts'
import { factLines } from './fact-lines.ts'

/** `nabij knowledge correct`: a fact as you state it, or back to what the knowledge says. */
export const correct: Run = async (call) => {
  const id = word(call, 0)
  const field = fieldOf(call)
  const vendor = await withKnowledge(call, (knowledge) =>
    call.options['undo'] === true ? knowledge.uncorrect(id, field) : knowledge.correct(id, saidOf(call, field)),
  )
  if (call.json) call.terminal.print(JSON.stringify(vendor))
  else for (const line of factLines(vendor, vendor.own, call)) call.terminal.print(line)
  return 0
}

function fieldOf(call: Call): FactField {
  const field = FactField.safeParse(optionText(call, 'field'))
  if (field.success) return field.data
  const hint = `--field ${FactField.options.join(' | ')}`
  throw new NabijError('NABIJ_COMMAND_USE', { reason: `--field ${optionText(call, 'field') ?? '?'}`, hint })
}

function saidOf(call: Call, field: FactField): { field: FactField; value: string; source: string; day?: string } {
  const value = optionText(call, 'value')
  const source = optionText(call, 'source')
  const day = optionText(call, 'date')
  if (!value || !source) {
    const reason = call.say(
      'Een correctie heeft een waarde en een bron nodig',
      'A correction needs a value and a source',
    )
    throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: '--value … --source …' })
  }
  return { field, value, source, ...(day ? { day } : {}) }
}
