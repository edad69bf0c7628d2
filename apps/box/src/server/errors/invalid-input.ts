import type { z } from '@hono/zod-openapi'
import { NabijError } from '@nabij/base'
import type { Ctx } from '../context.ts'
import { ruleOf } from './rule-of.ts'

/** What zod found wrong, as our own error. An id that cannot be one is simply not there. */
export function refuseInvalid(result: { success: boolean; target: string; error?: z.ZodError }, c: Ctx): void {
  if (result.success) return
  if (result.target === 'param') throw notFound(c.req.path)
  const issue = result.error?.issues[0]
  if (!issue) throw new NabijError('NABIJ_INVALID_INPUT', { where: result.target, rule: '?' })
  throw new NabijError('NABIJ_INVALID_INPUT', ruleOf(deepest(issue), result.target, c.get('language')))
}

/** Within a union the branch that came furthest says what is really wrong. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0]
  return inner ? deepest({ ...inner, path: [...issue.path, ...inner.path] }) : issue
}

export function notFound(what: string): NabijError {
  return new NabijError('NABIJ_NOT_FOUND', { what: what.length > 120 ? `${what.slice(0, 120)}…` : what })
}
