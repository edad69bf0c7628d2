import { createRoute, z } from '@hono/zod-openapi'
import { Backup, Job, NabijError } from '@nabij/base'
import { bodyChunks } from '../body/body-chunks.ts'
import { mediaType } from '../body/json-body.ts'
import { once } from '../once.ts'
import { answerFile } from './answer-file.ts'
import * as examples from './examples.ts'
import type { Router } from './router.ts'
import { answer, bytesAnswer, bytesSent, fails, KeyHeader } from './shapes.ts'

const tags = ['Backups']

const list = createRoute({
  method: 'get',
  path: '/backups',
  tags,
  summary: 'List the backups',
  description: 'The finished ones, newest first.',
  responses: { 200: answer(z.object({ backups: z.array(Backup) }), 'The backups', { backups: [examples.backup] }) },
})

const make = createRoute({
  method: 'post',
  path: '/backups',
  tags,
  summary: 'Make a backup',
  description: 'While everything runs on. The answer is a job.',
  parameters: [KeyHeader],
  middleware: [once] as const,
  responses: { 202: answer(Job, 'The job', { ...examples.job, kind: 'backup', stationId: null, step: 'saving' }) },
  ...fails('NABIJ_DISK_FULL', 'NABIJ_KEY_REUSED'),
})

const file = createRoute({
  method: 'get',
  path: '/backups/{name}/file',
  tags,
  summary: 'Take a backup along',
  description: 'The archive; it holds everything, so keep it where only the company can reach it.',
  // A dot in front or a slash never names a backup: such a name is simply not there.
  request: { params: z.object({ name: z.string().regex(/^[A-Za-z0-9_-][\w.-]{0,200}$/) }) },
  responses: { 200: bytesAnswer('The archive', 'application/octet-stream') },
  ...fails('NABIJ_NOT_FOUND'),
})

const restore = createRoute({
  method: 'post',
  path: '/restore',
  tags,
  summary: 'Put a backup back',
  description:
    'Checks the archive, then puts it in the place of what is there now; that is kept beside it. Streams of events end.',
  request: bytesSent('application/octet-stream', 'The archive'),
  responses: { 204: { description: 'Restored' } },
  ...fails('NABIJ_BACKUP_DAMAGED', 'NABIJ_BACKUP_NEWER', 'NABIJ_DISK_FULL', 'NABIJ_TOO_BUSY', 'NABIJ_TOO_SLOW'),
})

export function addBackups(router: Router): void {
  let restoring = false
  router.openapi(list, async (c) => c.json({ backups: await c.get('workspace').backups() }, 200))
  router.openapi(make, async (c) => c.json(await c.get('workspace').backUp(), 202))
  router.openapi(file, async (c) => {
    const { name } = c.req.valid('param')
    return answerFile(c, await c.get('workspace').backupFile(name), name)
  })
  router.openapi(restore, async (c) => {
    const found = mediaType(c)
    if (/json|multipart/.test(found)) {
      throw new NabijError('NABIJ_WRONG_TYPE', { expected: 'application/octet-stream', found })
    }
    if (restoring) throw new NabijError('NABIJ_TOO_BUSY')
    restoring = true
    const { workspaces, lines, metrics } = c.get('hall')
    try {
      await workspaces.restore(bodyChunks(c))
    } finally {
      restoring = false
      await lines.endStale()
    }
    metrics.watch(workspaces.own())
    return c.body(null, 204)
  })
}
