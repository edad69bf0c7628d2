import { createRoute, z } from '@hono/zod-openapi'
import { ExitProof, ExitState, Language } from '@nabij/base'
import { json } from '../../../workspace/register/json.ts'
import { jsonBody } from '../../body/json-body.ts'
import type { Router } from '../router.ts'
import { answer, bytesAnswer, defined, fails, sent } from '../shapes.ts'
import { answerJson } from './answer-json.ts'
import { answerPaper, inLanguage } from './papers.ts'
import { asSent, ServiceParam } from './register.ts'

const tags = ['Exit plans']
const InLanguage = z.strictObject({ lang: Language.optional() })

const Plan = z.looseObject({ serviceId: z.string(), ...ExitState.shape, proof: ExitProof.nullable() })
const planExample = {
  serviceId: 'example-books',
  options: [],
  clocks: [],
  steps: [],
  missing: [],
  state: 'switched' as const,
  option: null,
  owner: 'Anna',
  fallBack: null,
  by: '2027-06-01',
  switchedOn: '2026-11-25',
  reopened: null,
  changedAt: 1_763_971_200_000,
  proof: {
    state: 'not-proven' as const,
    on: '2026-12-26',
    because: [{ nl: 'het bankafschrift loopt tot 25 nov 2026', en: 'the bank statement runs to 25 Nov 2026' }],
  },
}

const exitPlan = createRoute({
  method: 'get',
  path: '/register/services/{id}/exit-plan',
  tags,
  summary: 'See how to leave a service',
  description:
    'Options beside each other, the clocks of contract and law, the steps, what is missing; and of a service that was left, what evidence says.',
  request: { params: ServiceParam, query: InLanguage },
  responses: { 200: answer(Plan, 'The plan', planExample) },
  ...fails('NABIJ_SERVICE_UNKNOWN'),
})

const moveExit = createRoute({
  method: 'patch',
  path: '/register/services/{id}/exit-plan',
  tags,
  summary: 'Say how far leaving a service is',
  description:
    'Considered, planned, switched (since a day), gone. It is gone only when everything that showed it is silent in later evidence: until then it stays switched, with why. It opens again by itself when later evidence shows it.',
  middleware: [jsonBody] as const,
  request: {
    params: ServiceParam,
    query: InLanguage,
    ...sent(ExitState.omit({ changedAt: true, reopened: true }).partial(), { state: 'planned', owner: 'Anna' }),
  },
  responses: { 200: answer(Plan, 'The plan as it is now', planExample) },
  ...fails('NABIJ_SERVICE_UNKNOWN', 'NABIJ_INVALID_INPUT'),
})

const print = createRoute({
  method: 'get',
  path: '/register/services/{id}/exit-plan.pdf',
  tags,
  summary: 'Take an exit plan along as PDF',
  description: 'How far it is, the options, the clocks with the rule that says so, and the steps to tick off.',
  request: { params: ServiceParam, query: InLanguage },
  responses: { 200: bytesAnswer('The plan', 'application/pdf') },
  ...fails('NABIJ_SERVICE_UNKNOWN', 'NABIJ_PDF_UNAVAILABLE'),
})

export function addExitPlans(router: Router): void {
  router.openapi(exitPlan, async (c) => {
    const language = inLanguage(c, c.req.valid('query').lang)
    return answerJson(c, json(await c.get('workspace').register.exitPlan(c.req.valid('param').id, language)))
  })
  router.openapi(moveExit, async (c) => {
    const change = asSent(await c.req.json<object>(), defined(c.req.valid('json')))
    const language = inLanguage(c, c.req.valid('query').lang)
    const { id } = c.req.valid('param')
    const { register, moves } = c.get('workspace')
    const plan = await register.changeExit(id, change, language)
    if (change.state) await moves.stepMade(id, change.state, c.get('who').name)
    return answerJson(c, json(plan))
  })
  router.openapi(print, async (c) => {
    const language = inLanguage(c, c.req.valid('query').lang)
    return answerPaper(c, await c.get('workspace').register.exitPlanPdf(c.req.valid('param').id, language))
  })
}
