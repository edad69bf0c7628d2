import { createRoute, z } from '@hono/zod-openapi'
import { NabijError, Token } from '@nabij/base'
import { jsonBody } from '../body/json-body.ts'
import type { Router } from '../routes/router.ts'
import { answer, fails, IdParam, sent } from '../routes/shapes.ts'
import { byOf } from './audited.ts'
import * as shapes from './shapes.ts'

const tags = ['Keys']
const Made = z.object({ token: Token, secret: z.string() })

const list = createRoute({
  method: 'get',
  path: '/tokens',
  tags,
  summary: 'List your keys',
  description: 'Keys for programs of your own; an owner sees those of everybody. The keys themselves are not shown.',
  responses: { 200: answer(z.object({ tokens: z.array(Token) }), 'The keys', { tokens: [shapes.token] }) },
})

const add = createRoute({
  method: 'post',
  path: '/tokens',
  tags,
  summary: 'Make a key',
  description:
    'The answer holds the key, this once: `Authorization: Bearer nabij_…`. It may do no more than you, and ends by itself.',
  middleware: [jsonBody] as const,
  request: sent(shapes.NewToken, { name: 'ERP', role: 'operator', days: 90 }),
  responses: {
    201: answer(Made, 'The key', { token: shapes.token, secret: 'nabij_Qm9yaXNfaXNfZWVuX2hvbmRfZW5fR2Vlc2plX25pZXQ' }),
  },
  ...fails('NABIJ_OWNER_NEEDED', 'NABIJ_NOT_ALLOWED'),
})

const remove = createRoute({
  method: 'delete',
  path: '/tokens/{id}',
  tags,
  summary: 'End a key for good',
  description: 'It opens nothing any more. An owner can end those of everybody.',
  request: { params: IdParam },
  responses: { 204: { description: 'Ended' } },
  ...fails('NABIJ_NOT_FOUND'),
})

/** Keys for programs of one's own. */
export function addKeys(router: Router): void {
  router.openapi(list, async (c) => {
    const { role, id } = c.get('who')
    const tokens = await c
      .get('hall')
      .workspaces.own()
      .accounts.tokens(role === 'owner' ? null : id)
    return c.json({ tokens }, 200)
  })
  router.openapi(add, async (c) => {
    const known = c.get('known')
    // Without accounts there is nobody whose key it would be.
    if (known?.who.kind !== 'account') throw new NabijError('NABIJ_OWNER_NEEDED')
    const { accounts } = c.get('hall').workspaces.own()
    return c.json(await accounts.addToken(known, c.req.valid('json'), byOf(c)), 201, { 'cache-control': 'no-store' })
  })
  router.openapi(remove, async (c) => {
    const { role, id } = c.get('who')
    const { accounts } = c.get('hall').workspaces.own()
    await accounts.removeToken(c.req.valid('param').id, role === 'owner' ? null : id, byOf(c))
    return c.body(null, 204)
  })
}
