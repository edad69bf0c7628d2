import { createRoute, z } from '@hono/zod-openapi'
import { DnsAnswer, DnsPlan, Evidence, Finding, Question } from '@nabij/base'
import { jsonBody } from '../../body/json-body.ts'
import { ownOnly } from '../../guard/own-only.ts'
import type { Router } from '../router.ts'
import { answer, fails, PlainText, sent } from '../shapes.ts'
import * as decided from './decided-examples.ts'
import * as examples from './examples.ts'

const tags = ['Evidence']
const Asked = z.strictObject({
  domain: PlainText(300).openapi({ example: 'bakkerij-voorbeeld.nl' }),
  resolver: PlainText(100).optional().openapi({ example: '192.0.2.53:53' }),
})

const plan = createRoute({
  method: 'get',
  path: '/register/dns',
  tags,
  summary: 'See what a look-up would ask',
  description:
    'Every question about a domain, and the name servers that they would go to: those of this computer, or the one that is named. Nothing is asked yet.',
  request: { query: Asked },
  responses: { 200: answer(DnsPlan, 'The questions', decided.dnsPlan) },
  ...fails('NABIJ_DNS_DOMAIN', 'NABIJ_INVALID_INPUT', 'NABIJ_OUTPUT_ADDRESS'),
})

const lookUp = createRoute({
  method: 'post',
  path: '/register/dns',
  tags,
  summary: 'Look a domain up in the DNS',
  description:
    'Asks what the plan says, and then the names that the SPF record includes. Each question is written in the book of what left this device. The answers become evidence as a zone file does, in the place of those of an earlier look-up. Cutting the connection cancels it.',
  middleware: [ownOnly, jsonBody] as const,
  request: sent(Asked, { domain: 'bakkerij-voorbeeld.nl' }),
  responses: {
    200: answer(
      z.object({
        evidence: z.array(Evidence),
        findings: z.array(Finding),
        questions: z.array(Question),
        answers: z.array(DnsAnswer),
      }),
      'What was found, and what each question brought',
      { evidence: [examples.evidence], findings: [], questions: [], answers: [decided.dnsAnswer] },
    ),
  },
  ...fails(
    'NABIJ_DNS_DOMAIN',
    'NABIJ_DNS_NO_DOMAIN',
    'NABIJ_DNS_SILENT',
    'NABIJ_DNS_FAILED',
    'NABIJ_INVALID_INPUT',
    'NABIJ_OUTPUT_ADDRESS',
    'NABIJ_EVIDENCE_CANCELLED',
    'NABIJ_EVIDENCE_BUSY',
    'NABIJ_SAMPLE_READ_ONLY',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_DISK_FULL',
  ),
})

export function addDns(router: Router): void {
  router.openapi(plan, (c) => {
    const { domain, resolver } = c.req.valid('query')
    return c.json(c.get('workspace').register.dnsPlan(domain, resolver), 200)
  })
  router.openapi(lookUp, async (c) => {
    const { domain, resolver } = c.req.valid('json')
    const { tables: _, ...found } = await c
      .get('workspace')
      .register.lookUpDns(domain, { resolver, signal: c.req.raw.signal })
    return c.json(found, 200)
  })
}
