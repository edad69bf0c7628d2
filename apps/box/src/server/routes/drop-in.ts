import { createRoute, z } from '@hono/zod-openapi'
import { DialectFacts, DialectId, DropInConfig, DropInRoute } from '@nabij/base'
import { dialects } from '@nabij/dialects'
import { MadeKey } from '../../workspace/drop-in/keys.ts'
import { jsonBody } from '../body/json-body.ts'
import { pathOf } from '../drop-in/mount-drop-in.ts'
import { addDropInCompared } from './drop-in-compared.ts'
import * as examples from './examples.ts'
import { asSent } from './register/register.ts'
import type { Router } from './router.ts'
import { answer, defined, fails, IdParam, sent } from './shapes.ts'

const tags = ['Drop-in']
const Made = z.object({ route: DropInRoute, key: MadeKey })
const made = { route: examples.dropInRoute, key: { accessKey: 'NABIJ0123456789ABCDE', secret: 'only shown now' } }

const known = createRoute({
  method: 'get',
  path: '/drop-in/dialects',
  tags,
  summary: 'List the cloud services in whose place the box can answer',
  description:
    'With the path below the address of the box that a program is given in place of the cloud, and how it shows its key.',
  responses: {
    200: answer(z.object({ dialects: z.array(DialectFacts) }), 'The dialects', {
      dialects: [
        { id: 'lookout-vision', name: 'Amazon Lookout for Vision', path: '/drop-in/lookout-vision', key: 'signature' },
      ],
    }),
  },
})

const list = createRoute({
  method: 'get',
  path: '/drop-in/routes',
  tags,
  summary: 'List the models that old programs find here',
  description: 'With how often each was asked since the box started. Keys never come out.',
  responses: {
    200: answer(z.object({ routes: z.array(DropInRoute) }), 'The routes', { routes: [examples.dropInRoute] }),
  },
})

const add = createRoute({
  method: 'post',
  path: '/drop-in/routes',
  tags,
  summary: 'Let a station answer an old program',
  description:
    'From now on the model is found at the dialect’s path. The key is in this answer only: give it to the program in place of the cloud’s.',
  middleware: [jsonBody] as const,
  request: { ...sent(DropInConfig, examples.dropInConfig) },
  responses: { 201: answer(Made, 'The route and its key', made) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_DIALECT_MODEL_TAKEN',
    'NABIJ_CLOUD_MISSING',
    'NABIJ_CLOUD_KEY',
  ),
})

const change = createRoute({
  method: 'patch',
  path: '/drop-in/routes/{id}',
  tags,
  summary: 'Change a route',
  description:
    'Only what is sent changes. `mode` says who answers: switching back is one call. The cloud’s key goes in and never comes out; without it the one that is there stays, unless the address names another host.',
  middleware: [jsonBody] as const,
  request: { params: IdParam, ...sent(DropInConfig.omit({ dialect: true }).partial(), { perSecond: 10 }) },
  responses: { 200: answer(DropInRoute, 'The route', examples.dropInRoute) },
  ...fails(
    'NABIJ_NOT_FOUND',
    'NABIJ_INVALID_INPUT',
    'NABIJ_MALFORMED',
    'NABIJ_WRONG_TYPE',
    'NABIJ_DIALECT_MODEL_TAKEN',
    'NABIJ_CLOUD_MISSING',
    'NABIJ_CLOUD_KEY',
  ),
})

const renew = createRoute({
  method: 'post',
  path: '/drop-in/routes/{id}/key',
  tags,
  summary: 'Make a new key; the old one counts no more',
  description: 'The key is in this answer only. Programs that have the old one are refused from now on.',
  request: { params: IdParam },
  responses: { 200: answer(Made, 'The route and its key', made) },
  ...fails('NABIJ_NOT_FOUND'),
})

const remove = createRoute({
  method: 'delete',
  path: '/drop-in/routes/{id}',
  tags,
  summary: 'Remove a route',
  description: 'Programs that ask for its model are refused from now on.',
  request: { params: IdParam },
  responses: { 204: { description: 'It is gone' } },
  ...fails('NABIJ_NOT_FOUND'),
})

export function addDropIn(router: Router): void {
  router.openapi(known, (c) =>
    c.json(
      {
        dialects: dialects.map((dialect) => ({
          id: DialectId.parse(dialect.id),
          name: dialect.name,
          path: pathOf(dialect),
          key: dialect.key.how,
        })),
      },
      200,
    ),
  )
  router.openapi(list, async (c) => c.json({ routes: await c.get('workspace').dropIn.list() }, 200))
  router.openapi(add, async (c) => c.json(await c.get('workspace').dropIn.add(c.req.valid('json')), 201))
  router.openapi(change, async (c) => {
    const change = asSent(await c.req.json<object>(), defined(c.req.valid('json')))
    return c.json(await c.get('workspace').dropIn.change(c.req.valid('param').id, change), 200)
  })
  addDropInCompared(router)
  router.openapi(renew, async (c) => c.json(await c.get('workspace').dropIn.renewKey(c.req.valid('param').id), 200))
  router.openapi(remove, async (c) => {
    await c.get('workspace').dropIn.remove(c.req.valid('param').id)
    return c.body(null, 204)
  })
}
