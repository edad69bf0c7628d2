import { createRoute } from '@hono/zod-openapi'
import { Status } from '@nabij/base'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, fails } from './shapes.ts'

const tags = ['Sample']

const wake = createRoute({
  method: 'post',
  path: '/sample',
  tags,
  summary: 'Open the sample company',
  description:
    'Makes it when it is not there, wakes it when it sleeps. Its own API is the same as this one below /sample/api/v1, without backups, and takes nothing of your own.',
  responses: {
    200: answer(Status, 'The status of the sample', { ...examples.status, workspace: 'sample', sample: 'awake' }),
  },
  ...fails('NABIJ_DISK_FULL'),
})

const remove = createRoute({
  method: 'delete',
  path: '/sample',
  tags,
  summary: 'Delete the sample company',
  description: 'Nothing of it remains. It can be made again at any time.',
  responses: { 204: { description: 'Deleted' } },
})

export function addSample(router: Router): void {
  router.openapi(wake, async (c) => {
    const { workspaces, metrics } = c.get('hall')
    const sample = await workspaces.sample()
    metrics.watch(sample)
    return c.json(await sample.status(), 200)
  })
  router.openapi(remove, async (c) => {
    const { workspaces, lines } = c.get('hall')
    await workspaces.deleteSample()
    await lines.endStale()
    return c.body(null, 204)
  })
}
