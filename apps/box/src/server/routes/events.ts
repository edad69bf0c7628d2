import { createRoute, z } from '@hono/zod-openapi'
import type { Router } from './router.ts'
import { fails } from './shapes.ts'

const listen = createRoute({
  method: 'get',
  path: '/events',
  tags: ['Events'],
  summary: 'Listen to what happens',
  description:
    'Server-sent events: `verdict` (its id is the seq), `correction`, `alarm`, `station`, `station-removed` and `job`, each with the shape as JSON. A client that sends Last-Event-ID gets every verdict since, once. Comments are heartbeats. The stream ends when the workspace is replaced or nabij stops; connect again.',
  parameters: [
    {
      name: 'Last-Event-ID',
      in: 'header',
      required: false,
      schema: { type: 'integer', minimum: 0 },
      description: 'The id of the last verdict that was seen; browsers send it by themselves.',
    },
  ],
  request: {
    query: z.strictObject({ station: z.uuid().optional().openapi({ description: 'Only what concerns this station' }) }),
  },
  responses: {
    200: {
      description: 'The events',
      content: {
        'text/event-stream': {
          schema: { type: 'string' },
          example: 'event: verdict\nid: 1204\ndata: {"seq":1204}\n\n',
        },
      },
    },
  },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_TOO_BUSY'),
})

export function addEvents(router: Router): void {
  router.openapi(listen, async (c) => {
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' }
    const workspace = c.get('workspace')
    const { station } = c.req.valid('query')
    if (station) await workspace.stations.get(station)
    // A HEAD gets no body, and nobody would ever end the stream.
    if (c.req.raw.method === 'HEAD') return c.body(null, 200, headers)
    const seen = c.req.header('last-event-id')
    const lastSeen = seen !== undefined && /^\d{1,15}$/.test(seen) ? Number(seen) : null
    const stream = await c.get('hall').lines.open(workspace, station ?? null, lastSeen)
    return c.body(stream as ReadableStream<Uint8Array<ArrayBuffer>>, 200, {
      ...headers,
      'transfer-encoding': 'chunked',
    })
  })
}
