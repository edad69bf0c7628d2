import { type Amount, type Parameter, parameters } from '@nabij/base'
import { cashFlow } from './cash-flow.ts'
import { asExpected, type Model } from './model.ts'
import type { Ranges } from './ranges.ts'
import { npv } from './worth.ts'

export interface Swing {
  parameter: Parameter
  low: { factor: Amount; npv: Amount }
  high: { factor: Amount; npv: Amount }
}

/** The net present value over `horizon` months when one thing at a time turns out otherwise; what matters most first. */
export function sensitivity(model: Model, ranges: Ranges, horizon: number): Swing[] {
  const at = (parameter: Parameter, factor: Amount) => ({
    factor,
    npv: npv(cashFlow(model, horizon, { ...asExpected, [parameter]: factor }), horizon, model.discount),
  })
  const swings = parameters.map((parameter) => {
    const { low, high } = ranges[parameter]
    return { parameter, low: at(parameter, low), high: at(parameter, high) }
  })
  return swings.toSorted((a, b) => Number(width(b) - width(a)))
}

function width({ low, high }: Swing): Amount {
  const between = high.npv - low.npv
  return between < 0n ? -between : between
}
