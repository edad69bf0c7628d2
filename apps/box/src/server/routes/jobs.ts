import { createRoute, z } from '@hono/zod-openapi'
import { Job } from '@nabij/base'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, fails, IdParam } from './shapes.ts'

const tags = ['Jobs']

const list = createRoute({
  method: 'get',
  path: '/jobs',
  tags,
  summary: 'List long work',
  description: 'Teaching and backups, newest first.',
  responses: { 200: answer(z.object({ jobs: z.array(Job) }), 'The jobs', { jobs: [examples.job] }) },
})

const one = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  tags,
  summary: 'See how far a job is',
  description: 'Its state, the step it is at and how much of it is done.',
  request: { params: IdParam },
  responses: { 200: answer(Job, 'The job', examples.job) },
  ...fails('NABIJ_NOT_FOUND'),
})

const cancel = createRoute({
  method: 'delete',
  path: '/jobs/{id}',
  tags,
  summary: 'Cancel a job',
  description:
    'Ends the work at once; what was there before it stays as it was. A job that has ended stays as it ended.',
  request: { params: IdParam },
  responses: { 200: answer(Job, 'The job as it ended', { ...examples.job, state: 'cancelled' }) },
  ...fails('NABIJ_NOT_FOUND'),
})

export function addJobs(router: Router): void {
  router.openapi(list, (c) => c.json({ jobs: c.get('workspace').jobs() }, 200))
  router.openapi(one, (c) => c.json(c.get('workspace').job(c.req.valid('param').id), 200))
  router.openapi(cancel, async (c) => c.json(await c.get('workspace').cancelJob(c.req.valid('param').id), 200))
}
