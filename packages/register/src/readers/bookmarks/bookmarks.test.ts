import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { bookmarks } from './index.ts'

const file = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<DL><p>
    <DT><H3>Bladwijzerbalk</H3>
    <DL><p>
        <DT><A HREF="https://acme.slack.com/messages/jan.devries" ADD_DATE="1700000000" ICON="data:image/png;base64,AAAA">Jan de Vries (Slack)</A>
        <DT><A HREF="https://docs.google.com/document/d/geheim123/edit">Salarissen</A>
        <DT><A HREF="https://docs.google.com/spreadsheets/d/x">Begroting</A>
        <DT><A HREF="https://jan:hunter2@www.moneybird.com/">Moneybird</A>
        <DT><A HREF="http://nas.local/">NAS</A>
        <DT><A HREF="file:///srv/notes.txt">Notes</A>
        <DT><A HREF="javascript:alert('jan')">Knop</A>
    </DL><p>
</DL><p>`

test('says which sites are bookmarked, and nothing of who or what', async () => {
  expect(sureness(bookmarks, file)).toBeGreaterThan(0.9)
  const { traces, records, ignored } = await readWith(bookmarks, file, { piece: 7 })
  expect(records).toBe(7)
  expect(ignored).toEqual({ 'no public address': 3 })
  expect(traces.map(({ name, text, locator }) => [name, text, locator])).toEqual([
    ['docs.google.com', 'docs.google.com · 2×', 'line 8'],
    ['moneybird.com', 'moneybird.com', 'line 10'],
    ['slack.com', 'slack.com', 'line 7'],
  ])
  expect(JSON.stringify(traces)).not.toMatch(/jan|hunter2|geheim|Salaris|acme/i)
})
