import { NabijError } from '@nabij/base'
import type { EvidenceFile } from '../reader.ts'
import { textOf } from '../text/index.ts'

export interface XmlElement {
  /** Local name, without prefix. */
  name: string
  /** Local names from the root to the parent. Changes with the next element: do not keep it. */
  path: readonly string[]
  attribute(name: string): string | undefined
  line: number
  /** Text directly within it; only known at its end. */
  text: string
}

interface Open {
  name: string
  written: string
  line: number
  text: string
}

const most = 96 * 1_048_576
const deepest = 200
const longestTag = 65_536

/**
 * Walks through XML: `open` at each beginning, `close` at each end. No entity but the five of XML and numbers is known, a
 * document type with declarations of its own is refused as hostile, nothing is fetched. Ends that do not match are forgiven.
 * @returns false when it breaks off: something that began has no end
 */
export async function readXml(
  file: EvidenceFile,
  signal: AbortSignal,
  visit: { open?(element: XmlElement): void; close?(element: XmlElement): void },
): Promise<boolean> {
  const source = await textOf(file, most, signal)
  const stack: Open[] = []
  const path: string[] = []
  let line = 1
  let counted = 0
  let at = 0

  for (;;) {
    const tag = source.indexOf('<', at)
    const between = tag < 0 ? source.length : tag
    const top = stack.at(-1)
    if (top && between > at && top.text.length < 10_000) top.text += source.slice(at, Math.min(between, at + 10_000))
    if (tag < 0) return stack.length === 0
    if (source.startsWith('<!--', tag)) at = after('-->', tag + 4)
    else if (source.startsWith('<![CDATA[', tag)) {
      const end = after(']]>', tag)
      if (top && top.text.length < 10_000) top.text += escaped(source.slice(tag + 9, Math.min(end - 3, tag + 10_000)))
      at = end
    } else if (source.startsWith('<?', tag)) at = after('?>', tag)
    else if (source.startsWith('<!', tag)) {
      const end = after('>', tag)
      if (/<!ENTITY|\[/.test(source.slice(tag, end)))
        throw new NabijError('NABIJ_EVIDENCE_HOSTILE', { path: file.name, reason: 'XML with declarations of its own' })
      at = end
    } else {
      const end = endOfTag(tag)
      const written = source.slice(tag + 1, Math.min(end - 1, tag + longestTag))
      if (written[0] === '/') close(written.slice(1).trim())
      else if (/^[A-Za-z_]/.test(written)) open(written, lineAt(tag))
      at = end
    }
  }

  function open(written: string, line: number): void {
    const full = /^[^\s/>]+/.exec(written)?.[0] ?? ''
    const element: Open = { name: localName(full), written, line, text: '' }
    visit.open?.(asElement(element))
    if (written.endsWith('/')) visit.close?.(asElement(element))
    else if (stack.length < deepest) {
      stack.push(element)
      path.push(element.name)
    } else throw new NabijError('NABIJ_EVIDENCE_HOSTILE', { path: file.name, reason: 'XML that is nested too deep' })
  }

  function close(full: string): void {
    const name = localName(full)
    if (!path.includes(name)) return
    for (;;) {
      const element = stack.pop()
      path.pop()
      if (!element) return
      visit.close?.(asElement(element))
      if (element.name === name) return
    }
  }

  function asElement({ name, written, line, text }: Open): XmlElement {
    return { name, path, line, text: unescaped(text).trim(), attribute: (wanted) => attributeOf(written, wanted) }
  }

  function after(end: string, from: number): number {
    const found = source.indexOf(end, from)
    return found < 0 ? source.length : found + end.length
  }

  function endOfTag(from: number): number {
    let quote = ''
    const last = Math.min(source.length, from + longestTag)
    for (let here = from + 1; here < last; here += 1) {
      const char = source[here]
      if (quote !== '') {
        if (char === quote) quote = ''
      } else if (char === '"' || char === "'") quote = char
      else if (char === '>') return here + 1
    }
    return last
  }

  function lineAt(place: number): number {
    for (let next = source.indexOf('\n', counted); next >= 0 && next < place; next = source.indexOf('\n', counted)) {
      line += 1
      counted = next + 1
    }
    return line
  }
}

function attributeOf(written: string, wanted: string): string | undefined {
  for (const [, name = '', double, single] of written.matchAll(/([\w:.-]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (localName(name) === wanted) return unescaped(double ?? single ?? '')
  }
  return undefined
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (all, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : -1
    if (code >= 0) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return named[name as string] ?? all
  })
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;')
}
