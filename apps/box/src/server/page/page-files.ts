import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** One file of the page, kept in memory: a page that is built anew while the box runs does not mix with the old one. */
export interface PageFile {
  type: string
  /** Its name carries a hash of its content: it never changes. */
  hashed: boolean
  bytes: Uint8Array<ArrayBuffer>
  /** The packed form, made when it is first asked for; null when it does not pay. */
  packed(encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> | null
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

/** All files below the folder by their path in the address; empty when there is no folder. Only these are ever served. */
export function readPage(folder: string): Map<string, PageFile> {
  const names = list(folder)
  return new Map(names.map((name) => [`/${name.split(sep).join('/')}`, read(folder, name)]))
}

function list(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch {
    return []
  }
}

function read(folder: string, name: string): PageFile {
  const bytes = new Uint8Array(readFileSync(join(folder, name)))
  const type = types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  const pays = /^text|json|svg|ttf/.test(type) && bytes.length > 1024
  const made = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  return {
    type,
    hashed: /^assets[/\\].*[-.][\w-]{8,}\.\w+$/.test(name),
    bytes,
    packed(encoding) {
      if (!pays) return null
      const known = made.get(encoding) ?? pack(bytes, encoding)
      made.set(encoding, known)
      return known
    },
  }
}

async function pack(bytes: Uint8Array, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'gzip') return new Uint8Array(await promisify(gzip)(bytes))
  return new Uint8Array(await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }))
}
