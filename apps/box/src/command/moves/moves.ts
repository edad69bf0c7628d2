import { type Move, type MoveLine, type MoveState, NabijError } from '@nabij/base'
import { boxOf } from '../box-client.ts'
import { formatNumber, formatShare, formatTime } from '../format.ts'
import { table } from '../table.ts'
import { type Call, type ExitCode, type Run, word } from '../verb.ts'

/** `nabij moves list` */
export const list: Run = async (call) => {
  const answer = await boxOf(call).get<{ moves: Move[] }>('/moves')
  if (call.json) return printed(call, answer)
  const { say } = call
  if (answer.moves.length === 0) {
    const none = say(
      'Er is nog geen overstap begonnen. Begin er een op de pagina van een dienst in het register.',
      'No move was begun yet. Begin one on the page of a service in the register.',
    )
    call.terminal.print(none)
    return 0
  }
  const head = [
    say('dienst', 'service'),
    say('toestand', 'state'),
    say('nu per jaar', 'a year now'),
    say('straks', 'afterwards'),
    say('wie', 'who'),
    say('gereed', 'by'),
  ]
  const rows = answer.moves.map(({ serviceName, state, cost, owner, by }) => [
    serviceName,
    stateName(state, call),
    euros(cost.before, call),
    euros(cost.after, call),
    owner ?? '–',
    by ?? '–',
  ])
  for (const row of table(head, rows)) call.terminal.print(row)
  return 0
}

/** `nabij moves show` */
export const show: Run = async (call) => {
  const move = await findMove(call, word(call, 0))
  if (call.json) return printed(call, move)
  for (const text of linesOf(move, call)) call.terminal.print(text)
  return 0
}

/** `nabij moves line` */
export const line: Run = async (call) => {
  const answer = await boxOf(call).get<MoveLine>('/moves/line')
  if (call.json) return printed(call, answer)
  const { say } = call
  const rows = answer.points.map(({ day, outsideCost, crucialOutside, costPerYear }) => [
    day,
    euros(outsideCost, call),
    euros(costPerYear, call),
    String(crucialOutside),
  ])
  const head = [
    say('dag', 'day'),
    say('buiten Europa', 'outside Europe'),
    say('in totaal', 'in all'),
    say('cruciaal', 'crucial'),
  ]
  for (const row of table(head, rows)) call.terminal.print(row)
  const { outsideCost, crucialOutside, gone } = answer.won
  const text = say(
    `Gewonnen: ${euros(outsideCost, call)} per jaar en ${crucialOutside} cruciale diensten minder buiten Europa; ${gone} bewezen weg.`,
    `Won: ${euros(outsideCost, call)} a year and ${crucialOutside} crucial services fewer outside Europe; ${gone} proven gone.`,
  )
  call.terminal.print(text)
  return 0
}

/** By id, or by the name as it stands in the register. @throws NabijError NABIJ_MOVE_UNKNOWN */
async function findMove(call: Call, asked: string): Promise<Move> {
  const { moves } = await boxOf(call).get<{ moves: Move[] }>('/moves')
  const wanted = asked.toLowerCase()
  const found =
    moves.find(({ id }) => id === asked) ?? moves.find(({ serviceName }) => serviceName.toLowerCase() === wanted)
  if (!found) throw new NabijError('NABIJ_MOVE_UNKNOWN', { id: asked })
  return found
}

function linesOf(move: Move, call: Call): string[] {
  const { say } = call
  const { cost, route, proof, reopened } = move
  const from =
    cost.from === 'meter' ? say('volgens de meter', 'by the meter') : say('volgens het register', 'by the register')
  const facts = [
    `${move.serviceName}: ${stateName(move.state, call)}`,
    `${say('kost nu', 'costs now')} ${euros(cost.before, call)} ${say('per jaar', 'a year')}${cost.from ? ` (${from})` : ''}`,
    `${say('straks', 'afterwards')} ${euros(cost.after, call)} ${say('per jaar', 'a year')}, ${say('eenmalig', 'once')} ${euros(cost.once, call)}`,
  ]
  if (move.worse) facts.push(`${say('wordt minder', 'gets worse')}: ${move.worse}`)
  if (route) {
    const share = route.agreement === null ? '?' : formatShare(route.agreement, call, 1)
    const rule = route.ruleMet
      ? say('de regel is gehaald', 'the rule is met')
      : say('de regel is niet gehaald', 'the rule is not met')
    facts.push(
      say(
        `${route.n} foto’s vergeleken, ${share} gelijk; ${rule}`,
        `${route.n} pictures compared, ${share} the same; ${rule}`,
      ),
    )
  }
  if (reopened) facts.push(`${say('weer open', 'open again')}: ${reopened.because[call.language]}`)
  if (proof) facts.push(...proof.because.map((why) => `${say('bewijs', 'proof')}: ${why[call.language]}`))
  const steps = move.steps.flatMap(({ at, state, by, note, seen, evidence }) => {
    const who = seen ? say('uit bewijs', 'by evidence') : (by ?? '–')
    const text = `  ${formatTime(at, call)}  ${stateName(state, call)}  ${who}${note ? `  ${note}` : ''}`
    return [text, ...evidence.map((why) => `      ${why[call.language]}`)]
  })
  return [...facts, say('stappen:', 'steps:'), ...steps, `${say('hierna', 'next')}: ${move.next[call.language]}`]
}

function stateName(state: MoveState, { say }: Call): string {
  const names: Record<MoveState, string> = {
    considered: say('overwogen', 'considered'),
    planned: say('gepland', 'planned'),
    shadowing: say('op proef ernaast', 'on trial beside it'),
    switched: say('overgestapt', 'switched'),
    gone: say('weg', 'gone'),
  }
  return names[state]
}

function euros(cents: number | null, call: Call): string {
  return cents === null ? '?' : `€ ${formatNumber(cents / 100, call, 2)}`
}

function printed(call: Call, value: object): ExitCode {
  call.terminal.print(JSON.stringify(value))
  return 0
}
