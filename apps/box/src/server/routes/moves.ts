import { createRoute, z } from '@hono/zod-openapi'
import { ExitState, Move, MoveLine, MoveSaid, MoveState } from '@nabij/base'
import { jsonBody } from '../body/json-body.ts'
import * as examples from './move-examples.ts'
import { asSent, ServiceParam } from './register/register.ts'
import type { Router } from './router.ts'
import { answer, defined, fails, sent } from './shapes.ts'

const tags = ['Moves']
const Change = z.strictObject({
  ...MoveSaid.partial().shape,
  ...ExitState.pick({ option: true, owner: true, fallBack: true, by: true }).partial().shape,
})
const NewMove = Change.extend({ serviceId: z.string().min(1).max(300) })
const Step = z.strictObject({
  state: MoveState,
  note: z.string().trim().max(2000).nullable().default(null),
  /** Since when it is no longer used; left out: today. */
  switchedOn: z.iso.date().optional(),
})
const bad = ['NABIJ_INVALID_INPUT', 'NABIJ_MALFORMED', 'NABIJ_WRONG_TYPE'] as const

const list = createRoute({
  method: 'get',
  path: '/moves',
  tags,
  summary: 'List the moves',
  description:
    'Every service of which leaving was begun, here or in its exit plan: they are the same thing. With what it costs, how the route compares, the steps with what they rested on, and what comes next.',
  responses: { 200: answer(z.object({ moves: z.array(Move) }), 'The moves', { moves: [examples.move] }) },
})

const begin = createRoute({
  method: 'post',
  path: '/moves',
  tags,
  summary: 'Begin a move',
  description: 'Of a service in the register. One that was begun stays where it is.',
  middleware: [jsonBody] as const,
  request: sent(NewMove, { serviceId: examples.move.id, owner: 'Anna', routeId: examples.move.routeId }),
  responses: { 201: answer(Move, 'The move', examples.move) },
  ...fails('NABIJ_SERVICE_UNKNOWN', ...bad),
})

const line = createRoute({
  method: 'get',
  path: '/moves/line',
  tags,
  summary: 'See the company over time',
  description:
    'Euros and crucial processes outside Europe out of the register’s stored states, what was won between the first and the last, and the steps on the way.',
  responses: { 200: answer(MoveLine, 'The line', examples.line) },
})

const one = createRoute({
  method: 'get',
  path: '/moves/{id}',
  tags,
  summary: 'See one move',
  description: 'With each step, what showed it, what it cost and saves, and what comes next.',
  request: { params: ServiceParam },
  responses: { 200: answer(Move, 'The move', examples.move) },
  ...fails('NABIJ_MOVE_UNKNOWN'),
})

const change = createRoute({
  method: 'patch',
  path: '/moves/{id}',
  tags,
  summary: 'Change a move',
  description: 'What is left out stays as it was. Which steps are made is said at its steps.',
  middleware: [jsonBody] as const,
  request: { params: ServiceParam, ...sent(Change, { costAfter: 12_000 }) },
  responses: { 200: answer(Move, 'The move', examples.move) },
  ...fails('NABIJ_MOVE_UNKNOWN', ...bad),
})

const step = createRoute({
  method: 'post',
  path: '/moves/{id}/steps',
  tags,
  summary: 'Make a step',
  description:
    'What it rests on is written down with it. Gone is only what evidence shows no more: until then a move that is said to be gone is switched. It opens again by itself when bank, DNS, code or meter show the service.',
  middleware: [jsonBody] as const,
  request: { params: ServiceParam, ...sent(Step, { state: 'switched', note: null }) },
  responses: { 200: answer(Move, 'The move', examples.move) },
  ...fails('NABIJ_MOVE_UNKNOWN', ...bad),
})

/** Leaving what the company depends on, one service at a time. */
export function addMoves(router: Router): void {
  router.openapi(list, async (c) => c.json({ moves: await c.get('workspace').moves.list() }, 200))
  router.openapi(begin, async (c) => {
    const { serviceId, ...given } = c.req.valid('json')
    const said = asSent(await c.req.json<object>(), defined(given))
    return c.json(await c.get('workspace').moves.begin(serviceId, said, c.get('who').name), 201)
  })
  router.openapi(line, async (c) => c.json(await c.get('workspace').moves.line(), 200))
  router.openapi(one, async (c) => c.json(await c.get('workspace').moves.get(c.req.valid('param').id), 200))
  router.openapi(change, async (c) => {
    const said = asSent(await c.req.json<object>(), defined(c.req.valid('json')))
    return c.json(await c.get('workspace').moves.change(c.req.valid('param').id, said), 200)
  })
  router.openapi(step, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await c.get('workspace').moves.step(id, c.req.valid('json'), c.get('who').name), 200)
  })
}
