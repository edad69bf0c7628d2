import type { EvidenceFile } from '../../reader.ts'
import { linesOf } from '../../text/index.ts'

export interface DnsRecord {
  /** Full name, lower case, without a dot at the end. */
  owner: string
  type: string
  /** The rest of the record in pieces; texts within quotes are one piece each. */
  data: string[]
  /** Line on which it begins. */
  line: number
  /** What relative names in it are relative to. */
  origin: string
}

const types = new Set(
  'A AAAA ALIAS ANAME CAA CNAME DNAME DNSKEY DS HINFO HTTPS LOC MX NAPTR NS NSEC NSEC3 NSEC3PARAM PTR RRSIG SOA SPF SRV SSHFP SVCB TLSA TXT CDS CDNSKEY'.split(
    ' ',
  ),
)
const mostPieces = 400

/**
 * Records of a zone file (RFC 1035: `$ORIGIN`, parentheses, relative names, owner of the line before) and of what
 * `dig` prints (also AXFR), which is the same with full names. Directives that fetch other files are not followed.
 */
export async function* recordsOf(
  file: EvidenceFile,
  ignored: (reason: string) => void,
  signal: AbortSignal,
): AsyncGenerator<DnsRecord> {
  let origin = ''
  let owner = ''
  let open: { pieces: string[]; line: number; blank: boolean } | null = null
  let depth = 0
  for await (const { number, text } of linesOf(file, { signal })) {
    // `dig` begins its questions with `;name. IN MX`, which are comments too.
    const { pieces, opened } = piecesOf(text, depth)
    if (open === null && pieces.length === 0) continue
    open ??= { pieces: [], line: number, blank: /^\s/.test(text) }
    if (open.pieces.length < mostPieces) open.pieces.push(...pieces)
    depth = opened
    // A parenthesis that never closes ends after a page.
    if (depth > 0 && number - open.line < 200) continue
    depth = 0
    const { pieces: all, line, blank } = open
    open = null
    const record = recordOf(all, line, blank)
    if (record) yield record
  }
  const last = open && recordOf(open.pieces, open.line, open.blank)
  if (last) yield last

  function recordOf(pieces: string[], line: number, blank: boolean): DnsRecord | null {
    const [first = ''] = pieces
    if (first.startsWith('$')) {
      if (/^\$ORIGIN$/i.test(first)) origin = fullName(pieces[1] ?? '', origin)
      else if (!/^\$TTL$/i.test(first)) ignored('directive that is not followed')
      return null
    }
    let at = 0
    if (!blank) {
      owner = fullName(first, origin)
      at = 1
    }
    while (/^(\d+[smhdw]?|IN|CH|HS)$/i.test(pieces[at] ?? '')) at += 1
    const type = (pieces[at] ?? '').toUpperCase()
    if (!types.has(type)) {
      ignored('line that is no DNS record')
      return null
    }
    // A zone without $ORIGIN says its name in its first full owner.
    if (type === 'SOA' && origin === '') origin = owner
    return { owner, type, data: pieces.slice(at + 1), line, origin }
  }
}

/** A name as it stands, made full. */
export function fullName(name: string, origin: string): string {
  const plain = name.toLowerCase()
  if (plain === '@') return origin
  if (plain.endsWith('.') || origin === '') return plain.replace(/\.$/, '')
  return `${plain}.${origin}`
}

/** Words of a line without comments; text between quotes is one word. */
function piecesOf(line: string, depth: number): { pieces: string[]; opened: number } {
  const pieces: string[] = []
  let opened = depth
  for (const [piece, quoted] of line.matchAll(/"((?:[^"\\]|\\.)*)"?|;.*|[()]|[^\s;()"]+/g)) {
    if (piece.startsWith(';')) break
    if (piece === '(') opened += 1
    else if (piece === ')') opened = Math.max(0, opened - 1)
    else pieces.push(quoted === undefined ? piece : quoted.replaceAll('\\"', '"').replaceAll('\\;', ';'))
  }
  return { pieces, opened }
}

/** True when text begins as a zone file or the output of `dig` does: several records, hardly anything else. */
export function looksLikeZone(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 120)
    .filter((line) => line.trim() !== '' && !line.trim().startsWith(';'))
  const records = lines.filter((line) =>
    /^(\S+)?\s+(\d+[smhdw]?\s+)?((IN|CH)\s+)?(\d+\s+)?(SOA|MX|NS|A|AAAA|TXT|CNAME|SRV|CAA|SPF)\s+\S/i.test(line),
  )
  if (/^\$ORIGIN\s+\S+\./im.test(text.slice(0, 20_000)) && records.length > 0) return true
  const typed = records.filter((line) => /\s(IN)\s/i.test(line) || /\sSOA\s/.test(line) || /^\S+\.\s/.test(line))
  return typed.length >= 1 && records.length >= Math.max(1, lines.length * 0.5)
}
