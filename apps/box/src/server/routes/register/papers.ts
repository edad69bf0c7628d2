import { createRoute, z } from '@hono/zod-openapi'
import { ExitState, Language } from '@nabij/base'
import { json } from '../../../workspace/register/json.ts'
import { type PaperKind, StoredDecision, StoredLetter } from '../../../workspace/register/papers.ts'
import { jsonBody } from '../../body/json-body.ts'
import type { Ctx } from '../../context.ts'
import { answerDownload } from '../answer-file.ts'
import type { Router } from '../router.ts'
import { answer, bytesAnswer, defined, fails, IdParam, sent } from '../shapes.ts'
import { answerJson } from './answer-json.ts'
import * as examples from './examples.ts'
import { asSent, ServiceParam } from './register.ts'

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
    cyclonedx: 'Services and libraries as a bill of materials (CycloneDX 1.6).',
    ics: 'The end of each contract and the last day to give notice.',
  }
}

const letters = createRoute({
  method: 'get',
  path: '/register/letters',
  tags,
  summary: 'List the letters to suppliers',
  description: 'Drafts, what was sent, what was answered, and what is late.',
  responses: {
    200: answer(z.object({ letters: z.array(StoredLetter) }), 'The letters', { letters: [examples.letter] }),
  },
})

const write = createRoute({
  method: 'post',
  path: '/register/letters',
  tags,
  summary: 'Write a letter to a supplier',
  description: 'Asks precisely what is missing. Only about a service that is certain.',
  middleware: [jsonBody] as const,
  request: sent(z.strictObject({ serviceId: z.string().min(1).max(300), lang: Language.optional() }), {
    serviceId: 'example-books',
  }),
  responses: { 200: answer(StoredLetter, 'The letter', examples.letter) },
  ...fails('NABIJ_SERVICE_UNKNOWN', 'NABIJ_LETTER_TOO_SOON', 'NABIJ_INVALID_INPUT'),
})

const edit = createRoute({
  method: 'patch',
  path: '/register/letters/{id}',
  tags,
  summary: 'Change a letter to a supplier',
  description: 'Its words, or that it was sent or answered.',
  middleware: [jsonBody] as const,
  request: {
    params: IdParam,
    ...sent(
      StoredLetter.pick({ subject: true, body: true })
        .extend({ state: z.enum(['draft', 'sent', 'answered']) })
        .partial(),
      { state: 'sent' },
    ),
  },
  responses: { 200: answer(StoredLetter, 'The letter as it is now', examples.letter) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_INVALID_INPUT'),
})

const decisions = createRoute({
  method: 'get',
  path: '/register/decisions',
  tags,
  summary: 'List what was decided',
  description: 'What was considered, what was decided and why, newest first.',
  responses: {
    200: answer(z.object({ decisions: z.array(StoredDecision) }), 'The decisions', { decisions: [examples.decision] }),
  },
})

const decide = createRoute({
  method: 'post',
  path: '/register/decisions',
  tags,
  summary: 'Write down a decision',
  description: 'About a product that was considered.',
  middleware: [jsonBody] as const,
  request: sent(StoredDecision.pick({ asked: true, decision: true, reason: true }), {
    asked: 'Example Chat',
    decision: 'later',
    reason: 'Asks first where the data are',
  }),
  responses: { 200: answer(StoredDecision, 'The decision', examples.decision) },
  ...fails('NABIJ_INVALID_INPUT'),
})

const Plan = z.looseObject({ serviceId: z.string(), ...ExitState.shape, reopened: z.boolean() })
const planExample = {
  serviceId: 'example-books',
  options: [],
  clocks: [],
  steps: [],
  missing: [],
  state: 'planned',
  option: null,
  owner: 'Anna',
  fallBack: null,
  by: '2027-06-01',
  changedAt: 1_763_971_200_000,
  reopened: false,
}

const exitPlan = createRoute({
  method: 'get',
  path: '/register/services/{id}/exit-plan',
  tags,
  summary: 'See how to leave a service',
  description: 'Options beside each other, the clocks of contract and law, the steps, and what is missing.',
  request: { params: ServiceParam, query: InLanguage },
  responses: { 200: answer(Plan, 'The plan', planExample) },
  ...fails('NABIJ_SERVICE_UNKNOWN'),
})

const moveExit = createRoute({
  method: 'patch',
  path: '/register/services/{id}/exit-plan',
  tags,
  summary: 'Say how far leaving a service is',
  description: 'Considered, planned, switched, gone. It opens again by itself when it is still paid for.',
  middleware: [jsonBody] as const,
  request: {
    params: ServiceParam,
    query: InLanguage,
    ...sent(ExitState.omit({ changedAt: true }).partial(), { state: 'planned', owner: 'Anna' }),
  },
  responses: { 200: answer(Plan, 'The plan as it is now', planExample) },
  ...fails('NABIJ_SERVICE_UNKNOWN', 'NABIJ_INVALID_INPUT'),
})

export function addPapers(router: Router): void {
  router.openapi(report, async (c) =>
    answerJson(c, await c.get('workspace').register.report(inLanguage(c, c.req.valid('query').lang))),
  )
  for (const { kind, route } of paperRoutes)
    router.openapi(route, async (c) => {
      const { bytes, name, type } = await c
        .get('workspace')
        .register.paper(kind, inLanguage(c, c.req.valid('query').lang))
      const answered = answerDownload(c, bytes, name)
      answered.headers.set('content-type', type)
      // A page is to be read and printed where it is.
      if (kind === 'html') answered.headers.delete('content-disposition')
      return answered
    })
  router.openapi(letters, async (c) => c.json({ letters: await c.get('workspace').register.letters() }, 200))
  router.openapi(write, async (c) => {
    const { serviceId, lang } = c.req.valid('json')
    return c.json(await c.get('workspace').register.addLetter(serviceId, inLanguage(c, lang)), 200)
  })
  router.openapi(edit, async (c) =>
    c.json(await c.get('workspace').register.changeLetter(c.req.valid('param').id, defined(c.req.valid('json'))), 200),
  )
  router.openapi(decisions, async (c) => c.json({ decisions: await c.get('workspace').register.decisions() }, 200))
  router.openapi(decide, async (c) => c.json(await c.get('workspace').register.decide(c.req.valid('json')), 200))
  router.openapi(exitPlan, async (c) => {
    const plan = await c
      .get('workspace')
      .register.exitPlan(c.req.valid('param').id, inLanguage(c, c.req.valid('query').lang))
    return answerJson(c, json(plan))
  })
  router.openapi(moveExit, async (c) => {
    const change = asSent(await c.req.json<object>(), defined(c.req.valid('json')))
    const plan = await c
      .get('workspace')
      .register.changeExit(c.req.valid('param').id, change, inLanguage(c, c.req.valid('query').lang))
    return answerJson(c, json(plan))
  })
}

function inLanguage(c: Ctx, asked: Language | undefined): Language {
  return asked ?? c.get('language')
}
