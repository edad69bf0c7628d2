import type { Amount, MoneyInput, Parameter } from '@nabij/base'
import { parameters } from '@nabij/base'
import { quantity } from './quantity.ts'

/** How far each thing may turn out otherwise, as factors: our own judgement, to be replaced by a better one. */
export const usualRanges: Readonly<Record<Parameter, { low: string; high: string }>> = {
  volume: { low: '0.7', high: '1.3' },
  price: { low: '0.8', high: '1.2' },
  rate: { low: '0.9', high: '1.1' },
  kwh: { low: '0.7', high: '1.3' },
  labour: { low: '0.5', high: '2' },
  lifetime: { low: '0.6', high: '1.4' },
}

export type Ranges = Readonly<Record<Parameter, { low: Amount; high: Amount }>>

export function rangesOf({ ranges }: Pick<MoneyInput, 'ranges'>): Ranges {
  const entries = parameters.map((name) => {
    const given = ranges[name] ?? usualRanges[name]
    const [a, b] = [quantity(given.low, `ranges.${name}.low`), quantity(given.high, `ranges.${name}.high`)]
    return [name, a < b ? { low: a, high: b } : { low: b, high: a }]
  })
  return Object.fromEntries(entries) as Ranges
}
