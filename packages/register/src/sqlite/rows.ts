import { type Database, pageStart, varint } from './database.ts'

export type Cell = string | number | null

/** Rows' text that is looked at; a longer one is cut. */
const longest = 1_048_576

/**
 * Rows of a table by its root page: only the columns asked for, so that nothing else becomes text. Pages that are damaged
 * or seen before are skipped and counted.
 */
export function* rowsOf(
  database: Database,
  root: number,
  columns: readonly number[],
  damaged: () => void,
): Generator<Cell[]> {
  const seen = new Set<number>()
  const waiting = [root]
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (seen.has(page)) continue
    seen.add(page)
    let cells: number[]
    try {
      const { kind, places, last } = pageOf(database, page)
      if (kind === 5) {
        const children = places.map((at) => database.view.getUint32(at))
        waiting.push(...[...children, last].toReversed())
        continue
      }
      if (kind !== 13) throw new RangeError('no page of a table')
      cells = places
    } catch {
      damaged()
      continue
    }
    for (const at of cells) {
      try {
        yield rowAt(database, at, columns)
      } catch {
        damaged()
      }
    }
  }
}

function pageOf(database: Database, page: number): { kind: number; places: number[]; last: number } {
  const { view, pageSize } = database
  const start = pageStart(database, page)
  // The first page begins with the header of the file.
  const head = start + (page === 1 ? 100 : 0)
  const kind = view.getUint8(head)
  const count = view.getUint16(head + 3)
  const list = head + (kind === 5 ? 12 : 8)
  if (list + count * 2 > start + pageSize) throw new RangeError('more cells than fit')
  const places = Array.from({ length: count }, (_, at) => start + view.getUint16(list + at * 2))
  return { kind, places, last: kind === 5 ? view.getUint32(head + 8) : 0 }
}

function rowAt(database: Database, at: number, columns: readonly number[]): Cell[] {
  const [size, afterSize] = varint(database.view, at)
  const [, start] = varint(database.view, afterSize)
  const row = payload(database, start, size)
  const view = new DataView(row.buffer, row.byteOffset, row.byteLength)
  const [headSize, first] = varint(view, 0)
  const types: { type: number; at: number }[] = []
  let place = headSize
  for (let head = first; head < headSize && types.length < 2000; ) {
    const [type, next] = varint(view, head)
    types.push({ type, at: place })
    place += sizeOf(type)
    head = next
  }
  return columns.map((column) => {
    const found = types[column]
    return found ? cellOf(database, view, row, found.type, found.at) : null
  })
}

/** A row's bytes, gathered from the pages that it flows over to. */
function payload(database: Database, start: number, size: number): Uint8Array {
  const { bytes, view, usable } = database
  const most = usable - 35
  if (size <= most) {
    if (start + size > bytes.length) throw new RangeError('row beyond the file')
    return bytes.subarray(start, start + size)
  }
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const fits = least + ((size - least) % (usable - 4))
  const local = fits <= most ? fits : least
  const whole = new Uint8Array(Math.min(size, longest))
  whole.set(bytes.subarray(start, start + Math.min(local, whole.length)))
  let filled = local
  let page = view.getUint32(start + local)
  for (let steps = 0; filled < whole.length && page !== 0 && steps < database.pages; steps += 1) {
    const from = pageStart(database, page)
    const part = bytes.subarray(from + 4, from + 4 + Math.min(usable - 4, whole.length - filled))
    whole.set(part, filled)
    filled += part.length
    page = view.getUint32(from)
  }
  return whole
}

const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

function sizeOf(type: number): number {
  return type < 12 ? (sizes[type] ?? 0) : Math.floor((type - 12) / 2)
}

function cellOf({ text }: Database, view: DataView, row: Uint8Array, type: number, at: number): Cell {
  if (type >= 13 && type % 2 === 1) return text.decode(row.subarray(at, at + sizeOf(type)))
  if (type === 8) return 0
  if (type === 9) return 1
  if (type === 7) return view.getFloat64(at)
  if (type < 1 || type > 6) return null
  let value = view.getInt8(at)
  for (let next = 1; next < sizeOf(type); next += 1) value = value * 256 + view.getUint8(at + next)
  return value
}
