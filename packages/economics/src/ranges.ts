import type { Amount, MoneyInput, Parameter } from '@nabij/base'
import { divided, multiplied, oneWhole, parameters } from '@nabij/base'
import { unitsOf } from './cash-flow.ts'
import type { Model } from './model.ts'
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

/** The same, with no more images than the plans are sold for: what nobody has a price for cannot be drawn. */
export function withinPlans(ranges: Ranges, model: Model): Ranges {
  const years = Math.ceil(Number(divided(BigInt(Math.max(60, model.lifetime)) * ranges.lifetime.high, oneWhole)) / 12)
  let images = model.images
  for (let n = 0; n < years; n++) images = multiplied(images, oneWhole + model.growth)
  let { low, high } = ranges.volume
  for (const meter of [...model.cloud, ...model.lines]) {
    const most = meter.price.tiers?.at(-1)?.upTo ?? null
    const units = unitsOf(meter, images)
    if (most === null || meter.perImage === null || units === 0n) continue
    const factor = (BigInt(most) * oneWhole * oneWhole) / units
    if (factor < high) high = factor > oneWhole ? factor : oneWhole
    if (low > high) low = high
  }
  return { ...ranges, volume: { low, high } }
}
