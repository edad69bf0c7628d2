import type { Trace } from '@nabij/base'
import { payeeOf } from '../payee.ts'
import type { Emit } from '../reader.ts'

/** A line of a statement, whatever the bank. */
export interface BankEntry {
  locator: string
  /** YYYY-MM-DD; null when the line has none that can be read. */
  date: string | null
  /** Minor units; negative: money went out. Null when the line has none that can be read. */
  minor: number | null
  currency: string
  /** The other side, as the bank says; empty when it only has a description. */
  name: string
  description: string
  /** Account of the other side, where a column says it: only to know a refund by, and gone with the file. */
  account?: string
  /** The bank itself says that this undoes an earlier payment. */
  reversal?: boolean
}

const refund =
  /\b(?:refund|refunded|terugbetaling|terugboeking|restitutie|storno|stornering|creditnota|credit\s?note|gutschrift|erstattung|chargeback)\b/i
const most = 200_000

function keyOf({ name, payment }: Trace): string {
  return `${payment?.currency} ${name.toLowerCase()}`
}

/** Why a line is no payment that can be read; null when it is one. */
export function faultOf({ date, minor }: Pick<BankEntry, 'date' | 'minor'>): string | null {
  if (minor === null) return 'line without amount'
  return date === null ? 'line without date' : null
}

/**
 * Makes payments of entries. Money that came in is a refund when the bank or the words say so, or when the same payee was
 * paid in the same file; other receipts (customers, payouts) are counted and forgotten at once.
 */
export function entriesInto(emit: Emit): { add(entry: BankEntry): void; finish(): void } {
  /** The most that was paid at once to whom, by name and currency. */
  const paid = new Map<string, number>()
  /** Who was paid at an account: money that comes back from there is theirs, by whatever name. */
  const paidAt = new Map<string, string>()
  const received: { trace: Trace; account: string; said: boolean }[] = []

  return {
    add(entry) {
      emit.record()
      const { date, minor, currency, locator, account = '' } = entry
      if (date) emit.day(date)
      if (minor === null || date === null) return emit.ignored(faultOf(entry) ?? '')
      if (minor === 0) return emit.ignored('amount of zero')
      const payee = payeeOf(entry.name, entry.description)
      if ('hidden' in payee) return emit.ignored(minor < 0 ? payee.hidden : 'money received')
      const trace: Trace = {
        kind: 'payment',
        name: payee.name,
        locator,
        text: payee.through ? `${payee.name} (${payee.through})` : payee.name,
        payment: { amountMinor: -minor, currency, date },
      }
      if (payee.also !== '') trace.also = payee.also
      if (minor < 0) {
        const key = keyOf(trace)
        if (paid.size < most || paid.has(key)) paid.set(key, Math.max(paid.get(key) ?? 0, -minor))
        if (account !== '' && paidAt.size < most) paidAt.set(account, trace.name)
        emit.trace(trace)
      } else if (received.length < most)
        received.push({ trace, account, said: Boolean(entry.reversal) || refund.test(entry.description) })
      else emit.ignored('money received')
    },
    finish() {
      for (const { trace: told, account, said } of received) {
        const name = paidAt.get(account)
        const trace = name === undefined ? told : { ...told, name, text: name }
        // What is more than was ever paid at once is a payout: of a shop, an advertising or payment service.
        const back = -(trace.payment?.amountMinor ?? 0)
        if (said || back <= (paid.get(keyOf(trace)) ?? 0)) emit.trace(trace)
        else emit.ignored('money received')
      }
      received.length = 0
    },
  }
}
