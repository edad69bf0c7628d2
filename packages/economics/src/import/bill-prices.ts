import { amountText, divided, fromMinorUnits, Price } from '@nabij/base'
import { counting, type Imported, slug } from './imported.ts'

/** What one service in one region cost in one month, as the reader of FOCUS bills adds it up. */
export interface Billed {
  service: string
  provider: string | null
  region: string | null
  /** A day in the month of the bill. */
  day: string
  amountMinor: number
  currency: string
}

/** A company's own bill as prices: what each service cost on average in a month, which is what falls away without it. */
export function billPrices(billed: readonly Billed[], name: string): Imported {
  const { ignored, ignore } = counting()
  const groups = new Map<string, Billed[]>()
  for (const cost of billed) {
    const key = [cost.service, cost.provider, cost.region, cost.currency].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), cost])
  }
  const prices: Price[] = []
  for (const costs of groups.values()) {
    const [first] = costs
    const months = [...new Set(costs.map(({ day }) => day.slice(0, 7)))].sort()
    const total = costs.reduce((sum, { amountMinor, currency }) => sum + fromMinorUnits(amountMinor, currency), 0n)
    if (!first || total <= 0n) ignore('service that cost nothing')
    else prices.push(priceOf(first, months, divided(total, BigInt(months.length))))
  }
  return { kind: 'bill', prices, ignored }

  function priceOf({ service, provider, region, currency, day }: Billed, months: string[], average: bigint): Price {
    const span = months.length === 1 ? months[0] : `${months[0]} – ${months.at(-1)}, ${months.length} months`
    return Price.parse({
      id: slug('bill', service, region, currency),
      provider: (provider ?? service).slice(0, 80),
      product: null,
      kind: 'cloud-ai',
      name: {
        nl: `${service}, volgens de rekening`.slice(0, 160),
        en: `${service}, as billed`.slice(0, 160),
      },
      meter: 'Month, on average',
      region: region?.slice(0, 60) ?? null,
      currency,
      unit: 'month',
      per: 1,
      tiers: [{ upTo: null, price: amountText(average) }],
      freeTier: null,
      validFrom: null,
      ends: null,
      source: { address: `own bill ${name}`.slice(0, 500), quote: span },
      checkedOn: day,
      status: 'confirmed',
    })
  }
}
