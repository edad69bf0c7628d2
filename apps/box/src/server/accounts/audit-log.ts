import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '@nabij/accounts'
import { AuditEntry } from '@nabij/base'
import type { Router } from '../routes/router.ts'
import { answer, Limit, Seq } from '../routes/shapes.ts'
import * as shapes from './shapes.ts'

const tags = ['Audit log']

const list = createRoute({
  method: 'get',
  path: '/audit',
  tags,
  summary: 'Read the audit log',
  description: 'Every change: who, when, what, before and after; newest first. Secrets are masked.',
  request: { query: z.object({ before: Seq.optional(), limit: Limit }) },
  responses: { 200: answer(z.object({ entries: z.array(AuditEntry) }), 'The lines', { entries: [shapes.entry] }) },
})

const csv = createRoute({
  method: 'get',
  path: '/audit.csv',
  tags,
  summary: 'Take the audit log along',
  description: 'All of it as CSV, newest first.',
  responses: {
    200: {
      description: 'The lines',
      content: { 'text/csv': { schema: z.string(), example: 'seq,at,kind,name,role,from,what,on,before,after\n' } },
    },
  },
})

const pageOf = 500

/** Who changed what. */
export function addAudit(router: Router): void {
  router.openapi(list, async (c) => {
    const { before, limit } = c.req.valid('query')
    const query = { limit, ...(before === undefined ? {} : { before }) }
    return c.json({ entries: await c.get('hall').workspaces.own().accounts.audit(query) }, 200)
  })
  router.openapi(csv, (c) => {
    const { accounts } = c.get('hall').workspaces.own()
    c.header('content-disposition', 'attachment; filename="nabij-audit.csv"')
    c.header('cache-control', 'no-store')
    return c.body(ReadableStream.from(lines(accounts)), 200, {
      'content-type': 'text/csv; charset=utf-8',
    })
  })
}

async function* lines(accounts: Accounts): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('seq,at,kind,name,role,from,what,on,before,after\r\n')
  for (let before: number | undefined; ; ) {
    const page = await accounts.audit({ limit: pageOf, ...(before === undefined ? {} : { before }) })
    if (page.length === 0) return
    yield encoder.encode(page.map(lineOf).join(''))
    before = page.at(-1)?.seq
  }
}

function lineOf({ seq, at, who, from, what, on, before, after }: AuditEntry): string {
  const moment = new Date(at).toISOString()
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const cells = [seq, moment, who.kind, who.name, who.role, from, what, on, json(before), json(after)]
  return `${cells.map(cell).join(',')}\r\n`
}

/** A sheet takes what begins like a formula for one: a quote in front makes it text. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
