import { createRoute, z } from '@hono/zod-openapi'
import { ColumnChoice, Evidence, Finding, NabijError, Question, RememberedColumns, SeenTable } from '@nabij/base'
import { bodyChunks } from '../../body/body-chunks.ts'
import { cleanName } from '../../body/clean-name.ts'
import type { Ctx } from '../../context.ts'
import { ownOnly } from '../../guard/own-only.ts'
import type { Router } from '../router.ts'
import { answer, bytesSent, fails, Name } from '../shapes.ts'
import * as decided from './decided-examples.ts'
import * as examples from './examples.ts'

const tags = ['Evidence']
const EvidenceParam = z.object({ id: z.string().min(1).max(100) })

/** A choice of columns as JSON, since the body is the file. */
const Columns = z
  .string()
  .max(4000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'JSON' })
      return z.NEVER
    }
  })
  .pipe(ColumnChoice)
  .optional()
  .openapi({ type: 'string', example: '{"date":1,"name":"Who","amount":4}' })

const list = createRoute({
  method: 'get',
  path: '/register/evidence',
  tags,
  summary: 'List the evidence',
  description: 'Each file and each tick: what was read out of it, and what was passed over and why.',
  responses: {
    200: answer(z.object({ evidence: z.array(Evidence) }), 'The evidence', { evidence: [examples.evidence] }),
  },
})

const columns = createRoute({
  method: 'get',
  path: '/register/columns',
  tags,
  summary: 'List the tables whose columns were pointed out',
  description: 'A table with such a header is read by these columns without a question.',
  responses: {
    200: answer(z.object({ tables: z.array(RememberedColumns) }), 'The tables', { tables: [decided.remembered] }),
  },
})

const forget = createRoute({
  method: 'delete',
  path: '/register/columns/{id}',
  tags,
  summary: 'Forget the columns of a table',
  description: 'A table with that header is asked about again. What was read by them stays.',
  request: { params: EvidenceParam },
  responses: { 204: { description: 'Forgotten' } },
  ...fails('NABIJ_NOT_FOUND'),
})

const add = createRoute({
  method: 'post',
  path: '/register/evidence',
  tags,
  summary: 'Add evidence',
  description:
    'A bank statement, a zone file, a lock file … or a zip of them, recognised by its content. It is read in a process of its own; only findings are kept, the file itself is not. With `preview=true` nothing is kept at all, and a table of a bank that is not known is shown with the columns that it seems to have; `columns` says which column says what, and is remembered for tables with the same header. The same file twice changes nothing. Cutting the connection cancels it.',
  middleware: [ownOnly] as const,
  request: {
    query: z.strictObject({
      name: Name.openapi({ example: 'bank-2026.xml' }),
      preview: z.enum(['true', 'false']).default('false'),
      columns: Columns,
    }),
    ...bytesSent('application/octet-stream', 'The file'),
  },
  responses: {
    200: answer(
      z.object({
        evidence: z.array(Evidence),
        findings: z.array(Finding),
        questions: z.array(Question),
        tables: z.array(SeenTable),
      }),
      'What was read: of the findings the first fifty',
      {
        evidence: [examples.evidence],
        findings: [examples.finding],
        questions: [examples.question],
        tables: [decided.table],
      },
    ),
  },
  ...fails(
    'NABIJ_EVIDENCE_UNKNOWN',
    'NABIJ_EVIDENCE_UNREADABLE',
    'NABIJ_EVIDENCE_COLUMNS',
    'NABIJ_EVIDENCE_COLUMN',
    'NABIJ_EVIDENCE_TOO_LARGE',
    'NABIJ_EVIDENCE_HOSTILE',
    'NABIJ_EVIDENCE_LIMIT',
    'NABIJ_EVIDENCE_CANCELLED',
    'NABIJ_EVIDENCE_BUSY',
    'NABIJ_TOO_SLOW',
    'NABIJ_SAMPLE_READ_ONLY',
    'NABIJ_DISK_FULL',
  ),
})

const one = createRoute({
  method: 'get',
  path: '/register/evidence/{id}',
  tags,
  summary: 'See one piece of evidence',
  description: 'With what was found in it: the first thousand findings.',
  request: { params: EvidenceParam },
  responses: {
    200: answer(Evidence.extend({ found: z.array(Finding) }), 'The evidence', {
      ...examples.evidence,
      found: [examples.finding],
    }),
  },
  ...fails('NABIJ_NOT_FOUND'),
})

const remove = createRoute({
  method: 'delete',
  path: '/register/evidence/{id}',
  tags,
  summary: 'Remove a piece of evidence',
  description: 'With what was found in it, and nothing else.',
  middleware: [ownOnly] as const,
  request: { params: EvidenceParam },
  responses: { 204: { description: 'Removed' } },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_SAMPLE_READ_ONLY'),
})

export function addEvidence(router: Router): void {
  router.openapi(columns, async (c) => c.json({ tables: await c.get('workspace').register.knownColumns() }, 200))
  router.openapi(forget, async (c) => {
    await c.get('workspace').register.forgetColumns(c.req.valid('param').id)
    return c.body(null, 204)
  })
  router.openapi(list, async (c) => c.json({ evidence: await c.get('workspace').register.evidence() }, 200))
  router.openapi(add, async (c) => {
    const { name, preview, columns } = c.req.valid('query')
    const file = { name: cleanName(name) ?? 'file', bytes: withinLimit(c, cleanName(name) ?? 'file') }
    const options = { preview: preview === 'true', columns, signal: c.req.raw.signal }
    return c.json(await c.get('workspace').register.read(file, options), 200)
  })
  router.openapi(one, async (c) => c.json(await c.get('workspace').register.oneEvidence(c.req.valid('param').id), 200))
  router.openapi(remove, async (c) => {
    await c.get('workspace').register.removeEvidence(c.req.valid('param').id)
    return c.body(null, 204)
  })
}

/** Streamed to the process that reads it: however large it is, none of it lies in memory or on disk here. */
export async function* withinLimit(c: Ctx, path: string): AsyncGenerator<Uint8Array> {
  const { evidence } = c.get('hall').limits
  let size = 0
  for await (const chunk of bodyChunks(c)) {
    size += chunk.length
    if (size > evidence) throw new NabijError('NABIJ_EVIDENCE_TOO_LARGE', { path, most: `${evidence / 2 ** 20} MB` })
    yield chunk
  }
}
