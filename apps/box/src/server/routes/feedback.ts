import { createRoute, z } from '@hono/zod-openapi'
import { Correction, Photo } from '@nabij/base'
import { jsonBody } from '../body/json-body.ts'
import { once } from '../once.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, fails, IdParam, KeyHeader, Kind, sent } from './shapes.ts'

const tags = ['Feedback']

const Word = z.strictObject({ label: z.enum(['good', 'bad']), kind: Kind.nullable().default(null) })
const Near = z.object({ photo: Photo, distance: z.number() })

const give = createRoute({
  method: 'post',
  path: '/verdicts/{id}/feedback',
  tags,
  summary: 'Say what a part really was',
  description:
    'The station learns from it at once: a new version judges the next part. When other marked pictures would turn wrong, the answer has the state `asks` and names them; nothing changes until it is applied.',
  parameters: [KeyHeader],
  middleware: [jsonBody, once] as const,
  request: { params: IdParam, ...sent(Word, { label: 'bad', kind: 'crack' }) },
  responses: { 200: answer(Correction, 'What it changed', examples.correction) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_EVIDENCE_GONE',
    'NABIJ_DISK_FULL',
    'NABIJ_KEY_REUSED',
  ),
})

const nearest = createRoute({
  method: 'get',
  path: '/verdicts/{id}/nearest',
  tags,
  summary: 'See what a part resembles most',
  description: 'At most three photos of good parts, nearest first. Distance 1: as unlike as good parts are.',
  request: { params: IdParam },
  responses: {
    200: answer(z.object({ photos: z.array(Near) }), 'The photos', {
      photos: [{ photo: examples.photo, distance: 1.4 }],
    }),
  },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_EVIDENCE_GONE'),
})

const list = createRoute({
  method: 'get',
  path: '/stations/{id}/corrections',
  tags,
  summary: 'List what a station learned from people',
  description: 'Every word that was given, newest first, with what it changed.',
  request: { params: IdParam },
  responses: {
    200: answer(z.object({ corrections: z.array(Correction) }), 'The corrections', {
      corrections: [examples.correction],
    }),
  },
  ...fails('NABIJ_NOT_FOUND'),
})

const apply = createRoute({
  method: 'post',
  path: '/corrections/{id}/apply',
  tags,
  summary: 'Say yes to a correction that asks',
  description: 'The station judges with it from now on.',
  request: { params: IdParam },
  responses: { 200: answer(Correction, 'The correction as it is now', examples.correction) },
  ...fails('NABIJ_NOT_FOUND'),
})

const undo = createRoute({
  method: 'post',
  path: '/corrections/{id}/undo',
  tags,
  summary: 'Take a correction back',
  description: 'Also says no to one that asks. The later ones stay.',
  request: { params: IdParam },
  responses: { 200: answer(Correction, 'The correction as it is now', { ...examples.correction, state: 'undone' }) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_DISK_FULL'),
})

/** What people say of verdicts, and what becomes of it. In the sample too: it is there to be tried. */
export function addFeedback(router: Router): void {
  router.openapi(give, async (c) => {
    const { stations } = c.get('workspace')
    const { name: by } = c.get('who')
    return c.json(await stations.giveFeedback(c.req.valid('param').id, c.req.valid('json'), by), 200)
  })
  router.openapi(nearest, async (c) => {
    const photos = await c.get('workspace').stations.nearest(c.req.valid('param').id)
    return c.json({ photos }, 200)
  })
  router.openapi(list, async (c) => {
    const corrections = await c.get('workspace').stations.corrections(c.req.valid('param').id)
    return c.json({ corrections }, 200)
  })
  router.openapi(apply, async (c) =>
    c.json(await c.get('workspace').stations.applyCorrection(c.req.valid('param').id), 200),
  )
  router.openapi(undo, async (c) =>
    c.json(await c.get('workspace').stations.undoCorrection(c.req.valid('param').id), 200),
  )
}
