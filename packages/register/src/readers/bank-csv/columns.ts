import { type Column, ColumnChoice, NabijError } from '@nabij/base'
import { plainName } from '../../table/index.ts'
import type { BankMapping } from './mapping.ts'

/** A header as it is remembered: the same names in the same order. */
export function headerKey(header: readonly string[]): string {
  return header.map(plainName).join('|')
}

/**
 * What a person chose, as places in this table; null when it does not say enough: a day, an amount, and who or what for.
 * @throws NabijError NABIJ_EVIDENCE_COLUMN for a column that the table does not have
 */
export function mappingFrom(
  choice: ColumnChoice,
  table: { path: string; header: readonly string[] | null; width: number },
): BankMapping | null {
  const names = table.header?.map(plainName) ?? []
  const place = (column: Column | null): number | null => {
    if (column === null) return null
    // `3` may be a name, too, but hardly ever is.
    const at = /^\d+$/.test(`${column}`) ? Number(column) - 1 : names.indexOf(plainName(`${column}`))
    if (at < 0 || at >= table.width) throw new NabijError('NABIJ_EVIDENCE_COLUMN', { path: table.path, column })
    return at
  }
  const date = place(choice.date)
  const name = place(choice.name)
  const description = choice.description.flatMap((column) => place(column) ?? [])
  const [amount, debit, credit] = [place(choice.amount), place(choice.debit), place(choice.credit)]
  const rest = {
    direction: place(choice.direction),
    currency: place(choice.currency),
    account: place(choice.account),
  }
  if (date === null || (amount === null && debit === null) || (name === null && description.length === 0)) return null
  return {
    date,
    amount,
    debit: amount === null ? debit : null,
    credit: amount === null ? credit : null,
    ...rest,
    name,
    ultimate: null,
    description,
    state: null,
    fixed: choice.fixed,
    monthFirst: choice.monthFirst,
    paidIsPlus: choice.paidIsPlus,
    bank: null,
  }
}

/** Places in a table as a person is shown them. */
export function choiceOf(mapping: Partial<BankMapping>): ColumnChoice {
  const column = (at: number | null | undefined): number | null => (typeof at === 'number' ? at + 1 : null)
  const { date, amount, debit, credit, direction, currency, name, account, description = [] } = mapping
  return ColumnChoice.parse({
    date: column(date),
    amount: column(amount),
    debit: column(debit),
    credit: column(credit),
    direction: column(direction),
    currency: column(currency),
    name: column(name),
    account: column(account),
    description: description.map((at) => at + 1),
    fixed: mapping.fixed ?? null,
    monthFirst: mapping.monthFirst ?? false,
    paidIsPlus: mapping.paidIsPlus ?? false,
  })
}

/** The same in words, as `--mapping` takes them. */
export function choiceText(choice: ColumnChoice, header: readonly string[] | null): string {
  const names = header?.map(plainName) ?? []
  const named = (column: Column): string => {
    if (typeof column === 'string') return column
    const said = header?.[column - 1] ?? ''
    // A name that is not its own, or that would be taken for something else, gives way to the place.
    const isClear = !/^\d*$|[,=+]/.test(said) && names.indexOf(plainName(said)) === column - 1
    return isClear ? said : String(column)
  }
  const { fixed, description, monthFirst, paidIsPlus, ...columns } = choice
  return [
    ...Object.entries(columns).flatMap(([key, column]) => (column === null ? [] : [`${key}=${named(column)}`])),
    ...(description.length > 0 ? [`description=${description.map(named).join('+')}`] : []),
    ...(fixed === null ? [] : [`fixed=${fixed}`]),
    ...(monthFirst ? ['monthFirst'] : []),
    ...(paidIsPlus ? ['paidIsPlus'] : []),
  ].join(',')
}
