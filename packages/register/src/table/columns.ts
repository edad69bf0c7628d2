import type { EvidenceFile } from '../reader.ts'
import { type CsvOptions, csvOf } from '../text/index.ts'

/** Header cells as they are compared: lower case, letters and digits only. */
export function plainName(cell: string): string {
  return cell.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

export interface PickedRow {
  /** Line on which the row begins. */
  line: number
  /** The cells asked for, in the order asked for; empty where the row has none. */
  cells: string[]
  /** False when the row has more or fewer cells than the header: its cells may stand in the wrong column. */
  whole: boolean
}

/**
 * The columns asked for of a table with a header, and nothing else of it: other cells are dropped as each row is read.
 * @param choose gets the header's names (`plainName`) and answers with the wanted columns' places; null ends the reading
 * at once without a row.
 */
export async function* columnsOf(
  file: EvidenceFile,
  choose: (header: string[]) => number[] | null,
  options: CsvOptions & { isHeader?: (header: string[]) => boolean } = {},
): AsyncGenerator<PickedRow> {
  let places: number[] | null = null
  let width = 0
  for await (const { line, cells } of csvOf(file, options)) {
    if (places === null) {
      const header = cells.map(plainName)
      // PowerShell writes a line `#TYPE …` before the header, reports put a title there.
      if (header.filter(Boolean).length < 2 && line < 20) continue
      if (options.isHeader && line < 20 && !options.isHeader(header)) continue
      places = choose(header)
      width = cells.length
      if (places === null) return
      continue
    }
    const { length } = cells
    yield { line, cells: places.map((place) => cells[place] ?? ''), whole: length === width }
  }
}

/** First column that has one of the names; -1 without. */
export function placeOf(header: readonly string[], names: readonly string[]): number {
  for (const name of names) {
    const place = header.indexOf(name)
    if (place >= 0) return place
  }
  return -1
}

/** The header of a text's beginning, by the separators that tables have; the first line with several cells. */
export function headerOf(text: string): string[] {
  for (const line of text.split(/\r\n|\n|\r/, 20)) {
    if (line.startsWith('#TYPE')) continue
    for (const delimiter of [',', ';', '\t', '|']) {
      const cells = line.split(delimiter)
      if (cells.length > 1) return cells.map(plainName)
    }
  }
  return []
}
