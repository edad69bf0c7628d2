import type { Finding, FindingKind, Service, ServiceNotes } from '@nabij/base'

type Cost = Pick<Service, 'cost' | 'lastPaid' | 'priceChange'>

interface Paid {
  /** YYYY-MM-DD */
  date: string
  cents: number
}

/** Payments a year when they come this regularly, by the days between them. */
const rhythms = [
  { perYear: 12, least: 26, most: 35 },
  { perYear: 4, least: 84, most: 98 },
  { perYear: 2, least: 170, most: 195 },
  { perYear: 1, least: 350, most: 380 },
]

/**
 * What a service costs a year, to the cent. By payments when there are any, else by invoices, else by the cloud's bill, else
 * by what was said by hand. A year that is covered counts as it was, refunds subtracted; a shorter time is scaled only when
 * the payments have a clear rhythm; anything else counts as it was paid.
 */
export function costOf(findings: readonly Finding[], notes: ServiceNotes): Cost {
  const sources: readonly [FindingKind, NonNullable<Service['cost']>['from']][] = [
    ['payment', 'payments'],
    ['invoice', 'invoices'],
    ['cloud-bill', 'cloud-bill'],
  ]
  for (const [kind, from] of sources) {
    const { paid, currency } = paidBy(findings.filter((finding) => finding.kind === kind))
    const last = paid.at(-1)
    if (!last) continue
    const amountMinor = Math.max(0, yearly(paid, last.date))
    return {
      cost: { amountMinor, currency, period: 'year', from },
      lastPaid: last.date,
      priceChange: priceChange(paid.filter(({ cents }) => cents > 0)),
    }
  }
  const { costPerMonth } = notes
  const said = costPerMonth === null ? null : { amountMinor: costPerMonth * 12, currency: 'EUR' }
  return { cost: said && { ...said, period: 'year', from: 'hand' }, lastPaid: null, priceChange: null }
}

/** What was paid each day, in the currency that most is paid in; refunds are negative. */
function paidBy(findings: readonly Finding[]): { paid: Paid[]; currency: string } {
  const counts = new Map<string, number>()
  for (const { payment } of findings) if (payment) counts.set(payment.currency, (counts.get(payment.currency) ?? 0) + 1)
  const [currency = 'EUR'] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
  const days = new Map<string, number>()
  for (const { date, amountMinor, times } of onceEach(findings.filter(({ payment }) => payment?.currency === currency)))
    days.set(date, (days.get(date) ?? 0) + amountMinor * times)
  const paid = [...days].map(([date, cents]) => ({ date, cents })).sort((a, b) => (a.date < b.date ? -1 : 1))
  return { paid, currency }
}

/**
 * Exports overlap: the same amount on the same day in two files is one payment. Within one file two of them are two.
 */
function onceEach(findings: readonly Finding[]): { date: string; amountMinor: number; times: number }[] {
  const byFile = new Map<string, number>()
  const all = new Map<string, { date: string; amountMinor: number; times: number }>()
  for (const { payment, evidence } of findings) {
    if (!payment) continue
    const { date, amountMinor } = payment
    const key = `${date} ${amountMinor}`
    const times = (byFile.get(`${key} ${evidence}`) ?? 0) + 1
    byFile.set(`${key} ${evidence}`, times)
    all.set(key, { date, amountMinor, times: Math.max(times, all.get(key)?.times ?? 0) })
  }
  return [...all.values()]
}

function yearly(paid: readonly Paid[], last: string): number {
  const first = paid[0]?.date ?? last
  const recent = paid.filter(({ date }) => daysFrom(date, last) < 365)
  const sum = recent.reduce((total, { cents }) => total + cents, 0)
  if (daysFrom(first, last) >= 334) return sum
  const rhythm = rhythmOf(paid.filter(({ cents }) => cents > 0))
  const times = paid.filter(({ cents }) => cents > 0).length
  return rhythm === null ? sum : Math.round((sum * rhythm) / times)
}

/** Payments a year, when at least three come at the same distance; null when there is no rhythm. */
function rhythmOf(paid: readonly Paid[]): number | null {
  if (paid.length < 3) return null
  const gaps = paid.slice(1).map(({ date }, at) => daysFrom(paid[at]?.date ?? date, date))
  const fitting = rhythms.find(({ least, most }) => gaps.every((gap) => gap >= least && gap <= most))
  return fitting?.perYear ?? null
}

/** By how much the latest regular payment is above or below the first; null for what differs each time. */
function priceChange(paid: readonly Paid[]): Service['priceChange'] {
  const [first] = paid
  const last = paid.at(-1)
  if (!first || !last || rhythmOf(paid) === null) return null
  const prices = new Set(paid.map(({ cents }) => cents))
  if (prices.size === 1 || prices.size > Math.max(2, paid.length / 3)) return null
  let at = paid.length - 1
  while (paid[at - 1]?.cents === last.cents) at -= 1
  const share = Math.round((last.cents / first.cents - 1) * 1e4) / 1e4
  return share === 0 ? null : { share, since: paid[at]?.date ?? last.date }
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
