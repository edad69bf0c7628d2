import type { Price } from '@nabij/base'
import { table } from '../table.ts'
import type { Call } from '../verb.ts'

/** Prices as a table, with the day and how sure each is. */
export function priceLines(prices: readonly Price[], call: Call): string[] {
  const { say } = call
  const sure: Record<Price['status'], string> = {
    confirmed: say('bevestigd', 'confirmed'),
    reported: say('van horen zeggen', 'by hearsay'),
    unconfirmed: say('niet bevestigd', 'unconfirmed'),
    unknown: say('onbekend', 'unknown'),
  }
  const now = Date.now()
  const rows = prices.map(({ id, region, tiers, currency, per, unit, checkedOn, status }) => [
    id,
    region ?? '–',
    tiers === null ? '?' : `${tiers[0]?.price}${tiers.length > 1 ? ` … ${tiers.at(-1)?.price}` : ''} ${currency}`,
    per === 1 ? unit : `${per} ${unit}`,
    checkedOn,
    `${Math.max(0, Math.floor((now - Date.parse(checkedOn)) / 86_400_000))} d`,
    sure[status],
  ])
  return table(
    [
      'id',
      say('regio', 'region'),
      say('prijs', 'price'),
      say('per', 'per'),
      say('gelezen', 'read'),
      say('oud', 'age'),
      say('zeker', 'sure'),
    ],
    rows,
  )
}
