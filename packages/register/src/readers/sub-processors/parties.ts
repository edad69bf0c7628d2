import { placeOf, plainName } from '../../table/index.ts'
import { nameColumns, placeColumns } from './columns.ts'
import { rowsOfPage } from './rows.ts'

/** Whom a supplier uses, and where, as it stands. */
export interface Party {
  name: string
  location: string
}

export interface Places {
  name: number
  location: number
}

/**
 * Parties of a page: those of tables with a column of names; where there are none, of any table; else the items of lists
 * that follow the first mention, as menus and links to social media are lists too.
 */
export function partiesOfPage(page: string): { party: Party; row: number }[] {
  const named: { party: Party; row: number }[] = []
  const tabled: { party: Party; row: number }[] = []
  const listed: { party: Party; row: number }[] = []
  let places: Places | null = null
  for (const { cells, row, head } of rowsOfPage(page)) {
    if (cells.length === 0) continue
    if (cells.length === 1) {
      listed.push({ party: itemOf(cells[0] ?? ''), row })
      continue
    }
    const found = placesOf(cells)
    if (found) places = found
    else if (places) named.push({ party: pick(cells, places), row })
    else if (!head) tabled.push({ party: pick(cells, null), row })
  }
  if (named.length > 0) return named
  if (tabled.length > 0) return tabled
  const start = page.search(/<h[1-6][^>]{0,500}>[^<]{0,200}(sub[- ]?processor|sub[- ]?verwerker|unterauftrag)/i)
  const before = start < 0 ? 0 : (page.slice(0, start).match(/<(?:tr|li)[\s>]/gi) ?? []).length
  return listed.filter(({ row }) => row > before)
}

export function placesOf(cells: readonly string[]): Places | null {
  const header = cells.map(plainName)
  const name = placeOf(header, nameColumns)
  return name < 0 ? null : { name, location: placeOf(header, placeColumns) }
}

export function pick(cells: readonly string[], places: Places | null): Party {
  return {
    name: cells[places?.name ?? 0] ?? '',
    location: places && places.location >= 0 ? (cells[places.location] ?? '') : '',
  }
}

/** `- Amazon Web Services EMEA SARL (Luxembourg): hosting` and rows copied from a table. */
export function itemOf(line: string): Party {
  const plain = line.replace(/^\s*(?:[-*•·–]|\d{1,3}[.)])\s+/, '').trim()
  const [first = ''] = plain.split(/\t| \| | [–—-] |: | \(/, 1)
  const location = /\(([^()]{2,60})\)/.exec(plain)?.[1] ?? ''
  return { name: first, location: /\d|@/.test(location) ? '' : location }
}
