import { createRoute, z } from '@hono/zod-openapi'
import { Account } from '@nabij/base'
import { jsonBody } from '../body/json-body.ts'
import type { Router } from '../routes/router.ts'
import { answer, fails, IdParam, sent } from '../routes/shapes.ts'
import { byOf } from './audited.ts'
import * as shapes from './shapes.ts'

const tags = ['People']
const weak = ['NABIJ_PASSWORD_SHORT', 'NABIJ_PASSWORD_COMMON', 'NABIJ_PIN_WEAK'] as const

const list = createRoute({
  method: 'get',
  path: '/accounts',
  tags,
  summary: 'List the people',
  description: 'Everybody who has an account.',
  responses: { 200: answer(z.object({ accounts: z.array(Account) }), 'The people', { accounts: [shapes.account] }) },
})

const add = createRoute({
  method: 'post',
  path: '/accounts',
  tags,
  summary: 'Let somebody in',
  description: 'With a password to log in, with a PIN for a shared screen, or with both.',
  middleware: [jsonBody] as const,
  request: sent(shapes.NewAccount, { name: 'Ans', role: 'operator', pin: '2580' }),
  responses: { 201: answer(Account, 'The account', shapes.account) },
  ...fails('NABIJ_OWNER_NEEDED', 'NABIJ_NAME_TAKEN', ...weak),
})

const change = createRoute({
  method: 'patch',
  path: '/accounts/{id}',
  tags,
  summary: 'Change an account',
  description: 'Its name, role, password or PIN (null takes that away). A new role or password ends its sessions.',
  middleware: [jsonBody] as const,
  request: { params: IdParam, ...sent(shapes.AccountChange, { role: 'engineer' }) },
  responses: { 200: answer(Account, 'The account as it is now', { ...shapes.account, role: 'engineer' }) },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_NAME_TAKEN', 'NABIJ_LAST_OWNER', ...weak),
})

const remove = createRoute({
  method: 'delete',
  path: '/accounts/{id}',
  tags,
  summary: 'Remove an account',
  description: 'Its sessions and keys end at once. The audit log keeps what it did.',
  request: { params: IdParam },
  responses: { 204: { description: 'Removed' } },
  ...fails('NABIJ_NOT_FOUND', 'NABIJ_LAST_OWNER'),
})

/** Who may come in. */
export function addPeople(router: Router): void {
  router.openapi(list, async (c) => c.json({ accounts: await c.get('hall').workspaces.own().accounts.list() }, 200))
  router.openapi(add, async (c) => {
    const { accounts } = c.get('hall').workspaces.own()
    return c.json(await accounts.add(c.req.valid('json'), byOf(c)), 201)
  })
  router.openapi(change, async (c) => {
    const { accounts } = c.get('hall').workspaces.own()
    return c.json(await accounts.change(c.req.valid('param').id, c.req.valid('json'), byOf(c)), 200)
  })
  router.openapi(remove, async (c) => {
    await c.get('hall').workspaces.own().accounts.remove(c.req.valid('param').id, byOf(c))
    return c.body(null, 204)
  })
}
