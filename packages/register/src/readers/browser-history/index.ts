import { NabijError } from '@nabij/base'
import type { EvidenceReader } from '../../reader.ts'
import { isDatabase, openDatabase, selectFrom, type Table, tablesOf } from '../../sqlite/index.ts'
import { bytesOf } from '../../text/index.ts'
import { historyHosts, type VisitedRow } from './history-hosts.ts'

const most = 512 * 1_048_576

/** Tables of visited addresses: Chrome, Edge, Brave, Vivaldi and Opera; Firefox; Safari. */
const histories = [
  { table: 'urls', address: 'url', visits: 'visit_count' },
  { table: 'moz_places', address: 'url', visits: 'visit_count' },
  { table: 'history_items', address: 'url', visits: 'visit_count' },
]

/**
 * A browser's history database, read as bytes: no copy on disk and no native code touches it, and of each row nothing but
 * the address and the number of visits is decoded.
 */
export const browserHistory: EvidenceReader = {
  id: 'browser-history',
  recognise({ name, bytes }) {
    if (!isDatabase(bytes)) return 0
    const letters = new TextDecoder('latin1').decode(bytes)
    if (/CREATE TABLE "?(urls|moz_places|history_items)"?\s*\(/i.test(letters)) return 0.99
    // A schema of many tables goes on in a later page.
    const beside =
      /CREATE TABLE "?(visits|keyword_search_terms|downloads_url_chains|moz_historyvisits|history_visits)\b/i
    return beside.test(letters) || /(^|\/)(History|places\.sqlite|History\.db)$/.test(name) ? 0.9 : 0
  },
  async read(file, emit, signal) {
    const database = openDatabase(await bytesOf(file, most, signal))
    const tables = database ? tablesOf(database) : []
    const found = histories.flatMap((history) => {
      const table = tables.find(({ name, columns }) => name === history.table && columns.includes(history.address))
      return table ? [{ ...history, table }] : []
    })[0]
    if (!database || !found) {
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
        path: file.name,
        reason: 'no table of visited addresses in it',
        where: file.name,
      })
    }
    let damaged = 0
    historyHosts(visited(found.table), emit, signal)
    if (damaged > 0) emit.ignored('damaged part of the database', damaged)

    function* visited(table: Table): Generator<VisitedRow> {
      if (!database || !found) return
      for (const [address, visits] of selectFrom(
        database,
        table,
        [found.address, found.visits],
        () => (damaged += 1),
      )) {
        if (typeof address !== 'string') continue
        yield { address, visits: typeof visits === 'number' ? visits : 1 }
      }
    }
  },
}
