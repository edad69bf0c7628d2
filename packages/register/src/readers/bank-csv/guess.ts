import { dayOf, minorOf } from '../../bank/amount.ts'
import { type BankMapping, proposeMapping } from './mapping.ts'

/** Nothing is guessed of a list that may hold secrets. */
const secret = /passw|wachtwoord|kennwort|secret|geheim|pincode|login|user|gebruiker|otp|token/i
const account = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/
const ways =
  /^(?:af|bij|debit|credit|debet|d|c|dr|cr|in|out|uit|\+|-|uitgaven?|inkomsten?|paid|received|betaald|ontvangen)$/i

/**
 * Proposes which column says what by the names of the columns and, where they say nothing, by what stands in them. Null
 * when it is no table of payments at all: one has a column of days and one of amounts.
 */
export function guessMapping(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
  width: number,
): Partial<BankMapping> | null {
  if (header?.some((name) => secret.test(name)) || rows.length === 0) return null
  const columns = Array.from({ length: width }, (_, at) => rows.map((cells) => (cells[at] ?? '').trim()))
  const used = new Set<number>()
  const take = (fits: (cell: string) => boolean, enough = 0.8): number | null => {
    const at = columns.findIndex((cells, at) => {
      const filled = cells.filter((cell) => cell !== '')
      return !used.has(at) && filled.length >= rows.length * enough && filled.every(fits)
    })
    if (at < 0) return null
    used.add(at)
    return at
  }
  const isMoney = (cell: string): boolean => minorOf(cell, 'EUR') !== null
  const date = take((cell) => dayOf(cell) !== null || dayOf(cell, true) !== null)
  const amount = columns.findIndex(
    (cells, at) =>
      !used.has(at) &&
      cells.every((cell) => cell === '' || isMoney(cell)) &&
      // Numbers of anything are whole and bare; amounts have cents or a sign.
      cells.some((cell) => /[.,]\d{2}\D*$/.test(cell) || /^[-+(€$]/.test(cell)),
  )
  if (date === null || amount < 0) return null
  used.add(amount)
  const named = header && proposeMapping([...header])
  if (named) return named
  const currency = take((cell) => /^[A-Z]{3}$/.test(cell))
  const direction = take((cell) => ways.test(cell))
  const iban = take((cell) => account.test(cell.replaceAll(/\s/g, '').toUpperCase()), 0.2)
  const texts = columns
    .map((cells, at) => ({ at, letters: cells.filter((cell) => /\p{L}{2}/u.test(cell)), cells }))
    .filter(({ at, letters }) => !used.has(at) && letters.length >= rows.length * 0.5)
  const counts = new Map(texts.map(({ at, letters }) => [at, letters.join('').length / letters.length]))
  const [name, ...others] = texts.map(({ at }) => at)
  const description = others.filter((at) => (counts.get(at) ?? 0) > 3)
  const days = columns[date] ?? []
  return {
    date,
    amount,
    currency,
    direction,
    account: iban,
    name: name ?? null,
    description,
    monthFirst: days.some((cell) => dayOf(cell) === null) && days.every((cell) => dayOf(cell, true) !== null),
    fixed: header ? (/\(([A-Z]{3})\)/.exec(header[amount] ?? '')?.[1] ?? null) : null,
    paidIsPlus: false,
  }
}
