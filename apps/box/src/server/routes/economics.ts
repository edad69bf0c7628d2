import { createRoute, z } from '@hono/zod-openapi'
import { Day, MoneyInput, MoneyResult, Price } from '@nabij/base'
import { jsonBody } from '../body/json-body.ts'
import * as examples from './economics-examples.ts'
import { answerJson } from './register/answer-json.ts'
import type { Router } from './router.ts'
import { answer, fails, sent } from './shapes.ts'

const tags = ['Economics']

const prices = createRoute({
  method: 'get',
  path: '/economics/prices',
  tags,
  summary: 'List the price book',
  description:
    'What cloud services, hosting, hardware and electricity cost, each with its source, the day on which it was read and how sure it is. Without VAT. A price without tiers is one that nobody knows.',
  responses: {
    200: answer(z.object({ version: z.string(), made: Day, prices: z.array(Price) }), 'The prices', {
      version: '2026.11.25',
      made: '2026-11-25',
      prices: [examples.price],
    }),
  },
})

const moneyCase = createRoute({
  method: 'post',
  path: '/economics/case',
  tags,
  summary: 'Work out what a cloud service costs against doing it here',
  description:
    'Only what really falls away or comes along. Each number of the answer names the facts and numbers that it is made of, and its formula. Labour is asked: with null the case is incomplete, and says how much it may cost at most. Nothing is kept; the same input with the same seed gives the same answer.',
  middleware: [jsonBody] as const,
  request: sent(MoneyInput, examples.input),
  responses: { 200: answer(MoneyResult, 'The case', examples.result) },
  ...fails(
    'NABIJ_PRICE_UNKNOWN',
    'NABIJ_PRICE_TWICE',
    'NABIJ_PRICE_NOT_KNOWN',
    'NABIJ_PRICE_NOT_YET',
    'NABIJ_PRICE_TIERS',
    'NABIJ_PRICE_LIMIT',
    'NABIJ_PRICE_UNIT',
    'NABIJ_CURRENCY_MIX',
    'NABIJ_NO_QUANTITY',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
  ),
})

/** The money: what is paid, and what it would be here. */
export function addEconomics(router: Router): void {
  router.openapi(prices, async (c) => answerJson(c, await c.get('workspace').register.prices()))
  router.openapi(moneyCase, async (c) =>
    answerJson(c, await c.get('workspace').register.moneyCase(c.req.valid('json'))),
  )
}
