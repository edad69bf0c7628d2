import { hostOf, siteTally } from '../../hosts/index.ts'
import type { EvidenceReader } from '../../reader.ts'
import { linesOf } from '../../text/index.ts'

/** Bookmarks as every browser exports them (the Netscape format): which sites, neither titles nor pages. */
export const bookmarks: EvidenceReader = {
  id: 'bookmarks',
  recognise: ({ text }) => (/<!DOCTYPE NETSCAPE-Bookmark-file-1>/i.test(text.slice(0, 2000)) ? 0.99 : 0),
  async read(file, emit, signal) {
    const tally = siteTally()
    for await (const { number, text } of linesOf(file, { signal })) {
      for (const [, address = ''] of text.matchAll(/<A\s+HREF="([^"]*)"/gi)) {
        emit.record()
        const host = hostOf(address)
        if (host === null || !tally.add(host, number)) emit.ignored('no public address')
      }
    }
    tally.emit(emit, 'bookmark')
  },
}
