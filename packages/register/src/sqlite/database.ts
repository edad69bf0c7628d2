/** Pages of a SQLite database in memory, checked as they are read. */
export interface Database {
  bytes: Uint8Array
  view: DataView
  pageSize: number
  /** Bytes of a page that hold content. */
  usable: number
  pages: number
  text: InstanceType<typeof TextDecoder>
}

/** True when bytes begin as a SQLite database does. */
export function isDatabase(head: Uint8Array): boolean {
  const mark = 'SQLite format 3\0'
  return new TextDecoder('latin1').decode(head.subarray(0, 16)) === mark
}

/** Opens a database; null when its header says what cannot be. https://www.sqlite.org/fileformat2.html */
export function openDatabase(bytes: Uint8Array): Database | null {
  if (bytes.length < 100 || !isDatabase(bytes)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const said = view.getUint16(16)
  const pageSize = said === 1 ? 65_536 : said
  const usable = pageSize - view.getUint8(20)
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0 || usable < 480) return null
  const encoding = { 2: 'utf-16le', 3: 'utf-16be' }[view.getUint32(56)] ?? 'utf-8'
  return { bytes, view, pageSize, usable, pages: Math.floor(bytes.length / pageSize), text: new TextDecoder(encoding) }
}

/** Where a page begins; a page that is not there ends the reading of what needed it. */
export function pageStart(database: Database, page: number): number {
  if (page < 1 || page > database.pages) throw new RangeError('no such page')
  return (page - 1) * database.pageSize
}

/** A number of one to nine bytes, and where the next thing begins. */
export function varint(view: DataView, at: number): [value: number, next: number] {
  let value = 0
  for (let place = 0; place < 8; place += 1) {
    const byte = view.getUint8(at + place)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value, at + place + 1]
  }
  return [value * 256 + view.getUint8(at + 8), at + 9]
}
