import { type ColumnChoice, type KnownColumns, NabijError, type SeenTable } from '@nabij/base'
import { dayOf, minorOf } from '../bank/amount.ts'
import type { EvidenceReader, Head } from '../reader.ts'
import { choiceOf, choiceText, headerKey, mappingFrom } from '../readers/bank-csv/columns.ts'
import { guessMapping } from '../readers/bank-csv/guess.ts'
import { bankCsvWith } from '../readers/bank-csv/index.ts'
import { type BankMapping, proposeMapping, saysPayee } from '../readers/bank-csv/mapping.ts'
import { type CsvRow, csvOf } from '../text/index.ts'

/** How a table of an unknown bank is read. */
export interface TableWay {
  /** Chosen by a person, for this table. */
  columns?: ColumnChoice | undefined
  /** Chosen before, for tables with such a header. */
  known?: readonly KnownColumns[] | undefined
  /** Only a look: what the columns probably say may be tried. */
  look?: boolean | undefined
}

/** A table, how it is read, and by which reader; no reader when the columns do not say enough. */
export interface TableReading {
  reader: EvidenceReader | null
  table: SeenTable
}

const shown = 5
const looked = 200
const mostFaults = 20
const mostColumns = 100

/**
 * How a file that no reader knows, or that looks like a statement of some bank, is read as a table of payments; null when
 * it is none, or when its bank is known.
 * @param chosen the reader that recognised it by the names of its columns
 * @throws NabijError NABIJ_EVIDENCE_COLUMN, and NABIJ_EVIDENCE_COLUMNS when a person has to choose first
 */
export async function seeTable(head: Head, chosen: EvidenceReader | null, way: TableWay): Promise<TableReading | null> {
  const shape = await shapeOf(head)
  if (!shape) return null
  const { header, headerAt, rows, width } = shape
  const found = columnsFor()
  if (!found) return null
  const { from, columns } = found
  const faults: SeenTable['faults'] = []
  const mapping = mappingFrom(columns, { path: head.name, header, width })
  const table: SeenTable = {
    path: head.name,
    header: header?.map(short) ?? null,
    width,
    rows: rows.slice(0, shown).map(({ line, cells }) => ({ line, cells: cells.map(short) })),
    columns,
    from,
    enough: mapping !== null,
    faults,
  }
  // What the columns seem to say may be looked at; what is kept, a person has said, and has said enough of.
  if (!way.look && (from === 'content' || !mapping))
    throw new NabijError('NABIJ_EVIDENCE_COLUMNS', { path: head.name, proposal: choiceText(columns, header) })
  const onFault = (line: number, reason: string): void => {
    if (faults.length < mostFaults) faults.push({ line, reason })
  }
  // By names alone it is read as ever; the columns are shown so that a person can say otherwise.
  const byNames = from === 'names' && !columns.paidIsPlus
  const reader = mapping && bankCsvWith(byNames ? null : mapping, byNames ? { onFault } : { headerAt, onFault })
  return { reader, table }

  function columnsFor(): Pick<SeenTable, 'from' | 'columns'> | null {
    if (way.columns) return { from: 'chosen', columns: way.columns }
    const key = header && headerKey(header)
    const known = way.known?.find((one) => one.header === key)
    if (known) return { from: 'remembered', columns: known.columns }
    if (chosen) {
      const proposed = header && proposeMapping(header)
      if (!proposed || proposed.bank !== null) return null
      const columns = choiceOf(proposed)
      if (!isUnsigned(proposed, rows)) return { from: 'names', columns }
      // No sign and no direction: a column of suppliers says that they were paid; of anybody else a person has to say it.
      return { from: saysPayee(proposed, header) ? 'names' : 'content', columns: { ...columns, paidIsPlus: true } }
    }
    const guess = guessMapping(
      header,
      rows.map(({ cells }) => cells),
      width,
    )
    return guess && { from: 'content', columns: choiceOf(guess) }
  }
}

/** Nothing tells whether money went out or came in: one column of amounts, and not one below zero. */
function isUnsigned({ amount, direction }: BankMapping, rows: readonly CsvRow[]): boolean {
  if (amount === null || direction !== null) return false
  const amounts = rows.flatMap(({ cells }) => minorOf(cells[amount] ?? '', 'EUR') ?? [])
  return amounts.length > 0 && amounts.every((minor) => minor >= 0)
}

interface Shape {
  header: string[] | null
  headerAt: number | null
  rows: CsvRow[]
  width: number
}

/** The header and the first rows of delimited text; null when it is none. Titles before the header are passed over. */
async function shapeOf(head: Head): Promise<Shape | null> {
  if (head.text === '' || /^\s*[<{[]/.test(head.text)) return null
  const all: CsvRow[] = []
  // oxlint-disable-next-line typescript/require-await
  const bytes = async function* () {
    yield head.bytes
  }
  for await (const row of csvOf({ name: head.name, bytes })) {
    all.push(row)
    if (all.length > looked) break
  }
  // The last may be cut off where the beginning of the file ends.
  if (all.length > 2 && head.bytes.length >= 65_536) all.pop()
  const widths = Map.groupBy(all, ({ cells }) => cells.length)
  const [width = 0, same = []] = [...widths].sort((a, b) => b[1].length - a[1].length || b[0] - a[0])[0] ?? []
  const [first] = same
  if (!first || width < 3 || width > mostColumns || same.length < Math.max(2, all.length * 0.5)) return null
  const isHeader = !first.cells.some((cell) => dayOf(cell) !== null)
  const rows = isHeader ? same.slice(1) : same
  if (rows.length === 0) return null
  return { header: isHeader ? first.cells : null, headerAt: isHeader ? first.line : null, rows, width }
}

function short(cell: string): string {
  return cell.length > 60 ? `${cell.slice(0, 59)}…` : cell
}
