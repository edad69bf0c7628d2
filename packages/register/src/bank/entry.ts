import type { Emit } from '../reader.ts'
import { payeeOf } from './payee.ts'

/** One line of a statement, or one invoice. */
export interface Entry {
  /** Who stands on the other side. */
  name: string
  description: string
  /** Minor units, always positive. */
  minor: number
  currency: string
  /** YYYY-MM-DD */
  date: string
  /** Money that we paid; false: that came in. */
  out: boolean
  locator: string
  /** Known to be money that comes back: a reversal, a credit note. */
  back?: boolean
}

const refund =
  /\b(?:refund\w*|terugbetaling|terugbet|restitutie|creditnota|creditfactuur|credit ?note|credit ?memo|storno|stornering|terugboeking|chargeback|reversal)\b/i

/**
 * Tells of a payment, or of one that came back. Other money that comes in says nothing of what we use. Account numbers are
 * never told, and whose the payment is, is decided before anything is kept.
 */
export function emitEntry(entry: Entry, emit: Emit, kind: 'payment' | 'invoice' = 'payment'): void {
  emit.record()
  if (/^\d{4}-\d\d-\d\d$/.test(entry.date)) emit.day(entry.date)
  else return emit.ignored('line without date')
  if (!Number.isSafeInteger(entry.minor)) return emit.ignored('line without amount')
  if (entry.minor === 0) return emit.ignored('line of nothing')
  if (!entry.out && !entry.back && !refund.test(`${entry.name} ${entry.description}`))
    return emit.ignored('money that came in')
  const { name, also } = payeeOf(entry.name, entry.description)
  if (name === '') return emit.ignored('line without payee')
  emit.trace({
    kind,
    name: name.slice(0, 140),
    also: also.slice(0, 500),
    locator: entry.locator,
    text: name.slice(0, 140),
    payment: { amountMinor: entry.out ? entry.minor : -entry.minor, currency: entry.currency, date: entry.date },
  })
}
