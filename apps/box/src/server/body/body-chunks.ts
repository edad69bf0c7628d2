import { NabijError } from '@nabij/base'
import type { Ctx } from '../context.ts'
import { malformed } from '../errors/malformed.ts'

/**
 * The body piece by piece; it is never read further than asked for.
 * @throws NabijError NABIJ_TOO_SLOW when nothing comes for `silence`, or the whole takes longer than `total` ms;
 *   NABIJ_MALFORMED when the connection ends half-way.
 */
export async function* bodyChunks(c: Ctx, total = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  const body = c.req.raw.body
  if (!body) return
  const { bodySilence } = c.get('hall').limits
  const deadline = performance.now() + total
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader()
  let finished = false
  try {
    for (;;) {
      const patience = Math.min(bodySilence, deadline - performance.now())
      const { done, value } = await within(patience, reader.read(), c)
      finished = done
      if (done) return
      yield value
    }
  } finally {
    if (!finished) void reader.cancel().catch(() => undefined)
  }
}

async function within<T>(ms: number, work: Promise<T>, c: Ctx): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const seconds = Math.ceil(c.get('hall').limits.bodySilence / 1000)
    timer = setTimeout(() => reject(new NabijError('NABIJ_TOO_SLOW', { seconds })), Math.max(0, ms))
  })
  try {
    return await Promise.race([work, late])
  } catch (error) {
    throw error instanceof NabijError ? error : malformed('ended', c.get('language'), error)
  } finally {
    clearTimeout(timer)
  }
}
