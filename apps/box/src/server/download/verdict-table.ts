import { type CsvStyle, csvLine } from '@nabij/adapters/data-folder'
import type { VerdictLine } from '../../workspace/workspace.ts'

type Cell = string | number | null
type Column = [name: string, of: (line: VerdictLine) => Cell]

/** Names as in the API; `local` is the moment on the clock of the box, as spreadsheets read it. */
const columns: Column[] = [
  ['seq', ({ verdict }) => verdict.seq],
  ['id', ({ verdict }) => verdict.id],
  ['recordedAt', ({ verdict }) => new Date(verdict.recordedAt).toISOString()],
  ['local', ({ verdict }) => onTheWall(new Date(verdict.recordedAt))],
  ['capturedAt', ({ verdict }) => new Date(verdict.capturedAt).toISOString()],
  ['name', ({ verdict }) => verdict.name],
  ['key', ({ key }) => key],
  ['verdict', ({ verdict }) => verdict.verdict],
  ['reason', ({ verdict }) => verdict.reason],
  ['score', ({ verdict }) => verdict.score],
  ['limit', ({ verdict }) => verdict.limit],
  ['kind', ({ verdict }) => verdict.kind?.name ?? null],
  ['kindConfidence', ({ verdict }) => verdict.kind?.confidence ?? null],
  ['parts', ({ verdict }) => verdict.parts.length],
  ['partsFailed', ({ verdict }) => verdict.parts.filter((part) => part.verdict === 'fail').length],
  ['regions', ({ verdict }) => verdict.regions.length],
  ['feedback', ({ verdict }) => verdict.feedback?.label ?? null],
  ['feedbackKind', ({ verdict }) => verdict.feedback?.kind ?? null],
  ['feedbackBy', ({ verdict }) => verdict.feedback?.by ?? null],
  ['feedbackAt', ({ verdict }) => (verdict.feedback ? new Date(verdict.feedback.at).toISOString() : null)],
  ['productId', ({ verdict }) => verdict.productId],
  ['recipeId', ({ verdict }) => verdict.recipeId],
  ['ms', ({ verdict }) => verdict.ms?.total ?? null],
]

/** A mark in front that says UTF-8: without it a spreadsheet takes an é for two other letters. */
const mark = '\ufeff'

/** Verdicts as the lines of a spreadsheet, one piece of text for many of them. */
export async function* asTable(lines: AsyncIterable<VerdictLine>, style: CsvStyle): AsyncGenerator<string> {
  yield mark +
    csvLine(
      columns.map(([name]) => name),
      style,
    )
  yield* inPieces(lines, (line) =>
    csvLine(
      columns.map(([, of]) => of(line)),
      style,
    ),
  )
}

/** Verdicts as one JSON document, a verdict on each line, in full. */
export async function* asJson(lines: AsyncIterable<VerdictLine>, stationId: string): AsyncGenerator<string> {
  yield `{"stationId":${JSON.stringify(stationId)},"verdicts":[`
  let first = true
  yield* inPieces(lines, ({ verdict, key }) => {
    const comma = first ? '' : ','
    first = false
    return `${comma}\n${JSON.stringify({ ...verdict, key })}`
  })
  yield '\n]}\n'
}

const pieceLength = 64 * 1024

async function* inPieces<T>(items: AsyncIterable<T>, textOf: (item: T) => string): AsyncGenerator<string> {
  let piece = ''
  for await (const item of items) {
    piece += textOf(item)
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function onTheWall(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}
