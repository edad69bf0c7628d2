import { NabijError } from '@nabij/base'
import type { EvidenceFile } from '../../reader.ts'
import { textOf } from '../../text/index.ts'
import type { Entries } from './entries.ts'

const most = 64 * 1_048_576

/** Keys that are kept while a list is parsed; everything else, passwords first, is dropped there and then. */
const kept = new Set('encrypted items login uris uri name accounts vaults overview title url urls'.split(' '))

interface Item {
  name?: unknown
  login?: { uris?: unknown }
  overview?: { title?: unknown; url?: unknown; urls?: unknown }
}

/** Bitwarden's JSON (also of the organisation) and 1Password's `export.data`. */
export async function readJson(
  file: EvidenceFile,
  entries: Entries,
  signal: AbortSignal,
): Promise<'bitwarden' | '1password'> {
  const text = await textOf(file, most, signal)
  const list = parsed(text, file.name)
  if (list.encrypted === true) throw refuse(file.name, 'the export is encrypted: export it without a password')
  if (Array.isArray(list.items)) {
    for (const [at, item] of (list.items as Item[]).entries()) {
      entries.add(firstText(item?.login?.uris), textAt(item?.name), at + 1)
    }
    return 'bitwarden'
  }
  let place = 0
  for (const account of listAt(list.accounts)) {
    for (const vault of listAt((account as { vaults?: unknown } | null)?.vaults)) {
      for (const item of listAt((vault as { items?: unknown } | null)?.items) as Item[]) {
        place += 1
        const { title, url, urls } = item?.overview ?? {}
        entries.add(textAt(url) || firstText(urls), textAt(title), place)
      }
    }
  }
  return '1password'
}

function parsed(text: string, path: string): { encrypted?: unknown; items?: unknown; accounts?: unknown } {
  try {
    const list: unknown = JSON.parse(text, (key, value: unknown) =>
      key === '' || kept.has(key) || /^\d+$/.test(key) ? value : undefined,
    )
    if (typeof list === 'object' && list !== null && !Array.isArray(list)) return list
  } catch {
    // The parser's own words may quote the file, which holds passwords.
  }
  throw refuse(path, 'not the JSON of a known list of passwords')
}

function firstText(list: unknown): string {
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  if (typeof first === 'string') return first
  const entry = (first ?? {}) as { uri?: unknown; url?: unknown }
  return textAt(entry.uri) || textAt(entry.url)
}

function listAt(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textAt(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function refuse(path: string, reason: string): NabijError {
  return new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path, reason, where: path })
}
