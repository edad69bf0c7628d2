import type { DnsAnswer, DnsQuestion } from '@nabij/base'
import { spfIncludes } from '../mail.ts'

/** Names that the answers' SPF records include. */
export function includedIn(answers: readonly DnsAnswer[]): DnsQuestion[] {
  const names = answers.flatMap(({ type, records }) =>
    type === 'TXT' ? records.map(textOf).filter(isSpf).flatMap(spfIncludes) : [],
  )
  return [...new Set(names)].filter(isName).map((name) => ({ name, type: 'TXT' }))
}

/**
 * Answers as a zone file, for the reader of zone files: the same answers give the same text. Of the names that were only
 * included nothing but their SPF record stands in it.
 */
export function zoneText(domain: string, answers: readonly DnsAnswer[]): string {
  const lines = answers.flatMap(({ name, type, records }) =>
    records
      .filter((record) => isOf(name, domain) || isSpf(textOf(record)))
      .map((record) => `${name}. IN ${type} ${record}`),
  )
  return `$ORIGIN ${domain}.\n${[...new Set(lines)].sort().join('\n')}\n`
}

/** A text as it stands in a zone file: in quotes, in the pieces that it came in. What could end it early is left out. */
export function quotedText(pieces: readonly string[]): string {
  // oxlint-disable-next-line no-control-regex -- an answer comes from anybody
  return pieces.map((piece) => `"${piece.replaceAll(/[\u0000-\u001f\u007f"\\]/g, '')}"`).join(' ')
}

/** Whether an answer's name may stand in a zone file. */
export function isName(name: string): boolean {
  return /^[a-z0-9_*-]+(?:\.[a-z0-9_-]+)*$/i.test(name) && name.length <= 253
}

function textOf(record: string): string {
  return record.replaceAll('" "', '').replaceAll('"', '')
}

function isSpf(text: string): boolean {
  return /^v=spf1(\s|$)/i.test(text)
}

function isOf(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`)
}
