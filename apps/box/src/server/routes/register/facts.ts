import { createRoute, z } from '@hono/zod-openapi'
import { Day, FactField, OwnView } from '@nabij/base'
import { jsonBody } from '../../body/json-body.ts'
import type { Router } from '../router.ts'
import { answer, defined, fails, PlainText, sent } from '../shapes.ts'
import { answerJson } from './answer-json.ts'
import * as examples from './examples.ts'
import { KnownVendor, VendorParam, vendorExample } from './knowledge.ts'

const tags = ['Knowledge']

const list = createRoute({
  method: 'get',
  path: '/knowledge/facts',
  tags,
  summary: 'List what people here stated of vendors themselves',
  description: 'Each statement with its source, and what the knowledge says in its place.',
  responses: {
    200: answer(
      z.object({ vendors: z.array(z.object({ id: z.string(), name: z.string(), own: OwnView.nullable() })) }),
      'By vendor',
      { vendors: [{ id: 'example', name: 'Example', own: examples.own }] },
    ),
  },
})

const state = createRoute({
  method: 'post',
  path: '/knowledge/vendors/{id}/facts',
  tags,
  summary: 'State a fact of a vendor yourself',
  description:
    'Where the knowledge is wrong or does not know: with a source of your own. It counts as confirmed, by you, and says so everywhere; what the knowledge says stays beside it. The same field once more changes it. It survives every update of the knowledge.',
  middleware: [jsonBody] as const,
  request: {
    params: VendorParam,
    ...sent(z.strictObject({ field: FactField, value: PlainText(200), source: PlainText(500), day: Day.optional() }), {
      field: 'owner',
      value: 'Example Holding B.V.',
      source: 'Chamber of Commerce, extract',
      day: '2026-11-20',
    }),
  },
  responses: { 200: answer(KnownVendor, 'The vendor as it is known now', vendorExample) },
  ...fails(
    'NABIJ_KNOWLEDGE_UNKNOWN',
    'NABIJ_CORRECTION_VALUE',
    'NABIJ_CORRECTION_OWNER',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
  ),
})

const takeBack = createRoute({
  method: 'delete',
  path: '/knowledge/vendors/{id}/facts/{field}',
  tags,
  summary: 'Take back a fact that you stated yourself',
  description: 'What the knowledge says counts again.',
  request: { params: VendorParam.extend({ field: FactField }) },
  responses: { 200: answer(KnownVendor, 'The vendor as it is known now', vendorExample) },
  ...fails('NABIJ_KNOWLEDGE_UNKNOWN', 'NABIJ_NOT_FOUND'),
})

export function addFacts(router: Router): void {
  router.openapi(list, async (c) => answerJson(c, await c.get('workspace').register.stated()))
  router.openapi(state, async (c) => {
    const { field, value, source, day } = c.req.valid('json')
    const said = { field, value, source, ...defined({ day }) }
    return answerJson(c, await c.get('workspace').register.correct(c.req.valid('param').id, said))
  })
  router.openapi(takeBack, async (c) => {
    const { id, field } = c.req.valid('param')
    return answerJson(c, await c.get('workspace').register.uncorrect(id, field))
  })
}
