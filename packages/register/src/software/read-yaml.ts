import type { EvidenceFile } from '../reader.ts'
import { blocksOf } from '../text/index.ts'

export interface YamlEntry {
  line: number
  /** Keys from the root to this entry's parent; `-` for an item of a list. Changes with the next entry: do not keep it. */
  path: readonly string[]
  /** Empty for an item of a list that is a mere value. */
  key: string
  /** Without quotes, comment, anchor and tag; empty when what belongs to it follows on other lines. */
  value: string
  /** Of documents divided by `---`, which one, from 0. */
  document: number
}

interface Level {
  indent: number
  key: string
  item: boolean
}

const deepest = 100

/**
 * Reads YAML line by line as far as we need it: keys, values, lists, by their indent. Tolerant on purpose: a Helm template
 * or a lock file cut in half is still read, nothing is expanded (no alias bombs), memory does not grow.
 */
export async function readYaml(
  file: EvidenceFile,
  signal: AbortSignal,
  visit: (entry: YamlEntry) => void,
): Promise<void> {
  const stack: Level[] = []
  const path: string[] = []
  let document = 0
  /** Within a block of text (`|`, `>`) all that is indented further than this is skipped. */
  let blockIndent = -1

  for await (const { first, lines } of blocksOf(file, { signal })) {
    for (const [at, text] of lines.entries()) take(text, first + at)
  }

  function take(text: string, line: number): void {
    const indent = indentOf(text)
    if (indent === text.length) return
    if (blockIndent >= 0) {
      if (indent > blockIndent) return
      blockIndent = -1
    }
    const first = text[indent]
    if (first === '#') return
    if (indent === 0 && (text.startsWith('---') || text.startsWith('...'))) {
      shrink(0)
      document += 1
      return
    }
    if (text.startsWith('{{', indent)) return
    entry(text, indent, line)
  }

  function entry(text: string, from: number, line: number): void {
    let at = from
    while (text[at] === '-' && (at + 1 === text.length || text[at + 1] === ' ' || text[at + 1] === '\t')) {
      popTo(at, true)
      push(at, '-', true)
      at += 1
      while (text[at] === ' ' || text[at] === '\t') at += 1
      if (at >= text.length || text[at] === '#') return
    }
    const colon = colonOf(text, at)
    if (colon < 0) {
      // A line that neither is an item nor has a key goes on with an earlier value.
      if (at > from) visit({ line, path, key: '', value: plainValue(text.slice(at)), document })
      return
    }
    popTo(at, false)
    const key = unquoted(text.slice(at, colon).trim())
    const value = plainValue(text.slice(colon + 1))
    if (/^[|>][-+0-9]*$/.test(value)) {
      blockIndent = at
      visit({ line, path, key, value: '', document })
    } else visit({ line, path, key, value, document })
    push(at, key, false)
  }

  function popTo(indent: number, item: boolean): void {
    let size = stack.length
    while (size > 0) {
      const top = stack[size - 1]
      if (!top || top.indent < indent || (item && top.indent === indent && !top.item)) break
      size -= 1
    }
    shrink(size)
  }

  function push(indent: number, key: string, item: boolean): void {
    if (stack.length >= deepest) return
    stack.push({ indent, key, item })
    path.push(key)
  }

  function shrink(size: number): void {
    stack.length = size
    path.length = size
  }
}

/** The items of `[a, b]`, or the keys of `{a: 1, b: 2}`; one item for anything else; none for nothing. */
export function flowItems(value: string): string[] {
  const inner = /^[[{](.*?)[\]}]?$/.exec(value)?.[1]
  if (inner === undefined) return value === '' ? [] : [value]
  return inner
    .split(',')
    .map((item) => unquoted(item.trim()))
    .filter((item) => item !== '')
}

/** The values of `{a: 1, b: 2}` by key. */
export function flowMap(value: string): Map<string, string> {
  const pairs = value.startsWith('{') ? flowItems(value) : []
  return new Map(
    pairs.map((pair) => {
      const colon = pair.indexOf(':')
      return [unquoted(pair.slice(0, Math.max(0, colon)).trim()), unquoted(pair.slice(colon + 1).trim())]
    }),
  )
}

/** Where the colon after a key stands: followed by a space or the end, outside quotes. */
function colonOf(text: string, from: number): number {
  const quote = text[from]
  let at = from
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, from + 1)
    if (end < 0) return -1
    at = end + 1
    while (text[at] === ' ') at += 1
    return text[at] === ':' && (at + 1 === text.length || text[at + 1] === ' ') ? at : -1
  }
  if (quote === '[' || quote === '{' || quote === '&' || quote === '*' || quote === '|') return -1
  for (;;) {
    at = text.indexOf(':', at)
    if (at < 0) return -1
    const next = text[at + 1]
    if (next === undefined || next === ' ' || next === '\t') {
      const comment = text.indexOf(' #', from)
      return comment >= 0 && comment < at ? -1 : at
    }
    at += 1
  }
}

function plainValue(text: string): string {
  const value = text.trim().replace(/^(?:[&!][^\s]*\s*)+/, '')
  const quote = value[0]
  if (quote === '"' || quote === "'") {
    const end = value.indexOf(quote, 1)
    return end < 0 ? value.slice(1) : value.slice(1, end)
  }
  if (quote === '#') return ''
  const comment = value.indexOf(' #')
  return comment < 0 ? value : value.slice(0, comment).trimEnd()
}

function unquoted(text: string): string {
  const quote = text[0]
  return text.length >= 2 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text
}

function indentOf(text: string): number {
  let at = 0
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at
}
