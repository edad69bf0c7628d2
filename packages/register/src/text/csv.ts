import type { EvidenceFile } from '../reader.ts'
import { blocksOf, type LineOptions } from './lines.ts'

export interface CsvRow {
  /** Line on which the row begins, from 1. */
  line: number
  cells: string[]
}

export interface CsvOptions extends LineOptions {
  /** Recognised from the first lines unless said. */
  delimiter?: string
  /** Characters (1 MiB) and lines (200) of the largest row: a quote that is open for longer was none. */
  largest?: number
  mostLines?: number
}

const delimiters = [';', ',', '\t', '|']

/**
 * The rows of delimited text, streamed. Tolerant: quotes in the middle of a cell are text, a quote that never closes
 * ends with its line, empty lines are skipped.
 */
export async function* csvOf(file: EvidenceFile, options: CsvOptions = {}): AsyncGenerator<CsvRow> {
  const { largest = 1_048_576, mostLines = 200 } = options
  let delimiter = options.delimiter
  /** Lines of a row that is still within quotes. */
  let open: string[] = []
  let openAt = 0
  let size = 0
  for await (const { first, lines } of blocksOf(file, options)) {
    delimiter ??= delimiterOf(lines.slice(0, 20).join('\n'))
    for (const [at, line] of lines.entries()) {
      yield* take(line, first + at, delimiter)
    }
  }
  while (open.length > 0) yield* giveUp(delimiter ?? ',')

  function* take(line: string, number: number, delimiter: string): Generator<CsvRow> {
    if (open.length === 0) {
      if (line.trim() === '') return
      openAt = number
    }
    open.push(line)
    size += line.length
    if (!endsWithinQuotes(line, delimiter, open.length > 1)) {
      yield { line: openAt, cells: cellsOf(open.join('\n'), delimiter) }
      open = []
      size = 0
    } else if (open.length > mostLines || size > largest) yield* giveUp(delimiter)
  }

  /** The quote was no quote: the first line is a row by itself, and the others are looked at again. */
  function* giveUp(delimiter: string): Generator<CsvRow> {
    const [line = '', ...rest] = open
    const number = openAt
    open = []
    size = 0
    yield { line: number, cells: cellsOf(line, delimiter) }
    for (const [at, text] of rest.entries()) yield* take(text, number + 1 + at, delimiter)
  }
}

/** The cells of one row. */
export function cellsOf(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter).map((cell) => cell.trim())
  const cells: string[] = []
  let at = 0
  while (at <= row.length) {
    if (row[skipSpace(row, at)] === '"') {
      const [cell, end] = quoted(row, skipSpace(row, at) + 1)
      const next = row.indexOf(delimiter, end)
      const rest = row.slice(end, next < 0 ? row.length : next).trim()
      cells.push(cell + rest)
      if (next < 0) return cells
      at = next + delimiter.length
    } else {
      const next = row.indexOf(delimiter, at)
      cells.push(row.slice(at, next < 0 ? row.length : next).trim())
      if (next < 0) return cells
      at = next + delimiter.length
    }
  }
  return cells
}

/** The delimiter that splits the first lines most evenly; a comma when nothing does. */
export function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const scored = delimiters.map((delimiter) => {
    const counts = lines.map((line) => cellsOf(line, delimiter).length - 1)
    const most = mostCommon(counts)
    const even = counts.filter((count) => count === most).length / Math.max(1, counts.length)
    return { delimiter, score: most === 0 ? 0 : even * 10 + Math.min(most, 20) / 20 }
  })
  const best = scored.sort((a, b) => b.score - a.score)[0]
  return best && best.score > 0 ? best.delimiter : ','
}

function mostCommon(counts: number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1)
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

function skipSpace(row: string, at: number): number {
  let here = at
  while (row[here] === ' ') here += 1
  return here
}

function quoted(row: string, start: number): [string, number] {
  let cell = ''
  let at = start
  for (;;) {
    const end = row.indexOf('"', at)
    if (end < 0) return [cell + row.slice(at), row.length]
    cell += row.slice(at, end)
    if (row[end + 1] !== '"') return [cell, end + 1]
    cell += '"'
    at = end + 2
  }
}

/** Only a quote at the beginning of a cell opens one: 'a 19" screen' is text. */
function endsWithinQuotes(line: string, delimiter: string, startsWithin: boolean): boolean {
  if (!startsWithin && !line.includes('"')) return false
  let at = 0
  let within = startsWithin
  while (at <= line.length) {
    let from = at
    const start = within ? at : skipSpace(line, at)
    if (within || line[start] === '"') {
      let end = within ? start : start + 1
      within = false
      for (;;) {
        end = line.indexOf('"', end)
        if (end < 0) return true
        if (line[end + 1] !== '"') break
        end += 2
      }
      from = end + 1
    }
    const next = line.indexOf(delimiter, from)
    if (next < 0) return false
    at = next + delimiter.length
  }
  return false
}
