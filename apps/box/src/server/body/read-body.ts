import { NabijError } from '@nabij/base'
import type { Ctx } from '../context.ts'
import { bodyChunks } from './body-chunks.ts'

/**
 * The whole body in memory, at most `limit` bytes; it is kept on the context as `body`.
 * @throws NabijError NABIJ_TOO_LARGE, NABIJ_TOO_BUSY, NABIJ_TOO_SLOW or NABIJ_MALFORMED.
 */
export async function readBody(c: Ctx, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(c.req.header('content-length') ?? Number.NaN)
  if (declared > limit) throw tooLarge(limit)
  const body = Number.isNaN(declared) ? await gather(c, limit) : await fill(c, declared)
  c.set('body', body)
  return body
}

/** The size is known: one buffer, filled as the bytes come. */
async function fill(c: Ctx, size: number): Promise<Uint8Array<ArrayBuffer>> {
  hold(c, size)
  const body = new Uint8Array(size)
  let at = 0
  for await (const chunk of bodyChunks(c, c.get('hall').limits.bodyTotal)) {
    if (at + chunk.length > size) throw tooLarge(size)
    body.set(chunk, at)
    at += chunk.length
  }
  return at === size ? body : body.subarray(0, at)
}

async function gather(c: Ctx, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bodyChunks(c, c.get('hall').limits.bodyTotal)) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    hold(c, chunk.length)
    chunks.push(chunk)
  }
  const body = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.length
  }
  return body
}

/** The room is given back when the request has been answered. */
function hold(c: Ctx, bytes: number): void {
  c.get('hall').budget.take(bytes)
  c.set('held', c.get('held') + bytes)
}

function tooLarge(limit: number): NabijError {
  const mebibytes = limit / 2 ** 20
  return new NabijError('NABIJ_TOO_LARGE', {
    limit: mebibytes >= 1 ? `${Math.round(mebibytes)} MiB` : `${Math.ceil(limit / 1024)} KiB`,
  })
}
