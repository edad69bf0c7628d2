import {
  type Amount,
  amountText,
  type MoneyInput,
  type MoneyResult,
  minorUnits,
  type Parameter,
  type Price,
} from '@nabij/base'
import { type Case, workOut } from './case.ts'
import { figuresOf } from './figures.ts'
import { bookOf } from './model-of.ts'
import { type Draw, monteCarlo } from './monte-carlo.ts'
import { type Ranges, rangesOf, withinPlans } from './ranges.ts'
import { remarksOf } from './remarks.ts'
import type { Said } from './say.ts'
import { sensitivity } from './sensitivity.ts'
import { verdictOf } from './verdict.ts'
import { waterfall } from './waterfall.ts'
import { cumulative } from './worth.ts'

const parameterLabels: Record<Parameter, Said> = {
  volume: { nl: 'Aantal beelden', en: 'Number of images' },
  price: { nl: 'Prijs van de cloud', en: 'Price of the cloud' },
  rate: { nl: 'Wisselkoers', en: 'Exchange rate' },
  kwh: { nl: 'Prijs van stroom', en: 'Price of power' },
  labour: { nl: 'Onderhoud', en: 'Upkeep' },
  lifetime: { nl: 'Levensduur', en: 'Life of the hardware' },
}

/**
 * What a cloud service costs against doing it here. Each number of the answer names what it is made of.
 * @param prices the price book
 * @throws NabijError NABIJ_PRICE_…, NABIJ_CURRENCY_MIX, NABIJ_NO_QUANTITY
 */
export function moneyCase(input: MoneyInput, prices: readonly Price[]): MoneyResult {
  const worked = workOut(input, bookOf(input, prices))
  const { currency } = input
  const complete = input.here.labour !== null
  const ranges = withinPlans(rangesOf(input), worked.model)
  return {
    input,
    currency,
    complete,
    missing: complete ? [] : ['labour'],
    verdict: verdictOf(worked),
    remarks: remarksOf(worked),
    facts: worked.facts,
    figures: figuresOf(worked),
    months: monthsOf(worked),
    waterfall: waterfall(worked),
    tornado: sensitivity(worked.model, ranges, 60).map(({ parameter, low, high }) => ({
      parameter,
      label: parameterLabels[parameter],
      low: { factor: amountText(low.factor), npvMinor: minorUnits(low.npv, currency) },
      high: { factor: amountText(high.factor), npvMinor: minorUnits(high.npv, currency) },
    })),
    monteCarlo: drawn(worked, ranges),
  }
}

function monthsOf({ flow: { once, months }, model, input: { currency } }: Case): MoneyResult['months'] {
  // What would be bought at the end of the last month shown is for what comes after.
  const flow = { once, months: months.map((row) => (row.month === months.length ? { ...row, bought: 0n } : row)) }
  const minor = (amount: Amount) => minorUnits(amount, currency)
  const [plain, discounted] = [cumulative(flow, null), cumulative(flow, model.discount)]
  const sums = (month: number) => ({
    cumulative: minor(plain[month] ?? 0n),
    discounted: minor(discounted[month] ?? 0n),
  })
  return [
    { month: 0, cloud: 0, here: minor(flow.once), ...sums(0) },
    ...flow.months.map(({ month, cloud, here, bought, brought }) => ({
      month,
      cloud: minor(cloud),
      here: minor(here + bought - brought),
      ...sums(month),
    })),
  ]
}

function drawn({ model, input }: Case, ranges: Ranges): MoneyResult['monteCarlo'] {
  const { seed, draws } = monteCarlo(model, ranges, input)
  const sorted = (which: (draw: Draw) => Amount) =>
    draws.map((draw) => minorUnits(which(draw), input.currency)).sort((a, b) => a - b)
  const [npv36, npv60] = [sorted((draw) => draw.npv36), sorted((draw) => draw.npv60)]
  return {
    seed,
    draws: draws.length,
    paysBack: draws.filter(({ payBack }) => payBack !== null).length / draws.length,
    npv36: percentiles(npv36),
    npv60: percentiles(npv60),
    histogram: histogram(npv60),
  }
}

function percentiles(sorted: readonly number[]) {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) }
}

const bins = 24

function histogram(sorted: readonly number[]): MoneyResult['monteCarlo']['histogram'] {
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  const width = Math.max(1, Math.ceil((high - low + 1) / bins))
  const counts = Array.from({ length: Math.ceil((high - low + 1) / width) }, () => 0)
  for (const value of sorted) {
    const bin = Math.floor((value - low) / width)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, bin) => ({ from: low + bin * width, to: low + (bin + 1) * width, count }))
}
