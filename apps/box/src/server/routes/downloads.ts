import { createRoute, z } from '@hono/zod-openapi'
import { NabijError, Verdict } from '@nabij/base'
import type { Ctx } from '../context.ts'
import { labelledSet } from '../download/labelled-set.ts'
import { streamBody } from '../download/stream-body.ts'
import { asJson, asTable } from '../download/verdict-table.ts'
import { zip } from '../download/zip.ts'
import { downloadHeaders } from './answer-file.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, bytesAnswer, fails, IdParam, Moment } from './shapes.ts'

const tags = ['Downloads']
const during = { from: Moment.optional(), to: Moment.optional() }
const latest = 8.64e15

const table = createRoute({
  method: 'get',
  path: '/stations/{id}/verdicts.csv',
  tags,
  summary: 'Download the verdicts for a spreadsheet',
  description:
    'All verdicts recorded in [from, to), oldest first, a line each; UTF-8 with a mark in front. `semicolon` (the usual one for who reads Dutch) has semicolons and decimal commas, as a Dutch spreadsheet opens it; `comma` has commas and points. A text that a spreadsheet would run as a formula has an apostrophe in front.',
  request: {
    params: IdParam,
    query: z.strictObject({ ...during, separator: z.enum(['comma', 'semicolon']).optional() }),
  },
  responses: { 200: bytesAnswer('The table', 'text/csv') },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT'),
})

const document = createRoute({
  method: 'get',
  path: '/stations/{id}/verdicts.json',
  tags,
  summary: 'Download the verdicts in full',
  description: 'All verdicts recorded in [from, to), oldest first, as one JSON document with one verdict on each line.',
  request: { params: IdParam, query: z.strictObject(during) },
  responses: {
    200: answer(
      z.object({ stationId: z.uuid(), verdicts: z.array(Verdict.extend({ key: z.string().nullable() })) }),
      'The verdicts',
      { stationId: examples.station.id, verdicts: [{ ...examples.verdict, key: 'part-7' }] },
    ),
  },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT'),
})

const labelled = createRoute({
  method: 'get',
  path: '/stations/{id}/labelled.zip',
  tags,
  summary: 'Download the labelled pictures',
  description:
    'All marked pictures in the layout of MVTec AD: `train/good`, `test/good`, `test/<kind>`, and `ground_truth/<kind>` where it is known which places are bad; `photos.json` says what is known of each.',
  request: { params: IdParam },
  responses: { 200: bytesAnswer('The archive', 'application/zip') },
  ...fails('NABIJ_NOT_FOUND'),
})

/** What people take along; made while it is read, however much it is. */
export function addDownloads(router: Router): void {
  router.openapi(table, async (c) => {
    const { separator, ...asked } = c.req.valid('query')
    const { workspace, station, stretch } = await found(c, c.req.valid('param').id, asked)
    const style = separator ?? (c.get('language') === 'nl' ? 'semicolon' : 'comma')
    const lines = workspace.verdictLines(station.id, stretch)
    return streamed(c, asTable(lines, style), `${station.name}.csv`, 'text/csv; charset=utf-8')
  })
  router.openapi(document, async (c) => {
    const { workspace, station, stretch } = await found(c, c.req.valid('param').id, c.req.valid('query'))
    const lines = workspace.verdictLines(station.id, stretch)
    return streamed(c, asJson(lines, station.id), `${station.name}.json`, 'application/json') as never
  })
  router.openapi(labelled, async (c) => {
    const { workspace, station } = await found(c, c.req.valid('param').id, {})
    const entries = labelledSet(workspace.stations, station)
    return streamed(c, zip(entries), `${station.name}.zip`, 'application/zip')
  })
}

async function found(
  c: Ctx,
  id: string,
  { from = 0, to = latest }: { from?: number | undefined; to?: number | undefined },
) {
  if (to < from) {
    const rule = c.get('language') === 'nl' ? 'moet na from liggen' : 'must lie after from'
    throw new NabijError('NABIJ_INVALID_INPUT', { where: 'to', rule })
  }
  const workspace = c.get('workspace')
  return { workspace, station: await workspace.stations.get(id), stretch: { from, to } }
}

function streamed(c: Ctx, pieces: AsyncGenerator<string | Uint8Array>, name: string, type: string): Response {
  const headers = { ...downloadHeaders(c, name), 'content-type': type, vary: 'accept-language' }
  if (c.req.raw.method === 'HEAD') return c.body(null, 200, headers)
  const { log } = c.get('hall')
  const onError = (error: unknown): void => log('warn', 'a download broke off', { name, error: String(error) })
  return c.body(streamBody(pieces, onError), 200, headers)
}
