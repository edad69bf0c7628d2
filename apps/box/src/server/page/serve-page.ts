import { createHash } from 'node:crypto'
import { NabijError } from '@nabij/base'
import type { Ctx, Middleware } from '../context.ts'
import { notFound } from '../errors/invalid-input.ts'
import { type PageFile, readPage } from './page-files.ts'

/**
 * Serves the page: its files by their exact names, and index.html for every other address without a file's
 * extension, at / and below /sample/ alike. What is not in the folder cannot be reached.
 */
export function servePage(folder: string): Middleware {
  const files = readPage(folder)
  const tags = new Map<PageFile, string>()
  return async (c) => {
    const path = c.req.path
    if (/^(\/sample)?\/api(\/|$)/.test(path)) throw notFound(path)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      throw new NabijError('NABIJ_METHOD_NOT_ALLOWED', { method: c.req.method, allowed: 'GET, HEAD' })
    }
    const file = files.get(path) ?? (/\.[^/]*$/.test(path) ? null : files.get('/index.html'))
    if (!file && files.size === 0) throw new NabijError('NABIJ_PAGE_MISSING')
    if (!file) throw notFound(path)
    const tag = tags.get(file) ?? tagOf(file)
    tags.set(file, tag)
    return answer(c, file, tag)
  }
}

async function answer(c: Ctx, file: PageFile, tag: string): Promise<Response> {
  const caching = file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache'
  const headers: Record<string, string> = { 'cache-control': caching, etag: tag, vary: 'accept-encoding' }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  const encoding = encodingOf(c.req.header('accept-encoding') ?? '')
  const packed = encoding && (await file.packed(encoding))
  headers['content-type'] = file.type
  if (encoding && packed) headers['content-encoding'] = encoding
  return c.body(packed || file.bytes, 200, headers)
}

function encodingOf(accepted: string): 'br' | 'gzip' | null {
  const takes = (name: string): boolean =>
    new RegExp(`(^|,)\\s*${name}\\s*(?!;\\s*q=0(\\.0*)?\\s*(,|$))(;|,|$)`, 'i').test(accepted)
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : null
}

function tagOf(file: PageFile): string {
  return `W/"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22)}"`
}
