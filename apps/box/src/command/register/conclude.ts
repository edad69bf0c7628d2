import { NabijError, type PurchaseCheck, Scenario, type ScenarioResult } from '@nabij/base'
import { purchaseCheck } from '@nabij/register'
import { parsed } from '../../workspace/register/json.ts'
import { formatNumber, formatShare, formatTime } from '../format.ts'
import { knowledgeOf } from '../knowledge/saved.ts'
import { table } from '../table.ts'
import { type Call, optionText, type Run, word } from '../verb.ts'
import { withRegister } from './at-hand.ts'

/** `nabij register diff`: what changed, newest first. */
export const diff: Run = async (call) => {
  const limit = typeof call.options['limit'] === 'number' ? call.options['limit'] : 100
  const changes = await withRegister(call, (register) => register.changes(limit))
  if (call.json) call.terminal.print(JSON.stringify({ changes }))
  else if (changes.length === 0) call.terminal.print(call.say('Er is niets veranderd.', 'Nothing has changed.'))
  else
    for (const { at, kind, name, share, because } of changes) {
      const how = share === null ? '' : ` ${share > 0 ? '+' : ''}${formatShare(share, call)}`
      call.terminal.print(`${formatTime(at, call)}  ${kind}${how}  ${name}${because ? `  (${because})` : ''}`)
    }
  return 0
}

/** `nabij register scenario` */
export const scenario: Run = async (call) => {
  const asked = Scenario.safeParse(scenarioOf(call))
  if (!asked.success) {
    const [issue] = asked.error.issues
    const reason = `${word(call, 0)}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`
    throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: 'nabij register scenario --help' })
  }
  const result = parsed<ScenarioResult>(await withRegister(call, (register) => register.scenario(asked.data)))
  if (call.json) call.terminal.print(JSON.stringify(result))
  else for (const line of resultLines(result, call)) call.terminal.print(line)
  return 0
}

function scenarioOf(call: Call): object {
  const kind = word(call, 0)
  const { share, days } = call.options
  const country = optionText(call, 'country')?.toUpperCase()
  const vendorId = optionText(call, 'vendor')
  const serviceId = optionText(call, 'service')
  const wanted: Record<string, Record<string, unknown>> = {
    'price-rise': { share, vendorId: vendorId ?? null },
    levy: { share, country: country ?? 'US' },
    'exchange-rate': { share },
    'transfer-basis-falls': { country: country ?? 'US' },
    'vendor-stops': { vendorId, days: days ?? 30 },
    'service-retired': { serviceId, days: days ?? 30 },
    'take-over': { vendorId, country: country ?? 'US' },
  }
  return { kind, ...wanted[kind] }
}

function resultLines({ costPerYear, hit, crucialHit, processes, costUnknown, rows }: ScenarioResult, call: Call) {
  const euros = (cents: number | null) => (cents === null ? '?' : formatNumber(cents / 100, call, 2))
  return [
    call.say(
      `€ ${euros(costPerYear)} per jaar meer; ${hit} diensten geraakt, ${crucialHit} cruciaal; van ${costUnknown} is de prijs onbekend.`,
      `€ ${euros(costPerYear)} a year more; ${hit} services hit, ${crucialHit} crucial; of ${costUnknown} the cost is unknown.`,
    ),
    ...(processes.length > 0 ? [processes.join(', ')] : []),
    ...table(
      [call.say('dienst', 'service'), call.say('nu', 'now'), call.say('erbij', 'extra')],
      rows.map(({ name, costPerYear: now, extraPerYear }) => [name, euros(now), euros(extraPerYear)]),
    ),
  ]
}

/** `nabij register check`: needs neither data nor a running box. */
export const check: Run = async (call) => {
  const asked = word(call, 0)
  const { index } = await knowledgeOf(call)
  const found: PurchaseCheck = purchaseCheck(asked, index)
  const known = found.product ? index.alternativesFor(found.product.id, found.product.kind) : []
  const ids = new Set(found.alternatives)
  const alternatives = known.filter(({ id }) => ids.has(id))
  if (call.json) call.terminal.print(JSON.stringify({ ...found, described: alternatives }))
  else for (const line of checkLines(found, call, alternatives)) call.terminal.print(line)
  return found.vendor ? 0 : 1
}

function checkLines(
  { asked, product, vendor, origin, parent, questions }: PurchaseCheck,
  call: Call,
  alternatives: readonly { name: string; country: string | null }[],
): string[] {
  const origins = {
    europe: call.say('Europa', 'Europe'),
    outside: call.say('buiten Europa', 'outside Europe'),
    unknown: call.say('herkomst onbekend', 'origin unknown'),
  }
  const owner = parent ? `${parent.name} (${parent.country ?? '?'})` : call.say('eigenaar onbekend', 'owner unknown')
  const name = product?.name ?? vendor?.name ?? asked
  const others = alternatives.map((one) => `${one.name}${one.country ? ` (${one.country})` : ''}`)
  return [
    `${name}: ${origins[origin]}, ${owner}`,
    ...(others.length > 0 ? [`${call.say('Ook', 'Also')}: ${others.join(', ')}`] : []),
    '',
    ...questions.flatMap(({ text, known }, n) => [
      `${n + 1}. ${text[call.language]}`,
      ...(known ? [`   ${known[call.language]}`] : []),
    ]),
  ]
}
