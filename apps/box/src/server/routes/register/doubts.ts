import { createRoute, z } from '@hono/zod-openapi'
import { OwnRule, Question, SetApart } from '@nabij/base'
import { jsonBody } from '../../body/json-body.ts'
import type { Router } from '../router.ts'
import { answer, fails, PlainText, sent } from '../shapes.ts'
import { answerJson } from './answer-json.ts'
import * as decided from './decided-examples.ts'
import * as examples from './examples.ts'

const tags = ['Doubts']
const QuestionParam = z.object({ id: z.string().min(1).max(200) })
const RuleParam = z.object({ words: z.string().min(1).max(300) })

const questions = createRoute({
  method: 'get',
  path: '/register/questions',
  tags,
  summary: 'List the open questions',
  description: 'Names that may be a service and may be a butcher. What matters most comes first.',
  responses: {
    200: answer(z.object({ questions: z.array(Question) }), 'The questions', { questions: [examples.question] }),
  },
})

const said = createRoute({
  method: 'post',
  path: '/register/questions/{id}',
  tags,
  summary: 'Answer a question',
  description:
    'With a product (`vendor:<id>` when only the vendor is known), with a name of your own, or with `productId: null` alone: no service. It is remembered as a rule of your own.',
  middleware: [jsonBody] as const,
  request: {
    params: QuestionParam,
    ...sent(
      z.strictObject({ productId: z.string().min(1).max(200).nullable(), name: PlainText(200).nullable().optional() }),
      { productId: null },
    ),
  },
  responses: { 200: answer(OwnRule, 'The rule', examples.rule) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE'),
})

const rules = createRoute({
  method: 'get',
  path: '/register/rules',
  tags,
  summary: 'List the rules of your own',
  description: 'Every question that was answered, as it will be answered from now on.',
  responses: { 200: answer(z.object({ rules: z.array(OwnRule) }), 'The rules', { rules: [examples.rule] }) },
})

const removeRule = createRoute({
  method: 'delete',
  path: '/register/rules/{words}',
  tags,
  summary: 'Forget a rule of your own',
  description: 'Its question is open again.',
  request: { params: RuleParam },
  responses: { 204: { description: 'Forgotten' } },
  ...fails('NABIJ_NOT_FOUND'),
})

const Pair = z.strictObject({ serviceId: z.string().min(1).max(300), findingId: z.string().min(1).max(300) })

const apart = createRoute({
  method: 'get',
  path: '/register/apart',
  tags,
  summary: 'List the findings that were set apart',
  description: 'Each with the service that it was taken from. Those of evidence that is gone are not listed.',
  responses: {
    200: answer(z.object({ apart: z.array(SetApart) }), 'What was set apart', { apart: [decided.setApart] }),
  },
})

const part = createRoute({
  method: 'post',
  path: '/register/apart',
  tags,
  summary: 'Say that a finding is not about a service',
  description: 'The finding stays, and counts for that service no more.',
  middleware: [jsonBody] as const,
  request: sent(Pair, { serviceId: 'example-books', findingId: 'b7c1d90a' }),
  responses: { 204: { description: 'Noted' } },
  ...fails('NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE'),
})

const rejoin = createRoute({
  method: 'delete',
  path: '/register/apart',
  tags,
  summary: 'Take back that a finding is not about a service',
  description: 'It counts for that service again.',
  request: { query: Pair },
  responses: { 204: { description: 'Taken back' } },
  ...fails('NABIJ_INVALID_INPUT'),
})

export function addDoubts(router: Router): void {
  router.openapi(questions, async (c) => answerJson(c, await c.get('workspace').register.questions()))
  router.openapi(said, async (c) => {
    const { productId, name = null } = c.req.valid('json')
    return c.json(await c.get('workspace').register.answer(c.req.valid('param').id, { productId, name }), 200)
  })
  router.openapi(rules, async (c) => c.json({ rules: await c.get('workspace').register.rules() }, 200))
  router.openapi(removeRule, async (c) => {
    await c.get('workspace').register.removeRule(c.req.valid('param').words)
    return c.body(null, 204)
  })
  router.openapi(apart, async (c) => answerJson(c, await c.get('workspace').register.apart()))
  router.openapi(part, async (c) => {
    const { serviceId, findingId } = c.req.valid('json')
    await c.get('workspace').register.setApart(serviceId, findingId, true)
    return c.body(null, 204)
  })
  router.openapi(rejoin, async (c) => {
    const { serviceId, findingId } = c.req.valid('query')
    await c.get('workspace').register.setApart(serviceId, findingId, false)
    return c.body(null, 204)
  })
}
