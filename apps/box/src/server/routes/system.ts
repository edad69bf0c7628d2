import { createRoute, z } from '@hono/zod-openapi'
import { NabijError } from '@nabij/base'
import type { Ctx } from '../context.ts'
import type { Router } from './router.ts'
import { answer, fails } from './shapes.ts'

const tags = ['Box']
const patience = 2000

const alive = createRoute({
  method: 'get',
  path: '/healthz',
  tags,
  summary: 'Ask whether the server is alive',
  description: 'Answers as long as the server process can answer at all.',
  responses: { 200: answer(z.object({ status: z.literal('ok') }), 'Alive', { status: 'ok' }) },
})

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  tags,
  summary: 'Ask whether the box can take work',
  description: 'The data is open and the stations run.',
  responses: { 200: answer(z.object({ status: z.literal('ok') }), 'Ready', { status: 'ok' }) },
  ...fails('NABIJ_NOT_READY', 'NABIJ_STOPPING'),
})

const figures = createRoute({
  method: 'get',
  path: '/metrics',
  tags,
  summary: 'Read the figures',
  description: 'Verdicts, waiting pictures, executors, delays, disk and egress, in the text format of Prometheus.',
  responses: {
    200: {
      description: 'The figures',
      content: { 'text/plain': { schema: z.string(), example: 'nabij_executors_running 2\n' } },
    },
  },
})

/** What those who watch over the box ask. */
export function addSystem(router: Router): void {
  router.openapi(alive, (c) => c.json({ status: 'ok' as const }, 200, { 'cache-control': 'no-store' }))
  router.openapi(ready, async (c) => {
    await refuseUnlessReady(c)
    return c.json({ status: 'ok' as const }, 200, { 'cache-control': 'no-store' })
  })
  router.openapi(figures, async (c) => {
    const { type, body } = await c.get('hall').metrics.text()
    return c.text(body, 200, { 'content-type': type, 'cache-control': 'no-store' })
  })
}

async function refuseUnlessReady(c: Ctx): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience)
  })
  try {
    await Promise.race([c.get('hall').workspaces.own().status(), late])
  } catch (error) {
    if (error instanceof NabijError && error.code === 'NABIJ_STOPPING') throw error
    throw new NabijError('NABIJ_NOT_READY', { reason: error instanceof Error ? error.message : String(error) }, error)
  } finally {
    clearTimeout(timer)
  }
}
