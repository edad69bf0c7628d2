import { createRoute, z } from '@hono/zod-openapi'
import { Station } from '@nabij/base'
import { once } from '../once.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, fails, IdParam, KeyHeader, Moment } from './shapes.ts'
import { shown } from './stations.ts'

const count = z.int()
const Overview = z.object({
  hours: z.array(z.object({ at: z.int(), pass: count, fail: count, unsure: count, dropped: count })),
  kinds: z.array(z.object({ kind: z.string().nullable(), fails: count })),
  feedback: z.object({ right: count, falseAlarms: count, misses: count, unjudged: count }),
  ms: z.object({ p50: z.number(), p95: z.number() }).nullable(),
})

const trigger = createRoute({
  method: 'post',
  path: '/stations/{id}/trigger',
  tags: ['Stations'],
  summary: 'Take one picture now',
  description:
    'For a camera that waits for a message: the part lies there. The verdict comes as an event, and in the list.',
  parameters: [KeyHeader],
  middleware: [once] as const,
  request: { params: IdParam },
  responses: { 202: answer(z.object({}), 'The camera was asked', {}) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_STATION_STOPPED', 'NABIJ_TRIGGER_LOST', 'NABIJ_TRIGGER_TOO_FAST'),
})

const seen = createRoute({
  method: 'post',
  path: '/stations/{id}/alarm/seen',
  tags: ['Stations'],
  summary: 'Say that the alarm was seen',
  description: 'It stays off until the rule comes true again.',
  request: { params: IdParam },
  responses: { 200: answer(Station, 'The station as it is now', examples.station) },
  ...fails('NABIJ_NOT_FOUND'),
})

const overview = createRoute({
  method: 'get',
  path: '/stations/{id}/overview',
  tags: ['Verdicts'],
  summary: 'Add up what a station did',
  description:
    'By the hour (the first one whole), with the kinds of defects, what people said, and how long a picture took. `unjudged` counts what people said of parts that were left unsure.',
  request: { params: IdParam, query: z.strictObject({ from: Moment, to: Moment }) },
  responses: { 200: answer(Overview, 'All of it added up', examples.overview) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT'),
})

const cameras = createRoute({
  method: 'get',
  path: '/cameras',
  tags: ['Stations'],
  summary: 'List the cameras of this computer',
  description: 'USB cameras that are attached now, with the address that a station takes.',
  responses: {
    200: answer(z.object({ cameras: z.array(z.object({ address: z.string(), name: z.string() })) }), 'The cameras', {
      cameras: [{ address: '/dev/v4l/by-id/usb-046d_HD_Pro_Webcam_C920-video-index0', name: 'HD Pro Webcam C920' }],
    }),
  },
  ...fails('NABIJ_FFMPEG_MISSING', 'NABIJ_FFMPEG_OLD'),
})

/** A station at work: its trigger, its alarm, what it did. */
export function addWork(router: Router): void {
  router.openapi(trigger, async (c) => {
    await c.get('workspace').stations.trigger(c.req.valid('param').id)
    return c.json({}, 202)
  })
  router.openapi(seen, async (c) => {
    const station = await c.get('workspace').stations.seeAlarm(c.req.valid('param').id)
    return c.json(shown(station), 200)
  })
  router.openapi(overview, async (c) => {
    const { from, to } = c.req.valid('query')
    const { stations } = c.get('workspace')
    const { id } = await stations.get(c.req.valid('param').id)
    return c.json(await stations.overview(id, from, to), 200)
  })
  router.openapi(cameras, async (c) => c.json({ cameras: await c.get('workspace').cameras() }, 200))
}
