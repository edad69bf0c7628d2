import { createRoute, z } from '@hono/zod-openapi'
import { NabijError, ScorePoint, Verdict, VerdictWord } from '@nabij/base'
import { answerPicture } from './answer-file.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, bytesAnswer, defined, fails, IdParam, Limit, Moment, Seq } from './shapes.ts'

const tags = ['Verdicts']
const widths = { minute: 60_000, hour: 3_600_000 }
const mostPoints = 10_000

const list = createRoute({
  method: 'get',
  path: '/stations/{id}/verdicts',
  tags,
  summary: 'List the verdicts of a station',
  description: 'Newest first. For the next page pass the `seq` of the last one as `before`.',
  request: {
    params: IdParam,
    query: z.strictObject({
      verdict: VerdictWord.optional(),
      feedback: z
        .enum(['true', 'mistakes'])
        .optional()
        .openapi({ description: 'Only those that a person said something of, or only where the verdict was wrong' }),
      before: Seq.optional(),
      limit: Limit,
    }),
  },
  responses: { 200: answer(z.object({ verdicts: z.array(Verdict) }), 'Verdicts', { verdicts: [examples.verdict] }) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT'),
})

const one = createRoute({
  method: 'get',
  path: '/verdicts/{id}',
  tags,
  summary: 'Look at a verdict',
  description: 'One verdict, as in the list.',
  request: { params: IdParam },
  responses: { 200: answer(Verdict, 'The verdict', examples.verdict) },
  ...fails('NABIJ_NOT_FOUND'),
})

const picture = createRoute({
  method: 'get',
  path: '/verdicts/{id}/picture',
  tags,
  summary: 'Fetch the picture of a verdict',
  description: 'The bytes that were judged. Old pictures are cleared to keep space.',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The picture', 'image/*') },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_EVIDENCE_GONE'),
})

const thumb = createRoute({
  method: 'get',
  path: '/verdicts/{id}/thumb',
  tags,
  summary: 'Fetch the picture of a verdict, small',
  description: 'A JPEG of at most 240 pixels wide; it is kept longer than the picture itself.',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The picture', 'image/jpeg') },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_EVIDENCE_GONE'),
})

const map = createRoute({
  method: 'get',
  path: '/verdicts/{id}/map',
  tags,
  summary: 'Fetch the anomaly map of a verdict',
  description: 'A grey PNG of 64 × 64: where the part differs from what was taught (255 is the most).',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The map', 'image/png') },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_EVIDENCE_GONE'),
})

const series = createRoute({
  method: 'get',
  path: '/stations/{id}/series',
  tags,
  summary: 'Draw the score over time',
  description: 'Mean and highest score for each minute or hour in which something was judged, oldest first.',
  request: {
    params: IdParam,
    query: z.strictObject({ from: Moment, to: Moment, bucket: z.enum(['minute', 'hour']).default('minute') }),
  },
  responses: { 200: answer(z.object({ points: z.array(ScorePoint) }), 'The line', { points: [examples.scorePoint] }) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT'),
})

export function addVerdicts(router: Router): void {
  router.openapi(list, async (c) => {
    const { stations } = c.get('workspace')
    const { id: stationId } = await stations.get(c.req.valid('param').id)
    const { verdict, feedback, before, limit } = c.req.valid('query')
    const said = feedback === 'true' ? (true as const) : feedback
    const narrowed = defined({ verdict, before, feedback: said })
    return c.json({ verdicts: await stations.verdicts({ stationId, limit, ...narrowed }) }, 200)
  })
  router.openapi(one, async (c) => c.json(await c.get('workspace').stations.verdict(c.req.valid('param').id), 200))
  router.openapi(picture, async (c) => {
    const { id } = c.req.valid('param')
    return answerPicture(c, await c.get('workspace').stations.evidence(id, 'frame'), id)
  })
  router.openapi(thumb, async (c) => {
    const { id } = c.req.valid('param')
    return answerPicture(c, await c.get('workspace').stations.evidence(id, 'thumb'), `${id}-thumb`)
  })
  router.openapi(map, async (c) => {
    const { id } = c.req.valid('param')
    return answerPicture(c, await c.get('workspace').stations.evidence(id, 'map'), `${id}-map`)
  })
  router.openapi(series, async (c) => {
    const { from, to, bucket } = c.req.valid('query')
    const nl = c.get('language') === 'nl'
    if (to < from) throw invalid('to', nl ? 'moet na from liggen' : 'must lie after from')
    if ((to - from) / widths[bucket] > mostPoints) {
      throw invalid('from', nl ? `hoogstens ${mostPoints} punten tegelijk` : `at most ${mostPoints} points at once`)
    }
    const { stations } = c.get('workspace')
    const { id } = await stations.get(c.req.valid('param').id)
    return c.json({ points: await stations.series(id, from, to, bucket) }, 200)
  })
}

function invalid(where: string, rule: string): NabijError {
  return new NabijError('NABIJ_INVALID_INPUT', { where, rule })
}
