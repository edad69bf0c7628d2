import { createRoute, z } from '@hono/zod-openapi'
import { Alternative, Concentration, PurchaseCheck, RegisterChange, Scenario, ScenarioResult } from '@nabij/base'
import { RegisterSettings } from '../../../workspace/register/setting.ts'
import { jsonBody } from '../../body/json-body.ts'
import type { Router } from '../router.ts'
import { answer, defined, fails, Limit, PlainText, sent } from '../shapes.ts'
import { answerJson } from './answer-json.ts'
import * as examples from './examples.ts'
import { asSent } from './register.ts'

const tags = ['Conclusions']

const Change = RegisterChange.extend({ at: z.int(), because: z.string().nullable() })

const log = createRoute({
  method: 'get',
  path: '/register/log',
  tags,
  summary: 'See what changed in the register',
  description:
    'New, gone, dearer, cheaper, taken over, another mail host: newest first, with the evidence that showed it.',
  request: { query: z.strictObject({ limit: Limit }) },
  responses: {
    200: answer(z.object({ changes: z.array(Change) }), 'The changes', {
      changes: [
        {
          kind: 'dearer',
          serviceId: 'example-books',
          name: 'Example Books',
          before: '39600',
          after: '46800',
          share: 0.18,
          at: 1_763_971_200_000,
          because: 'bank-2026.xml',
        },
      ],
    }),
  },
})

const concentration = createRoute({
  method: 'get',
  path: '/register/concentration',
  tags,
  summary: 'See what hangs on one parent',
  description: 'The same by country and by process, and the parties behind the suppliers.',
  responses: {
    200: answer(Concentration, 'What hangs on whom', {
      byParent: [
        {
          key: 'Example Group N.V.',
          name: 'Example Group N.V.',
          services: 1,
          crucial: 1,
          processes: ['Invoicing'],
          cost: 46_800,
          costShare: 0.015,
          serviceIds: ['example-books'],
        },
      ],
      byCountry: [],
      byProcess: [],
      fourthParties: [],
    }),
  },
})

const scenario = createRoute({
  method: 'post',
  path: '/register/scenario',
  tags,
  summary: 'Work out a scenario',
  description:
    'What it costs more in a year, and what is hit: a row for each service, to follow by hand. Nothing changes.',
  middleware: [jsonBody] as const,
  request: sent(Scenario, { kind: 'levy', share: 0.1, country: 'US' }),
  responses: {
    200: answer(ScenarioResult, 'What it comes to', {
      costPerYear: 0,
      hit: 0,
      crucialHit: 0,
      processes: [],
      costUnknown: 0,
      rows: [],
    }),
  },
  ...fails('NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE'),
})

const check = createRoute({
  method: 'get',
  path: '/register/check',
  tags,
  summary: 'Check a product before it is bought',
  description: 'Whose it is, what else there is, and eight questions to ask.',
  request: { query: z.strictObject({ q: PlainText(300).openapi({ example: 'Example Chat' }) }) },
  responses: {
    200: answer(PurchaseCheck.extend({ described: z.array(Alternative) }), 'What is known', {
      asked: 'Example Chat',
      product: null,
      vendor: null,
      origin: 'unknown',
      parent: null,
      also: [],
      alternatives: [],
      questions: [],
      described: [],
    }),
  },
  ...fails('NABIJ_INVALID_INPUT'),
})

const settings = createRoute({
  method: 'get',
  path: '/register/settings',
  tags,
  summary: 'See how the register is set',
  description: 'Whose it is, what counts as Europe, the goal, and when it is gone over again.',
  responses: { 200: answer(RegisterSettings, 'The settings', examples.settings) },
})

const change = createRoute({
  method: 'patch',
  path: '/register/settings',
  tags,
  summary: 'Change how the register is set',
  description: 'Everything is worked out anew. What is left out stays as it is.',
  middleware: [jsonBody] as const,
  request: sent(RegisterSettings.partial(), { europe: 'eea-ch' }),
  responses: { 200: answer(RegisterSettings, 'The settings as they are now', examples.settings) },
  ...fails('NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE'),
})

export function addConclusions(router: Router): void {
  router.openapi(log, async (c) =>
    c.json({ changes: await c.get('workspace').register.changes(c.req.valid('query').limit) }, 200),
  )
  router.openapi(concentration, async (c) => answerJson(c, await c.get('workspace').register.concentration()))
  router.openapi(scenario, async (c) => answerJson(c, await c.get('workspace').register.scenario(c.req.valid('json'))))
  router.openapi(check, async (c) => answerJson(c, await c.get('workspace').register.check(c.req.valid('query').q)))
  router.openapi(settings, async (c) => c.json(await c.get('workspace').register.settings(), 200))
  router.openapi(change, async (c) => {
    const wanted = asSent(await c.req.json<object>(), defined(c.req.valid('json')))
    return c.json(await c.get('workspace').register.changeSettings(wanted), 200)
  })
}
