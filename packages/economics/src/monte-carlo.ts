import { type Amount, oneWhole, type Parameter, parameters } from '@nabij/base'
import { cashFlow, lifetimeOf } from './cash-flow.ts'
import type { Factors, Model } from './model.ts'
import { seededRandom, triangular } from './random.ts'
import type { Ranges } from './ranges.ts'
import { npv, payBack } from './worth.ts'

export interface Draw {
  npv36: Amount
  npv60: Amount
  payBack: number | null
}

/** Everything that is uncertain at once, drawn `draws` times. The same seed gives the same draws, on every computer. */
export function monteCarlo(
  model: Model,
  ranges: Ranges,
  { seed, draws }: { seed: number; draws: number },
): { seed: number; draws: Draw[] } {
  const random = seededRandom(seed)
  return { seed, draws: Array.from({ length: draws }, () => drawOf(model, drawFactors(ranges, random))) }
}

function drawFactors(ranges: Ranges, random: () => number): Factors {
  const factors = parameters.map((name) => {
    const { low, high } = ranges[name]
    return [name, exact(triangular(random(), plain(low), 1, plain(high)))] as const
  })
  return Object.fromEntries(factors) as Record<Parameter, Amount>
}

function drawOf(model: Model, factors: Factors): Draw {
  const lifetime = lifetimeOf(model, factors)
  const flow = cashFlow(model, Math.max(60, lifetime), factors)
  const within = (horizon: number) => npv(flow, horizon, model.discount)
  return { npv36: within(36), npv60: within(60), payBack: payBack(flow, lifetime, model.discount) }
}

function plain(amount: Amount): number {
  return Number(amount) / Number(oneWhole)
}

function exact(factor: number): Amount {
  return BigInt(Math.round(factor * 1e12))
}
