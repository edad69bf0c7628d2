import type { EvidenceFile, EvidenceReader } from '../../reader.ts'
import { beginningOf, columnsOf, headerOf } from '../../table/index.ts'
import { linesOf } from '../../text/index.ts'
import { type Entries, passwordEntries } from './entries.ts'
import { readJson, refuse } from './json.ts'
import { holdsSecrets, type Layout, layoutOf } from './layouts.ts'

/**
 * Exports of password managers and browsers: Bitwarden, 1Password, KeePass, LastPass and others. Only the column of the
 * address and that of the title are taken from each row. A list of passwords whose layout is not known is claimed too, so
 * that no other reader takes it, and refused.
 */
export const passwords: EvidenceReader = {
  id: 'passwords',
  recognise: (head) => (kindOf(head.text) === null ? 0 : 0.99),
  async read(file, emit, signal) {
    const { text: head, file: rest } = await beginningOf(file)
    const kind = kindOf(head)
    if (kind === 'json') {
      const entries = passwordEntries(emit, 'entry')
      const app = await readJson(rest, entries, signal)
      entries.finish(
        app === 'bitwarden'
          ? { name: 'Bitwarden', domain: 'bitwarden.com' }
          : { name: '1Password', domain: '1password.com' },
      )
      return
    }
    const entries = passwordEntries(emit)
    if (kind === 'xml') {
      await readKeePass(rest, entries, signal)
      entries.finish({ name: 'KeePass', domain: 'keepass.info' })
      return
    }
    entries.finish((await readTable(rest, entries, emit.ignored, signal)).app)
  },
}

function kindOf(text: string): 'json' | 'xml' | 'table' | null {
  if (/^\s*\{/.test(text)) {
    const bitwarden = /"encrypted"\s*:\s*(true|false)/.test(text.slice(0, 500))
    return bitwarden || (/"accounts"\s*:/.test(text.slice(0, 500)) && /"vaults"\s*:/.test(text)) ? 'json' : null
  }
  if (/^\s*<\?xml[^>]*>\s*(<!--[^>]*-->\s*)?<(KeePassFile|pwlist|database)\b/.test(text.slice(0, 1000))) return 'xml'
  return holdsSecrets(headerOf(text)) ? 'table' : null
}

async function readTable(
  file: EvidenceFile,
  entries: Entries,
  ignored: (reason: string) => void,
  signal: AbortSignal,
): Promise<Layout> {
  let layout: Layout | null = null
  const rows = columnsOf(
    file,
    (header) => {
      layout = layoutOf(header)
      return layout && [header.indexOf(layout.address), header.indexOf(layout.title)]
    },
    { signal },
  )
  for await (const { line, cells, whole } of rows) {
    // A comma within a password that nobody quoted moves it into the column of the address.
    if (!whole) ignored('row of another length')
    else entries.add(cells[0] ?? '', cells[1] ?? '', line)
  }
  if (layout === null) throw refuse(file.name, 'a list of passwords with columns that are not known')
  return layout
}

/** KeePass 2: of each string only those with the key URL or Title are looked at. Lines, as a file may be large. */
async function readKeePass(file: EvidenceFile, entries: Entries, signal: AbortSignal): Promise<void> {
  let key = ''
  let address = ''
  let title = ''
  for await (const { number, text } of linesOf(file, { signal })) {
    for (const [tag, name, named, value] of text.matchAll(
      /<Key>([^<]{1,40})<\/Key>|<Value(?:\s[^>]{0,80})?>([^<]*)<\/Value>|<\/?Entry>|<URL>([^<]*)<\/URL>/gi,
    )) {
      if (name !== undefined) key = name
      else if (/^<\/entry>$/i.test(tag)) {
        if (address || title) entries.add(plain(address), plain(title), number)
        address = ''
        title = ''
      } else if (/^<value/i.test(tag)) {
        if (key === 'URL') address = named ?? ''
        if (key === 'Title') title = named ?? ''
        key = ''
      } else if (value !== undefined) address = value
    }
  }
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
