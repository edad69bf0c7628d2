import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from './shipped-parts.ts'

const named = /^(licen[cs]e|copying|unlicense)(\.(md|txt))?$/i
/** What tells the packages of one product for several kinds of computer apart. */
const platform =
  /-(darwin|linux|linuxmusl|win32|win|freebsd|webcontainers)?-?(arm|arm64|x64|ia32|ppc64|riscv64|s390x|wasm32)$/
/** Its own file is long and goes along whole, beside the program. */
const nodeText =
  'Node.js is a program of its own in the archive. Its licence, and those of the libraries in it: the file node/LICENSE there.'
const texts = join(import.meta.dirname, 'texts')

/** The licence text that goes with a part: its own, that of its sibling for this computer, or the licence's general text. */
export function licenceText(root: string, part: Part, all: readonly Part[]): string {
  if (/^node-(linux|win)-/.test(part.name)) return nodeText
  const family = part.name.replace(platform, '')
  const siblings = all.filter((other) => other.name.replace(platform, '') === family)
  const own = [part, ...siblings].map(({ place }) => readLicence(join(root, place))).find((text) => text !== null)
  return (own ?? generalText(part)).replaceAll('\r\n', '\n').trim()
}

function readLicence(folder: string): string | null {
  const file = existsSync(folder) ? readdirSync(folder).find((name) => named.test(name)) : undefined
  return file === undefined ? null : readFileSync(join(folder, file), 'utf8')
}

function generalText({ name, license }: Part): string {
  const pages = license === 'LGPL-3.0-or-later' ? ['libvips.md', 'LGPL-3.0-or-later.txt'] : [`${license}.txt`]
  const absent = pages.find((page) => !existsSync(join(texts, page)))
  if (absent) throw new Error(`${name} comes without a licence text: add tools/parts/texts/${absent}`)
  return pages.map((page) => readFileSync(join(texts, page), 'utf8')).join('\n')
}
