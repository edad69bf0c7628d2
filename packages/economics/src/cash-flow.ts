import { type Amount, divided, multiplied, oneWhole } from '@nabij/base'
import { meterAmount } from './meter-cost.ts'
import { asExpected, type Factors, type Metered, type Model, type Once } from './model.ts'

/** What one month costs on both sides, by what it is for. */
export interface MonthCosts {
  cloud: Amount
  lines: Amount
  power: Amount
  labour: Amount
  software: Amount
}

export interface FlowMonth extends MonthCosts {
  /** From 1; paid at its end. */
  month: number
  /** All that doing it here costs this month, without what is bought. */
  here: Amount
  /** Hardware bought again, for the months that follow, and what the worn-out one brings. */
  bought: Amount
  brought: Amount
}

export interface CashFlow {
  /** Paid at the beginning. */
  once: Amount
  months: FlowMonth[]
}

/** Only what really changes hands when the cloud's bill stops: what is paid either way is left out. */
export function cashFlow(model: Model, months: number, factors: Factors = asExpected): CashFlow {
  const lifetime = lifetimeOf(model, factors)
  const again = onceOf(model, factors, ['hardware', 'spare'])
  const years: MonthCosts[] = []
  const rows = Array.from({ length: months }, (_, n): FlowMonth => {
    const year = Math.floor(n / 12)
    const costs = (years[year] ??= monthCosts(model, year, factors))
    const month = n + 1
    const worn = month % lifetime === 0
    const here = costs.lines + costs.power + costs.labour + costs.software
    return { ...costs, month, here, bought: worn ? again : 0n, brought: worn ? model.residual : 0n }
  })
  return { once: onceOf(model, factors), months: rows }
}

/** Months that the hardware lasts. */
export function lifetimeOf({ lifetime }: Model, factors: Factors): number {
  return Math.max(1, Number(divided(BigInt(lifetime) * factors.lifetime, oneWhole)))
}

/** One month of a year (from 0). The volume of a year is that of the year before, grown. */
export function monthCosts(model: Model, year: number, factors: Factors): MonthCosts {
  let images = multiplied(model.images, factors.volume)
  for (let n = 0; n < year; n++) images = multiplied(images, oneWhole + model.growth)
  const sum = (meters: readonly Metered[], factor: Amount) =>
    meters.reduce((total, meter) => total + costOf(meter, images, factors, factor), 0n)
  return {
    cloud: sum(model.cloud, factors.price),
    lines: sum(model.lines, oneWhole),
    power: model.power ? costOf(model.power, images, factors, factors.kwh) : 0n,
    labour: multiplied(model.labour, factors.labour),
    software: model.software,
  }
}

/** Units that a meter counts in a month of so many images. */
export function unitsOf({ perImage, perMonth, billed }: Metered, images: Amount): Amount {
  return multiplied(perImage === null ? perMonth : multiplied(images, perImage), billed)
}

function costOf(meter: Metered, images: Amount, factors: Factors, factor: Amount): Amount {
  const amount = meterAmount(meter.price, unitsOf(meter, images))
  const here = multiplied(multiplied(amount, meter.worth), factor)
  return meter.foreign ? multiplied(here, factors.rate) : here
}

/** What is paid once, of these kinds or of all. */
export function onceOf({ once }: Model, factors: Factors = asExpected, kinds?: readonly Once['id'][]): Amount {
  return once
    .filter(({ id }) => kinds === undefined || kinds.includes(id))
    .reduce((sum, { amount, foreign }) => sum + amount + multiplied(foreign, factors.rate), 0n)
}
