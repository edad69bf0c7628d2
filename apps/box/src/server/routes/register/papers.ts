import { createRoute, z } from '@hono/zod-openapi'
import { Decision, Language } from '@nabij/base'
import type { PaperFile, PaperKind } from '../../../workspace/register/papers.ts'
import { jsonBody } from '../../body/json-body.ts'
import type { Ctx } from '../../context.ts'
import { answerDownload } from '../answer-file.ts'
import type { Router } from '../router.ts'
import { answer, bytesAnswer, fails, sent } from '../shapes.ts'
import { answerJson } from './answer-json.ts'
import * as examples from './examples.ts'

const tags = ['Papers']
const InLanguage = z.strictObject({ lang: Language.optional() })

const report = createRoute({
  method: 'get',
  path: '/register/report',
  tags,
  summary: 'Read the report',
  description: 'The one object that page, print and PDF are made of; its texts are finished.',
  request: { query: InLanguage },
  responses: {
    200: answer(z.looseObject({ title: z.string(), company: z.string() }), 'The report', {
      title: 'What we depend on',
      company: 'Example Bakery',
    }),
  },
})

const papers: [PaperKind, string, string, string][] = [
  ['pdf', 'report.pdf', 'Take the report along as PDF', 'application/pdf'],
  ['html', 'report.html', 'Take the report along as a page', 'text/html'],
  ['csv', 'report.csv', 'Take the register along for a spreadsheet', 'text/csv'],
  ['customer', 'customer.csv', 'Take what a customer asks along for a spreadsheet', 'text/csv'],
  ['cyclonedx', 'report.cyclonedx.json', 'Take the register along as CycloneDX', 'application/vnd.cyclonedx+json'],
  ['ics', 'report.ics', 'Take the dates along for a calendar', 'text/calendar'],
]

const paperRoutes = papers.map(([kind, file, summary, type]) => ({
  kind,
  route: createRoute({
    method: 'get',
    path: `/register/${file}`,
    tags,
    summary,
    description: descriptions()[kind],
    request: { query: InLanguage },
    responses: { 200: bytesAnswer('The file', type) },
    ...(kind === 'pdf' ? fails('NABIJ_PDF_UNAVAILABLE') : fails()),
  }),
}))

function descriptions(): Record<PaperKind, string> {
  return {
    pdf: 'Two pages for who decides, and an annex with every service and every source.',
    html: 'One file that needs nothing else, to read and to print.',
    csv: 'A line for each service; with semicolons and decimal commas for who reads Dutch. No text in it runs as a formula.',
    customer:
      'A line for each crucial service: whose it is, which data, where, the contract, a way out. What is unknown says so.',
    cyclonedx: 'Services and libraries as a bill of materials (CycloneDX 1.6).',
    ics: 'The end of each contract and the last day to give notice.',
  }
}

const decisions = createRoute({
  method: 'get',
  path: '/register/decisions',
  tags,
  summary: 'List what was decided',
  description: 'What was considered, what was decided and why, newest first.',
  responses: {
    200: answer(z.object({ decisions: z.array(Decision) }), 'The decisions', { decisions: [examples.decision] }),
  },
})

const decide = createRoute({
  method: 'post',
  path: '/register/decisions',
  tags,
  summary: 'Write down a decision',
  description: 'About a product that was considered.',
  middleware: [jsonBody] as const,
  request: sent(Decision.pick({ asked: true, decision: true, reason: true }), {
    asked: 'Example Chat',
    decision: 'later',
    reason: 'Asks first where the data are',
  }),
  responses: { 200: answer(Decision, 'The decision', examples.decision) },
  ...fails('NABIJ_INVALID_INPUT'),
})

const decisionsFile = createRoute({
  method: 'get',
  path: '/register/decisions.csv',
  tags,
  summary: 'Take the decisions along for a spreadsheet',
  description: 'What was considered, decided and why, the oldest first.',
  request: { query: InLanguage },
  responses: { 200: bytesAnswer('The file', 'text/csv') },
})

export function addPapers(router: Router): void {
  router.openapi(report, async (c) =>
    answerJson(c, await c.get('workspace').register.report(inLanguage(c, c.req.valid('query').lang))),
  )
  for (const { kind, route } of paperRoutes)
    router.openapi(route, async (c) => {
      const file = await c.get('workspace').register.paper(kind, inLanguage(c, c.req.valid('query').lang))
      const answered = answerPaper(c, file)
      // A page is to be read and printed where it is.
      if (kind === 'html') answered.headers.delete('content-disposition')
      return answered
    })
  router.openapi(decisions, async (c) => c.json({ decisions: await c.get('workspace').register.decisions() }, 200))
  router.openapi(decide, async (c) => c.json(await c.get('workspace').register.decide(c.req.valid('json')), 200))
  router.openapi(decisionsFile, async (c) =>
    answerPaper(c, await c.get('workspace').register.decisionsCsv(inLanguage(c, c.req.valid('query').lang))),
  )
}

/** A file under its own name and kind. */
export function answerPaper(c: Ctx, { bytes, name, type }: PaperFile): Response {
  const answered = answerDownload(c, bytes, name)
  answered.headers.set('content-type', type)
  return answered
}

export function inLanguage(c: Ctx, asked: Language | undefined): Language {
  return asked ?? c.get('language')
}
