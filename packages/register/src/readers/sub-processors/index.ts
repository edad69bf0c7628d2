import type { EvidenceReader } from '../../reader.ts'
import { beginningOf, headerOf, placeOf } from '../../table/index.ts'
import { csvOf, linesOf, textOf } from '../../text/index.ts'
import { nameColumns, placeColumns, purposeColumns } from './columns.ts'
import { ownerOf } from './owner.ts'
import { itemOf, type Places, partiesOfPage, pick, placesOf } from './parties.ts'
import { partyList } from './party-list.ts'
import { titleOf } from './rows.ts'
import { words } from './words.ts'

const mostPage = 16 * 1_048_576

/** A supplier's list of whom it uses in turn (CSV, page or text): the fourth parties. Whose list it is stands in `of`. */
export const subProcessors: EvidenceReader = {
  id: 'sub-processors',
  recognise({ name, text }) {
    if (/^\s*[[{]/.test(text) || text === '') return 0
    const said = (text.match(words) ?? []).length + (name.match(words) ? 1 : 0)
    const header = headerOf(text.slice(0, 20_000))
    if (!isPage(text) && placeOf(header, nameColumns) >= 0 && header.length >= 2) {
      const rest = placeOf(header, placeColumns) >= 0 && (said > 0 || placeOf(header, purposeColumns) >= 0)
      const own = header.some((cell) => /subprocessor|subverwerker|unterauftrag/.test(cell))
      if (own || (rest && said > 0)) return 0.92
    }
    if (isPage(text)) return said >= 3 ? 0.9 : 0
    return said >= 1 && /^.{0,400}?(sub[- ]?processors?|sub[- ]?verwerkers?)/is.test(text) ? 0.6 : 0
  },
  async read(source, emit, signal) {
    const { text, file } = await beginningOf(source)
    const header = headerOf(text.slice(0, 20_000))
    if (isPage(text)) {
      const page = await textOf(file, mostPage, signal)
      const list = partyList(emit, ownerOf(titleOf(page)) || ownerOf(file.name))
      for (const { party, row } of partiesOfPage(page)) list.add(party, `row ${row}`)
      list.finish(file.name)
      return
    }
    const list = partyList(emit, ownerOf(file.name) || ownerOf(text.split('\n', 1)[0] ?? ''))
    if (placeOf(header, nameColumns) >= 0) {
      let places: Places | null = null
      for await (const { line, cells } of csvOf(file, { signal })) {
        if (places === null) places = placesOf(cells)
        else list.add(pick(cells, places), `line ${line}`)
      }
    } else {
      for await (const { number, text: line } of linesOf(file, { longest: 4096, signal })) {
        // Bullets and lines of a table that was copied; sentences are none.
        if (/^\s*(?:[-*•·–]|\d{1,3}[.)])\s+|\t| \| /.test(line)) list.add(itemOf(line), `line ${number}`)
      }
    }
    list.finish(file.name)
  },
}

function isPage(text: string): boolean {
  return /^\s*<(!doctype html|html|table|div|ul|section)[\s>]/i.test(text)
}
