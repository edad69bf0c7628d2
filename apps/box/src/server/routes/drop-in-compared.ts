import { createRoute, z } from '@hono/zod-openapi'
import { DropInComparison, RouteComparison, RouteMeter } from '@nabij/base'
import { cleanName } from '../body/clean-name.ts'
import { jsonBody } from '../body/json-body.ts'
import { ownOnly } from '../guard/own-only.ts'
import { answerPicture } from './answer-file.ts'
import * as examples from './drop-in-examples.ts'
import { withinLimit } from './register/evidence.ts'
import type { Router } from './router.ts'
import { answer, bytesAnswer, bytesSent, fails, IdParam, Name, sent } from './shapes.ts'

const tags = ['Drop-in']

const comparison = createRoute({
  method: 'get',
  path: '/drop-in/routes/{id}/comparison',
  tags,
  summary: 'See how cloud and box compare on a route',
  description:
    'Agreement with its 95 % interval (Wilson), beyond chance (kappa), who calls more bad (exact McNemar), times on either side, how often the cloud agrees with itself, and whether the box may take over, with why. Each picture counts once, and only since either side last changed its model.',
  request: { params: IdParam },
  responses: { 200: answer(RouteComparison, 'The comparison', examples.comparison) },
  ...fails('NABIJ_NOT_FOUND'),
})

const say = createRoute({
  method: 'post',
  path: '/drop-in/comparisons/{id}/word',
  tags,
  summary: 'Say what a picture is about which cloud and box do not agree',
  description: 'Both sides are judged against it. `null` takes it back.',
  middleware: [jsonBody] as const,
  request: {
    params: IdParam,
    ...sent(z.strictObject({ label: z.enum(['good', 'bad']).nullable() }), { label: 'bad' }),
  },
  responses: { 200: answer(DropInComparison, 'The comparison', examples.disagreement) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE'),
})

const picture = createRoute({
  method: 'get',
  path: '/drop-in/comparisons/{id}/picture',
  tags,
  summary: 'Look at a picture about which cloud and box do not agree',
  description: 'The picture as it came in, for as long as somebody may still say what it is.',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The picture', 'image/*') },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_EVIDENCE_GONE'),
})

const meter = createRoute({
  method: 'get',
  path: '/drop-in/routes/{id}/meter',
  tags,
  summary: 'See what a route costs, by month',
  description:
    'Calls out of the box’s own log, what they cost by the price book, and what bills say of the same month, with the difference. What the log cannot show is null, with a remark.',
  request: { params: IdParam },
  responses: { 200: answer(RouteMeter, 'The meter', examples.meter) },
  ...fails('NABIJ_NOT_FOUND'),
})

const bill = createRoute({
  method: 'post',
  path: '/drop-in/routes/{id}/bill',
  tags,
  summary: 'Hold a bill beside the meter',
  description:
    'A cloud bill (FOCUS) or a bank statement. It is evidence as any other, and shows in the register too; the answer is the meter with what it bills.',
  middleware: [ownOnly] as const,
  request: {
    params: IdParam,
    query: z.strictObject({ name: Name.openapi({ example: 'focus-2026-10.csv' }) }),
    ...bytesSent('application/octet-stream', 'The bill'),
  },
  responses: { 200: answer(RouteMeter, 'The meter, with the bill', examples.meter) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_BILL_EMPTY',
    'NABIJ_EVIDENCE_UNKNOWN',
    'NABIJ_EVIDENCE_UNREADABLE',
    'NABIJ_EVIDENCE_TOO_LARGE',
    'NABIJ_EVIDENCE_BUSY',
    'NABIJ_SAMPLE_READ_ONLY',
    'NABIJ_DISK_FULL',
  ),
})

/** What cloud and box said beside each other, and what it costs. */
export function addDropInCompared(router: Router): void {
  router.openapi(comparison, async (c) =>
    c.json(await c.get('workspace').dropIn.comparison(c.req.valid('param').id), 200),
  )
  router.openapi(say, async (c) => {
    const { name: by } = c.get('who')
    return c.json(await c.get('workspace').dropIn.say(c.req.valid('param').id, c.req.valid('json').label, by), 200)
  })
  router.openapi(picture, async (c) => {
    const { id } = c.req.valid('param')
    return answerPicture(c, await c.get('workspace').dropIn.picture(id), id)
  })
  router.openapi(meter, async (c) => c.json(await c.get('workspace').dropIn.meter(c.req.valid('param').id), 200))
  router.openapi(bill, async (c) => {
    const name = cleanName(c.req.valid('query').name) ?? 'bill.csv'
    const file = { name, bytes: withinLimit(c, name) }
    return c.json(await c.get('workspace').dropIn.bill(c.req.valid('param').id, file), 200)
  })
}
