import { type Correction, NabijError } from '@nabij/base'
import { boxOf } from '../box-client.ts'
import { type Call, type ExitCode, optionText, type Run, word } from '../verb.ts'
import { findStation } from './find-station.ts'

/** `nabij station feedback` */
export const feedback: Run = async (call) => {
  const kind = optionText(call, 'kind') ?? null
  const body = { label: labelOf(word(call, 1), call), kind }
  const path = `/verdicts/${encodeURIComponent(word(call, 0))}/feedback`
  return told(call, await boxOf(call).send<Correction>('POST', path, body))
}

/** `nabij station undo`: the newest word that still counts, or that still asks. */
export const undo: Run = async (call) => {
  const client = boxOf(call)
  const { id, name } = await findStation(client, call, word(call, 0))
  const { corrections } = await client.get<{ corrections: Correction[] }>(`/stations/${id}/corrections`)
  const newest = corrections.find(({ state }) => state === 'applied' || state === 'asks')
  if (!newest) {
    const reason = call.say(`“${name}” leerde niets dat terug kan`, `“${name}” learned nothing that can be taken back`)
    throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: 'nabij station feedback --help' })
  }
  return told(call, await client.send<Correction>('POST', `/corrections/${newest.id}/undo`))
}

/** Both languages are understood, whichever one is spoken. */
function labelOf(typed: string, { say }: Call): 'good' | 'bad' {
  if (['good', 'goed'].includes(typed)) return 'good'
  if (['bad', 'fout'].includes(typed)) return 'bad'
  throw new NabijError('NABIJ_COMMAND_USE', {
    reason: say(`“${typed}” is geen oordeel`, `“${typed}” is no judgement`),
    hint: say('Schrijf goed of fout.', 'Write good or bad.'),
  })
}

function told(call: Call, correction: Correction): ExitCode {
  const { terminal, say } = call
  if (call.json) {
    terminal.print(JSON.stringify(correction))
    return correction.state === 'asks' ? 1 : 0
  }
  const { state, checked, flips } = correction
  const line = {
    applied: say(
      `Geleerd, en nagekeken aan ${checked} foto’s die iemand beoordeelde.`,
      `Learned, and checked against ${checked} pictures that somebody marked.`,
    ),
    asks: say(
      'Nog niet geleerd: dit zou andere beoordeelde foto’s fout maken. Kijk ze na op de pagina en zeg daar ja of nee.',
      'Not learned yet: this would turn other marked pictures wrong. Look at them on the page, and say yes or no there.',
    ),
    undone: say('Teruggenomen.', 'Taken back.'),
    refused: say('Niet geleerd: iemand zei nee.', 'Not learned: somebody said no.'),
  }[state]
  terminal.print(line)
  for (const { name, before, after } of flips) terminal.print(`  ${name}: ${before} → ${after}`)
  return state === 'asks' ? 1 : 0
}
