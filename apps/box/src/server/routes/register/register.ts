import { createRoute, z } from '@hono/zod-openapi'
import {
  Alternative,
  Assessment,
  KnownEvent,
  NextAction,
  PathProgress,
  RegisterSnapshot,
  RegisterSummary,
  Service,
  ServiceKind,
  ServiceNotes,
} from '@nabij/base'
import { jsonBody } from '../../body/json-body.ts'
import type { Router } from '../router.ts'
import { answer, defined, fails, PlainText, sent } from '../shapes.ts'
import { answerJson } from './answer-json.ts'
import * as examples from './examples.ts'

const tags = ['Register']
export const ServiceParam = z.object({ id: z.string().min(1).max(300).openapi({ example: 'example-books' }) })

const Overview = z.object({
  summary: RegisterSummary,
  services: z.array(Service),
  actions: z.array(NextAction),
  snapshots: z.array(RegisterSnapshot),
  path: PathProgress,
  /** Services that were left, and that later evidence shows no more. */
  gone: z.array(z.object({ id: z.string(), name: z.string(), on: z.string().nullable() })),
  questions: z.int(),
})

const overview = createRoute({
  method: 'get',
  path: '/register',
  tags,
  summary: 'See what the company depends on',
  description:
    'The figures, every service with what shows it, three things to do next, the state of each month, how far along the path, and how many questions are open.',
  responses: {
    200: answer(Overview, 'The register', {
      summary: examples.summary,
      services: [examples.service],
      snapshots: [examples.snapshot],
      questions: 1,
      gone: [],
      actions: [{ id: 'add-dns', serviceId: null, count: null, day: null }],
      path: { from: null, now: null, done: null, elapsed: null, neededPerYear: null, state: 'no-goal' },
    }),
  },
})

const Full = Service.extend({
  assessment: Assessment,
  alternatives: z.array(Alternative),
  events: z.array(KnownEvent),
})

const one = createRoute({
  method: 'get',
  path: '/register/services/{id}',
  tags,
  summary: 'See one service',
  description:
    'With its assessment by law and by objective, what could take its place, and what its vendor did or will do.',
  request: { params: ServiceParam },
  responses: {
    200: answer(Full, 'The service', {
      ...examples.service,
      assessment: { exposures: [], seal: [], gated: null, score: null, coverage: 0 },
      alternatives: [examples.alternative],
      events: [examples.event],
    }),
  },
  ...fails('NABIJ_SERVICE_UNKNOWN'),
})

const Tick = z
  .strictObject({ productId: z.string().min(1).max(200).optional(), name: PlainText(200).optional() })
  .refine(({ productId, name }) => (productId === undefined) !== (name === undefined), 'productId or name')

const tick = createRoute({
  method: 'post',
  path: '/register/services',
  tags,
  summary: 'Add a service by hand',
  description:
    'A product that is known, or a name of your own: that one keeps an unknown origin, and nothing is guessed. The same tick twice is one.',
  middleware: [jsonBody] as const,
  request: sent(Tick, { productId: 'example-books' }),
  responses: { 200: answer(Service, 'The service', examples.service) },
  ...fails('NABIJ_KNOWLEDGE_UNKNOWN', 'NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE', 'NABIJ_DISK_FULL'),
})

const say = createRoute({
  method: 'patch',
  path: '/register/services/{id}',
  tags,
  summary: 'Say something about a service',
  description:
    'Whether it is crucial, what it costs, for which process, whose contract … What is left out stays as it is.',
  middleware: [jsonBody] as const,
  request: { params: ServiceParam, ...sent(ServiceNotes.partial(), { crucial: true, process: 'Invoicing' }) },
  responses: { 200: answer(Service, 'The service as it is now', examples.service) },
  ...fails('NABIJ_SERVICE_UNKNOWN', 'NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE', 'NABIJ_DISK_FULL'),
})

const untick = createRoute({
  method: 'delete',
  path: '/register/services/{id}',
  tags,
  summary: 'Take back a service that was added by hand',
  description: 'Refused when other evidence shows it as well.',
  request: { params: ServiceParam },
  responses: { 204: { description: 'Taken back' } },
  ...fails('NABIJ_SERVICE_UNKNOWN', 'NABIJ_SERVICE_PROVEN'),
})

const Group = z.object({
  kind: ServiceKind,
  products: z.array(z.object({ id: z.string(), name: z.string(), vendor: z.string(), ticked: z.boolean() })),
})

const tiles = createRoute({
  method: 'get',
  path: '/register/tiles',
  tags,
  summary: 'List what companies commonly use',
  description: 'By kind, with what is in the register already.',
  responses: {
    200: answer(z.object({ groups: z.array(Group) }), 'The tiles', {
      groups: [
        {
          kind: 'bookkeeping',
          products: [{ id: 'example-books', name: 'Example Books', vendor: 'Example', ticked: true }],
        },
      ],
    }),
  },
})

export function addRegister(router: Router): void {
  router.openapi(overview, async (c) => answerJson(c, await c.get('workspace').register.overview()))
  router.openapi(one, async (c) => answerJson(c, await c.get('workspace').register.service(c.req.valid('param').id)))
  router.openapi(tick, async (c) => answerJson(c, await c.get('workspace').register.tick(c.req.valid('json'))))
  router.openapi(say, async (c) => {
    const change = asSent(await c.req.json<object>(), defined(c.req.valid('json')))
    return answerJson(c, await c.get('workspace').register.say(c.req.valid('param').id, change))
  })
  router.openapi(untick, async (c) => {
    await c.get('workspace').register.untick(c.req.valid('param').id)
    return c.body(null, 204)
  })
  router.openapi(tiles, async (c) => answerJson(c, await c.get('workspace').register.tiles()))
}

/** Only what was sent: the shape fills in its usual values, and those would wipe out what was said before. */
export function asSent<T extends object>(body: object, valid: T): Partial<T> {
  return Object.fromEntries(Object.entries(valid).filter(([key]) => key in body)) as Partial<T>
}
