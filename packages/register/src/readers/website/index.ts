import { NabijError } from '@nabij/base'
import { hostOf, siteOf, siteTally } from '../../hosts/index.ts'
import type { Emit, EvidenceReader } from '../../reader.ts'
import { beginningOf } from '../../table/index.ts'
import { blocksOf, textOf } from '../../text/index.ts'

const mostArchive = 192 * 1_048_576

/** A page of the own site, or what a browser recorded of it (HAR): whose hosts a visitor's browser talks to. */
export const website: EvidenceReader = {
  id: 'website',
  recognise({ text }) {
    const start = text.slice(0, 4000)
    if (/^\s*\{\s*"log"\s*:\s*\{/.test(start) && /"(creator|entries|version)"\s*:/.test(start)) return 0.97
    if (/NETSCAPE-Bookmark-file-1/i.test(start)) return 0
    return /^\s*(<!--[\s\S]{0,1000}?-->\s*)?(<!doctype html|<html[\s>])/i.test(start) ? 0.7 : 0
  },
  async read(source, emit, signal) {
    const { text, file } = await beginningOf(source)
    if (!/^\s*\{/.test(text)) {
      const tally = siteTally()
      const own = ownDomain(text)
      /** What the page says it was made with: `WordPress 6.7`. */
      const generators = new Set<string>()
      for await (const { first, lines } of blocksOf(file, { signal })) {
        for (const [at, line] of lines.entries()) readLine(line, first + at)
      }
      tally.emit(emit, 'website')
      for (const name of [...generators].slice(0, 20)) {
        emit.trace({ kind: 'website', name, locator: 'meta generator', text: `made with ${name}` })
      }
      return

      function readLine(line: string, number: number): void {
        for (const [, tag = '', address = ''] of line.matchAll(loads)) {
          const isLink =
            tag.toLowerCase() === 'link' && /rel\s*=\s*["']?(canonical|alternate|shortlink|author|me\b)/i.test(line)
          if (!isLink) take(address)
        }
        const maker = /<meta[^>]{0,300}name=["']generator["'][^>]{0,300}content=["']([^"']{1,80})/i.exec(line)?.[1]
        if (maker) generators.add(maker.replace(/[\s;(]+v?\d.*$/, '').trim())
        for (const [address] of line.matchAll(
          /(?:https?:)?\/\/[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?=[/"'`?\s\\:])/gi,
        )) {
          // Addresses within scripts, where third parties are loaded from; a plain link is no dependency.
          if (/<script|\.src\s*=|import\(|fetch\(|@import|url\(/i.test(line)) take(address)
        }

        function take(address: string): void {
          const host = hostOf(address.startsWith('//') ? `https:${address}` : address)
          if (host === null) return
          emit.record()
          if (siteOf(host)?.domain === own && own !== null) emit.ignored('own host')
          else if (!tally.add(host, number)) emit.ignored('no public address')
        }
      }
    }
    readArchive(await textOf(file, mostArchive, signal), file.name, emit)
  },
}

const loads =
  /<(script|link|img|iframe|source|video|audio|embed|object|form|input)\b[^>]{0,2000}?\s(?:src|href|action|data)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]{1,2000})/gi

/** The domain that a page says to be its own. */
function ownDomain(text: string): string | null {
  const address =
    /<link[^>]{0,500}rel=["']?canonical["']?[^>]{0,500}href=["']([^"']{1,500})/i.exec(text)?.[1] ??
    /<link[^>]{0,500}href=["']([^"']{1,500})["'][^>]{0,500}rel=["']?canonical/i.exec(text)?.[1] ??
    /<meta[^>]{0,500}property=["']og:url["'][^>]{0,500}content=["']([^"']{1,500})/i.exec(text)?.[1] ??
    /<base[^>]{0,500}href=["']([^"']{1,500})/i.exec(text)?.[1]
  const host = address === undefined ? null : hostOf(address)
  return host === null ? null : (siteOf(host)?.domain ?? null)
}

/** Requests of a HAR. Headers, cookies, bodies and paths, which hold sessions and names, are dropped while it is parsed. */
function readArchive(text: string, path: string, emit: Emit): void {
  const kept = new Set(['log', 'entries', 'request', 'url'])
  let entries: unknown
  try {
    const archive = JSON.parse(text, (key, value: unknown) =>
      key === '' || kept.has(key) || /^\d+$/.test(key) ? value : undefined,
    ) as { log?: { entries?: unknown } } | null
    entries = archive?.log?.entries
  } catch {
    entries = null
  }
  if (!Array.isArray(entries)) {
    throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path, reason: 'no requests in the recording', where: path })
  }
  const tally = siteTally()
  const hosts = (entries as ({ request?: { url?: unknown } } | null)[]).map((entry) => {
    const url = entry?.request?.url
    return typeof url === 'string' ? hostOf(url) : null
  })
  // What was asked first is the site itself.
  const first = hosts.find((host) => host !== null)
  const own = first ? siteOf(first)?.domain : undefined
  for (const [at, host] of hosts.entries()) {
    emit.record()
    if (host === null) emit.ignored('no public address')
    else if (own !== undefined && siteOf(host)?.domain === own) emit.ignored('own host')
    else if (!tally.add(host, at + 1)) emit.ignored('no public address')
  }
  tally.emit(emit, 'website', { place: 'request' })
}
