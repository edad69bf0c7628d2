import { createRoute, z } from '@hono/zod-openapi'
import { Egress, Status } from '@nabij/base'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer } from './shapes.ts'

const tags = ['Box']
const shown = 500

const status = createRoute({
  method: 'get',
  path: '/status',
  tags,
  summary: 'See how the box is',
  description: 'Version, disk, executors, the last backup, and what ever left this device.',
  responses: { 200: answer(Status, 'The status', examples.status) },
})

const egress = createRoute({
  method: 'get',
  path: '/egress',
  tags,
  summary: 'See what left this device',
  description: `Every outward connection, newest first (the last ${shown}), and all of it added up. Nothing leaves unless somebody asked for it.`,
  responses: {
    200: answer(z.object({ entries: z.array(Egress), total: Status.shape.egress }), 'The ledger', {
      entries: [examples.egress],
      total: { bytes: 812, connections: 1 },
    }),
  },
})

export function addStatus(router: Router): void {
  router.openapi(status, async (c) => c.json(await c.get('workspace').status(), 200))
  router.openapi(egress, async (c) => {
    const ledger = c.get('workspace').egress
    const [entries, total] = await Promise.all([ledger.list(shown), ledger.total()])
    return c.json({ entries, total }, 200)
  })
}
