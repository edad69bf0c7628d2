import { createRoute, z } from '@hono/zod-openapi'
import { KnowledgeState, KnowledgeUpdate, KnownLaw } from '@nabij/base'
import { bodyChunks } from '../../body/body-chunks.ts'
import type { Ctx } from '../../context.ts'
import { ownOnly } from '../../guard/own-only.ts'
import type { Router } from '../router.ts'
import { answer, bytesSent, fails } from '../shapes.ts'
import { answerJson } from './answer-json.ts'
import * as examples from './examples.ts'

const tags = ['Knowledge']

const state = createRoute({
  method: 'get',
  path: '/knowledge',
  tags,
  summary: 'See which knowledge is in use',
  description:
    'Its version, date and checksum, how much is in it, whom it owes credit, and what taking the last update back brings.',
  responses: { 200: answer(KnowledgeState, 'The knowledge', examples.knowledge) },
})

const laws = createRoute({
  method: 'get',
  path: '/knowledge/laws',
  tags,
  summary: 'List the laws that reach across borders',
  description:
    'By which an authority of another country can compel whoever is within its reach, in words, with the source.',
  responses: { 200: answer(z.object({ laws: z.array(KnownLaw) }), 'The laws', { laws: [examples.law] }) },
})

const packFails = fails(
  'NABIJ_PACK_UNREADABLE',
  'NABIJ_PACK_FORMAT',
  'NABIJ_PACK_FAULTY',
  'NABIJ_PACK_OLDER',
  'NABIJ_PACK_TOO_LARGE',
  'NABIJ_EVIDENCE_BUSY',
  'NABIJ_TOO_SLOW',
  'NABIJ_SAMPLE_READ_ONLY',
  'NABIJ_DISK_FULL',
)
const packSent = bytesSent('application/octet-stream', 'The pack')

const preview = createRoute({
  method: 'post',
  path: '/knowledge/preview',
  tags,
  summary: 'See what newer knowledge would change',
  description:
    'A pack from a file, checked in a process of its own: of what this company uses, each owner, country, law, alternative, price and announcement that it says otherwise. Nothing is kept.',
  middleware: [ownOnly] as const,
  request: packSent,
  responses: { 200: answer(KnowledgeUpdate, 'What it would change', { ...examples.update, installed: false }) },
  ...packFails,
})

const update = createRoute({
  method: 'post',
  path: '/knowledge/update',
  tags,
  summary: 'Put newer knowledge in use',
  description: 'The same check; it counts at once, without a connection. What was stated here stays in front of it.',
  middleware: [ownOnly] as const,
  request: packSent,
  responses: { 200: answer(KnowledgeUpdate, 'What it changed', examples.update) },
  ...packFails,
})

const undo = createRoute({
  method: 'delete',
  path: '/knowledge/update',
  tags,
  summary: 'Take the last update of the knowledge back',
  description: 'The pack before counts again.',
  middleware: [ownOnly] as const,
  responses: { 200: answer(KnowledgeUpdate, 'What that changed', examples.update) },
  ...fails('NABIJ_PACK_NONE_BEFORE', 'NABIJ_SAMPLE_READ_ONLY'),
})

export function addPack(router: Router): void {
  router.openapi(state, async (c) => answerJson(c, await c.get('workspace').register.knowledge()))
  router.openapi(laws, async (c) => answerJson(c, await c.get('workspace').register.laws()))
  router.openapi(preview, async (c) => c.json(await take(c, true), 200))
  router.openapi(update, async (c) => c.json(await take(c, false), 200))
  router.openapi(undo, async (c) => c.json(await c.get('workspace').register.undoKnowledge(), 200))
}

function take(c: Ctx, isPreview: boolean): Promise<KnowledgeUpdate> {
  const options = { preview: isPreview, signal: c.req.raw.signal }
  return c.get('workspace').register.updateKnowledge(bodyChunks(c), options)
}
