import { createRoute, z } from '@hono/zod-openapi'
import { RuleBook, RuleBookImport } from '@nabij/base'
import { jsonBody } from '../../body/json-body.ts'
import { ownOnly } from '../../guard/own-only.ts'
import type { Router } from '../router.ts'
import { answer, fails, sent } from '../shapes.ts'
import * as decided from './decided-examples.ts'

const tags = ['Doubts']
const Choice = z.enum(['true', 'false']).default('false')

const give = createRoute({
  method: 'get',
  path: '/register/rule-book',
  tags,
  summary: 'Take along what you decided',
  description:
    'Answers to questions, findings that were set apart, and services that only their own name tells: one file.',
  responses: { 200: answer(RuleBook, 'The rule book', decided.ruleBook) },
})

const take = createRoute({
  method: 'post',
  path: '/register/rule-book',
  tags,
  summary: 'Take in what was decided before, or elsewhere',
  description:
    'The same file twice changes nothing. Where the same words have another answer here, that one stays and both are told; with `replace=true` the file’s counts. With `preview=true` nothing changes.',
  middleware: [ownOnly, jsonBody] as const,
  request: { query: z.strictObject({ preview: Choice, replace: Choice }), ...sent(RuleBook, decided.ruleBook) },
  responses: { 200: answer(RuleBookImport, 'What it brings', decided.ruleBookImport) },
  ...fails('NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE', 'NABIJ_SAMPLE_READ_ONLY', 'NABIJ_DISK_FULL'),
})

export function addRuleBook(router: Router): void {
  router.openapi(give, async (c) => {
    c.header('content-disposition', 'attachment; filename="nabij-rules.json"')
    return c.json(await c.get('workspace').register.ruleBook(), 200)
  })
  router.openapi(take, async (c) => {
    const { preview, replace } = c.req.valid('query')
    const how = { preview: preview === 'true', replace: replace === 'true' }
    return c.json(await c.get('workspace').register.takeRuleBook(c.req.valid('json'), how), 200)
  })
}
