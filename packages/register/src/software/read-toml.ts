import type { EvidenceFile } from '../reader.ts'
import { blocksOf } from '../text/index.ts'

export interface TomlEntry {
  line: number
  /** `tool.poetry.dependencies`, without quotes and brackets; empty at the top. */
  table: string
  /** Number of the table in the file: two `[[package]]` differ. */
  tableNumber: number
  /** Empty for the line of the table itself. */
  key: string
  /** Without quotes; of a list one visit per text in it; an inline table stays as it is. */
  value: string
}

/**
 * Reads TOML line by line as far as manifests and lock files need it. Tolerant: what is not understood is passed over.
 * @param visit is called for each table and each key.
 */
export async function readToml(
  file: EvidenceFile,
  signal: AbortSignal,
  visit: (entry: TomlEntry) => void,
): Promise<void> {
  let table = ''
  let tableNumber = 0
  /** Key of a list that goes on over lines. */
  let listKey: string | null = null
  /** The quotes that close a text of many lines. */
  let textEnd: string | null = null

  for await (const { first, lines } of blocksOf(file, { signal })) {
    for (const [at, text] of lines.entries()) take(text.trim(), first + at)
  }

  function take(text: string, line: number): void {
    if (textEnd !== null) {
      if (text.includes(textEnd)) textEnd = null
      return
    }
    if (text === '' || text[0] === '#') return
    if (listKey !== null) {
      items(listKey, text, line)
      if (closes(text)) listKey = null
      return
    }
    if (text[0] === '[') {
      const name = /^\[{1,2}([^[\]]{1,300})\]{1,2}/.exec(text)?.[1]
      if (name === undefined) return
      table = name.replace(/["'\s]/g, '')
      tableNumber += 1
      visit({ line, table, tableNumber, key: '', value: '' })
      return
    }
    const equals = equalsOf(text)
    if (equals < 0) return
    const key = text.slice(0, equals).trim().replace(/["']/g, '')
    const value = text.slice(equals + 1).trim()
    const many = /^("""|''')/.exec(value)?.[1]
    if (many) {
      if (!value.slice(3).includes(many)) textEnd = many
      return
    }
    if (value[0] === '[') {
      items(key, value.slice(1), line)
      if (!closes(value.slice(1))) listKey = key
      return
    }
    visit({ line, table, tableNumber, key, value: plain(value) })
  }

  function items(key: string, text: string, line: number): void {
    for (const [, double, single] of text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|#.*$/g)) {
      const value = double ?? single
      if (value !== undefined) visit({ line, table, tableNumber, key, value })
    }
  }
}

/** The text after a key in an inline table: `version` of `{ version = "1", optional = true }`. */
export function inlineValue(value: string, key: string): string | undefined {
  const at = value.startsWith('{') ? value.search(new RegExp(`[{,]\\s*["']?${key}["']?\\s*=`)) : -1
  if (at < 0) return undefined
  return plain(value.slice(value.indexOf('=', at) + 1).trim())
}

function equalsOf(text: string): number {
  const quote = text[0]
  const from = quote === '"' || quote === "'" ? text.indexOf(quote, 1) + 1 : 0
  return text.indexOf('=', from)
}

/** True when a list ends on this line: a bracket outside quotes. */
function closes(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').replace(/#.*$/, '')
  let depth = 1
  for (const char of bare) {
    if (char === '[') depth += 1
    else if (char === ']') depth -= 1
  }
  return depth <= 0
}

function plain(value: string): string {
  const quote = value[0]
  if (quote === '"' || quote === "'") {
    const end = value.indexOf(quote, 1)
    return end < 0 ? value.slice(1) : value.slice(1, end)
  }
  if (quote === '{') return value
  return value.replace(/\s*#.*$/, '')
}
