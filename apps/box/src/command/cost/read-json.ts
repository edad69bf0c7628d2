import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { NabijError, Price } from '@nabij/base'
import { ruleOf } from '../../server/errors/rule-of.ts'
import type { Call } from '../verb.ts'

/** No case and no list of prices is larger; the list of all of Amazon's machines is, and is refused. */
const mostBytes = 128 * 2 ** 20

/** A file that somebody named, as text. @throws NabijError NABIJ_PRICE_LIST_UNREADABLE, NABIJ_COMMAND_FILE */
export function textOf(path: string): string {
  return readable(path, () => {
    if (statSync(path).size > mostBytes)
      throw new NabijError('NABIJ_PRICE_LIST_UNREADABLE', { reason: `> ${mostBytes / 2 ** 20} MB` })
    return readFileSync(path, 'utf8')
  })
}

/** Its beginning, by which readers recognise their own. A bill may be larger than what fits in memory. */
export function headOf(path: string): string {
  return readable(path, () => {
    const bytes = Buffer.alloc(65_536)
    const file = openSync(path, 'r')
    try {
      return bytes.toString('utf8', 0, readSync(file, bytes))
    } finally {
      closeSync(file)
    }
  })
}

function readable(path: string, read: () => string): string {
  try {
    return read()
  } catch (error) {
    if (error instanceof NabijError) throw error
    throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: (error as NodeJS.ErrnoException).code }, error)
  }
}

export function jsonOf(path: string): unknown {
  const text = textOf(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NabijError('NABIJ_INVALID_INPUT', { where: path, rule: 'JSON' }, error)
  }
}

interface Shape<T> {
  safeParse(data: unknown): { success: true; data: T } | { success: false; error: { issues: unknown[] } }
}

/** What fits the shape. @throws NabijError NABIJ_INVALID_INPUT, with the place and the rule */
export function fitting<T>(shape: Shape<T>, data: unknown, where: string, { language }: Call): T {
  const found = shape.safeParse(data)
  if (found.success) return found.data
  const [issue] = found.error.issues
  throw new NabijError('NABIJ_INVALID_INPUT', ruleOf(issue as Parameters<typeof ruleOf>[0], where, language))
}

/** Prices as `cost import` saves them. */
export function pricesIn(path: string, call: Call): Price[] {
  return fitting(Price.array().max(200), jsonOf(path), path, call)
}
