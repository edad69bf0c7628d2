import { createRoute, z } from '@hono/zod-openapi'
import { NabijError, Station, StationConfig, StationSettings } from '@nabij/base'
import type { StationChange as Change } from '@nabij/stations'
import { checkSource, withoutPasswords, withPasswords } from '../../workspace/sources.ts'
import { jsonBody } from '../body/json-body.ts'
import { pictureType } from '../body/picture-type.ts'
import type { Ctx } from '../context.ts'
import { ownOnly } from '../guard/own-only.ts'
import { once } from '../once.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, bytesAnswer, defined, fails, IdParam, KeyHeader, sent } from './shapes.ts'

const tags = ['Stations']

/** Every setting without its usual value: what is left out must stay as it is, not become usual again. */
const { locate, limit, band, choose, rules, shifts, watt, centsPerKwh, card } = StationSettings.shape
const Settings = z.strictObject({
  locate: locate.unwrap().optional(),
  limit: limit.unwrap().optional(),
  band: band.unwrap().optional(),
  choose: choose.unwrap().optional(),
  rules: rules.unwrap().optional(),
  shifts: shifts.unwrap().optional(),
  watt: watt.unwrap().optional(),
  centsPerKwh: centsPerKwh.unwrap().optional(),
  card: card.unwrap().optional(),
})
const StationChange = StationConfig.partial().extend({
  stopped: z.boolean().optional(),
  settings: Settings.optional(),
})

const list = createRoute({
  method: 'get',
  path: '/stations',
  tags,
  summary: 'List the stations',
  description: 'All stations with their state, their counts of today and their last verdict.',
  responses: {
    200: answer(z.object({ stations: z.array(Station) }), 'All stations', { stations: [examples.station] }),
  },
})

const create = createRoute({
  method: 'post',
  path: '/stations',
  tags,
  summary: 'Make a station',
  description:
    'A station judges parts, of one product or of several. Its pictures come over HTTP, from a folder that is watched, from a camera, or from the simulator.',
  parameters: [KeyHeader],
  middleware: [ownOnly, jsonBody, once] as const,
  request: sent(StationConfig, examples.stationConfig),
  responses: { 201: answer(Station, 'The station', examples.station) },
  ...fails(
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_CAMERA_ADDRESS',
    'NABIJ_FOLDER_GONE',
    'NABIJ_FOLDER_FORBIDDEN',
    'NABIJ_KEY_REUSED',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

const one = createRoute({
  method: 'get',
  path: '/stations/{id}',
  tags,
  summary: 'Look at a station',
  description: 'One station, as in the list.',
  request: { params: IdParam },
  responses: { 200: answer(Station, 'The station', examples.station) },
  ...fails('NABIJ_NOT_FOUND'),
})

const change = createRoute({
  method: 'patch',
  path: '/stations/{id}',
  tags,
  summary: 'Change a station',
  description:
    'Its name, where its pictures come from, whether it stands still, or how it works. What is left out stays as it is; a setting that is given is replaced as a whole. In the sample only the simulator can be set, and a station stopped and started.',
  middleware: [jsonBody] as const,
  request: { params: IdParam, ...sent(StationChange, { settings: { limit: { by: 'hand', value: 0.45 } } }) },
  responses: {
    200: answer(Station, 'The station as it is now', {
      ...examples.station,
      settings: { ...examples.station.settings, limit: { by: 'hand', value: 0.45 } },
    }),
  },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_CAMERA_ADDRESS',
    'NABIJ_FOLDER_GONE',
    'NABIJ_FOLDER_FORBIDDEN',
    'NABIJ_SAMPLE_READ_ONLY',
  ),
})

const remove = createRoute({
  method: 'delete',
  path: '/stations/{id}',
  tags,
  summary: 'Remove a station',
  description: 'Removes the station with its photos, recipes and verdicts. This cannot be undone; a backup can.',
  middleware: [ownOnly] as const,
  request: { params: IdParam },
  responses: { 204: { description: 'Removed' } },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_SAMPLE_READ_ONLY'),
})

const picture = createRoute({
  method: 'get',
  path: '/stations/{id}/picture',
  tags,
  summary: 'See what a live station sees',
  description:
    'The newest picture of a live source, judged or not. The header Captured-At says when it was taken (epoch milliseconds). Who asks again and again can be told that there is none yet by an empty answer instead of an error.',
  request: {
    params: IdParam,
    query: z.strictObject({
      empty: z.enum(['error', 'allowed']).default('error').openapi({ description: 'allowed: 204 when there is none' }),
    }),
  },
  responses: { 200: bytesAnswer('The picture', 'image/jpeg'), 204: { description: 'Nothing seen yet' } },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_NO_PICTURE_YET'),
})

export function addStations(router: Router): void {
  router.openapi(list, async (c) => {
    const stations = await c.get('workspace').stations.list()
    return c.json({ stations: stations.map(shown) }, 200)
  })
  router.openapi(create, async (c) => {
    const config = c.req.valid('json')
    await checkSource(config.source)
    return c.json(shown(await c.get('workspace').stations.create(config)), 201)
  })
  router.openapi(one, async (c) => c.json(shown(await c.get('workspace').stations.get(c.req.valid('param').id)), 200))
  router.openapi(change, async (c) => {
    const { id } = c.req.valid('param')
    const { settings, ...rest } = defined(c.req.valid('json'))
    const wanted: Change = { ...rest, ...(settings ? { settings: defined(settings) } : {}) }
    refuseInSample(c, wanted)
    const { stations } = c.get('workspace')
    if (wanted.source) {
      wanted.source = withPasswords(wanted.source, (await stations.get(id)).source)
      await checkSource(wanted.source)
    }
    return c.json(shown(await stations.change(id, wanted)), 200)
  })
  router.openapi(remove, async (c) => {
    await c.get('workspace').stations.remove(c.req.valid('param').id)
    return c.body(null, 204)
  })
  router.openapi(picture, async (c) => {
    const { stations } = c.get('workspace')
    const { id } = await stations.get(c.req.valid('param').id)
    const frame = stations.latestFrame(id)
    if (!frame && c.req.valid('query').empty === 'allowed') return c.body(null, 204)
    if (!frame) throw new NabijError('NABIJ_NO_PICTURE_YET')
    return c.body(Uint8Array.from(frame.picture), 200, {
      'content-type': pictureType(frame.picture),
      'captured-at': String(frame.capturedAt),
      'cache-control': 'no-store',
    })
  })
}

/** Passwords in addresses stay inside. */
export function shown(station: Station): Station {
  return { ...station, source: withoutPasswords(station.source) }
}

function refuseInSample(c: Ctx, { name, source }: Change): void {
  if (c.get('workspace').kind !== 'sample') return
  if (name !== undefined || (source && source.kind !== 'simulator')) throw new NabijError('NABIJ_SAMPLE_READ_ONLY')
}
