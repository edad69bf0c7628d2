import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pictureType } from '../body/picture-type.ts'
import type { Ctx } from '../context.ts'

/** Pictures under an id never change: a browser asks for each once. */
export function answerPicture(c: Ctx, bytes: Uint8Array, tag: string): Response {
  const headers = { etag: `"${tag}"`, 'cache-control': 'private, max-age=31536000, immutable' }
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
  return c.body(asBody(bytes), 200, { ...headers, 'content-type': pictureType(bytes) })
}

/** A file to keep. What comes from the sample says so in its name. */
export function answerDownload(c: Ctx, bytes: Uint8Array, name: string): Response {
  return c.body(asBody(bytes), 200, downloadHeaders(c, name))
}

export function downloadHeaders(c: Ctx, name: string): Record<string, string> {
  const mark = c.get('language') === 'nl' ? 'VOORBEELD' : 'SAMPLE'
  return download(c.get('workspace').kind === 'sample' ? `${mark}-${name}` : name)
}

/** A file that may be larger than memory. */
export async function answerFile(c: Ctx, path: string, name: string): Promise<Response> {
  const { size } = await stat(path)
  const headers = { ...download(name), 'content-length': String(size) }
  if (c.req.raw.method === 'HEAD') return c.body(null, 200, headers)
  return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array<ArrayBuffer>>, 200, headers)
}

function download(name: string): Record<string, string> {
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
  }
}

/** The same bytes; a body may not lie in shared memory, which these never do. */
function asBody(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>
}
