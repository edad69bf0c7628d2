import { type Amount, amountText, fromMinorUnits, type MeterMonth, oneWhole, type Price } from '@nabij/base'
import { meterCost } from '@nabij/economics'

/** What was counted in one hour of the clock. */
export interface HourCount {
  /** Epoch milliseconds at which the hour begins. */
  at: number
  /** Answered by the cloud, not answered by it, and answered by the box. */
  cloud: number
  failed: number
  box: number
}

/** What a bill says of one month. */
export interface BilledMonth {
  /** YYYY-MM */
  month: string
  amountMinor: number
  currency: string
}

type Remark = MeterMonth['remarks'][number]

/** Units that are one for each call. What counts otherwise (pages, tokens) is not in the log. */
const byCall = new Set<Price['unit']>(['image', 'request', 'transaction'])

/**
 * What the box's own log says of each month, what it costs by the price book, and what was billed for it. Months are those of
 * UTC, as the clouds bill them. A call that failed is not counted: no cloud of the price book says that it bills those.
 */
export function meterMonths(
  hours: readonly HourCount[],
  price: Price | null,
  billed: readonly BilledMonth[],
): MeterMonth[] {
  const months = new Map<string, HourCount[]>()
  for (const hour of hours) {
    const month = new Date(hour.at).toISOString().slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), hour])
  }
  for (const { month } of billed) if (!months.has(month)) months.set(month, [])
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, counts]) =>
      monthOf(
        month,
        counts,
        price,
        billed.filter((one) => one.month === month),
      ),
    )
}

function monthOf(
  month: string,
  counts: readonly HourCount[],
  price: Price | null,
  billed: readonly BilledMonth[],
): MeterMonth {
  const sum = (of: (hour: HourCount) => number) => counts.reduce((total, hour) => total + of(hour), 0)
  const cloud = sum((hour) => hour.cloud)
  const box = sum((hour) => hour.box)
  const hours = new Set(counts.filter((hour) => hour.cloud > 0).map(({ at }) => at)).size
  const remarks: Remark[] = []
  const units = unitsOf(price, cloud, hours, remarks)
  const amount = units === null || price === null ? null : costOf(price, units, remarks)
  const all = price && byCall.has(price.unit) && amount !== null ? costOf(price, cloud + box, []) : null
  const currency = price?.currency ?? null
  const total = totalOf(billed, currency, remarks)
  const difference = amount !== null && total !== null ? total - amount : null
  return {
    month,
    cloud,
    failed: sum((hour) => hour.failed),
    box,
    hours,
    units,
    cost: exact(amount, currency),
    avoided: exact(all !== null && amount !== null ? all - amount : null, currency),
    billed: total !== null ? exact(total, currency) : billedAsIs(billed),
    difference: difference === null ? null : amountText(difference),
    share:
      difference === null || amount === null || amount === 0n ? null : Number((difference * 10_000n) / amount) / 10_000,
    remarks,
  }
}

function unitsOf(price: Price | null, cloud: number, hours: number, remarks: Remark[]): number | null {
  if (price === null) {
    remarks.push({
      nl: 'kies wat de cloud ervoor vraagt, uit het prijsboek',
      en: 'choose what the cloud asks for it, from the price book',
    })
    return null
  }
  if (byCall.has(price.unit)) return cloud
  if (price.unit === 'hour') {
    remarks.push({
      nl: 'per uur dat het model aanstaat: hier staan alleen de uren waarin er iets is gevraagd, de rekening kan dus hoger zijn',
      en: 'by the hour while the model runs: these are only the hours in which something was asked, so the bill may be higher',
    })
    return hours
  }
  remarks.push({
    nl: `de rekening telt in ${price.unit}; dat staat niet in het logboek van de box`,
    en: `the bill counts in ${price.unit}; the box's log does not show that`,
  })
  return null
}

function costOf(price: Price, units: number, remarks: Remark[]): Amount | null {
  if (price.tiers === null) {
    remarks.push({ nl: 'de prijs is niet bekend', en: 'the price is not known' })
    return null
  }
  const last = price.tiers.at(-1)?.upTo ?? null
  if (last !== null && units > last) {
    remarks.push({
      nl: `het prijsboek kent deze prijs tot ${last} per maand`,
      en: `the price book knows this price up to ${last} a month`,
    })
    return null
  }
  return meterCost(price, BigInt(units) * oneWhole).amount
}

/** Null: nothing billed, or not to be added up with the price. */
function totalOf(billed: readonly BilledMonth[], currency: string | null, remarks: Remark[]): Amount | null {
  if (billed.length === 0) return null
  const others = billed.filter((one) => one.currency !== currency)
  if (currency !== null && others.length > 0) {
    const [nl, en] = [others[0]?.currency, currency]
    remarks.push({
      nl: `de rekening is in ${nl}, de prijs in ${en}: zonder koers is het verschil niet te zeggen`,
      en: `the bill is in ${nl}, the price in ${en}: without a rate nobody can tell the difference`,
    })
  }
  if (currency === null || others.length > 0) return null
  return billed.reduce((sum, one) => sum + fromMinorUnits(one.amountMinor, one.currency), 0n)
}

function billedAsIs(billed: readonly BilledMonth[]): MeterMonth['billed'] {
  const currencies = new Set(billed.map(({ currency }) => currency))
  const [currency] = currencies
  if (currency === undefined || currencies.size > 1) return null
  return exact(
    billed.reduce((sum, one) => sum + fromMinorUnits(one.amountMinor, one.currency), 0n),
    currency,
  )
}

function exact(amount: Amount | null, currency: string | null): MeterMonth['cost'] {
  return amount === null || currency === null ? null : { amount: amountText(amount), currency }
}
