import { NabijError } from '@nabij/base'
import type { Ctx, Middleware } from '../context.ts'
import { malformed } from '../errors/malformed.ts'
import { readBody } from './read-body.ts'

/** Reads a JSON body within the limit before the route's shape looks at it. */
export const jsonBody: Middleware = async (c, next) => {
  const type = mediaType(c)
  if (type !== 'application/json') {
    throw new NabijError('NABIJ_WRONG_TYPE', { expected: 'application/json', found: type || '–' })
  }
  const text = textOf(await readBody(c, c.get('hall').limits.json), c)
  parseJson(text, c)
  // The route's own reading then finds the text instead of the stream.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(text) })
  await next()
}

/** @throws NabijError NABIJ_MALFORMED; also for a text with U+0000, which no database or file name bears. */
export function parseJson(text: string, c: Ctx): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw malformed('json', c.get('language'), error)
  }
  if (text.includes('\\u0000') && holdsNul(value)) {
    const rule = c.get('language') === 'nl' ? 'mag geen NUL-teken bevatten' : 'may hold no NUL character'
    throw new NabijError('NABIJ_INVALID_INPUT', { where: 'json', rule })
  }
  return value
}

export function textOf(bytes: Uint8Array, c: Ctx): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw malformed('json', c.get('language'), error)
  }
}

/** Content-Type without its parameters; empty when there is none. */
export function mediaType(c: Ctx): string {
  return (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/** Looked for without recursion: JSON may be nested deeper than the stack is. */
function holdsNul(value: unknown): boolean {
  const left = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next === 'string' && next.includes('\0')) return true
    if (typeof next === 'object' && next !== null) {
      for (const [key, inner] of Object.entries(next)) left.push(key, inner)
    }
  }
  return false
}
