import { createRoute, z } from '@hono/zod-openapi'
import { Device, NabijError, Pairing } from '@nabij/base'
import { jsonBody } from '../body/json-body.ts'
import type { Ctx } from '../context.ts'
import type { Router } from '../routes/router.ts'
import { answer, fails, IdParam, sent } from '../routes/shapes.ts'
import { byOf } from './audited.ts'
import { giveCookie } from './cookies.ts'
import { peerOf, placeOf } from './peer.ts'
import * as shapes from './shapes.ts'

const tags = ['Devices']
const Operator = z.object({ id: z.uuid(), name: z.string() })

const list = createRoute({
  method: 'get',
  path: '/devices',
  tags,
  summary: 'List the paired devices',
  description: 'Phones and shared screens, the newest first.',
  responses: { 200: answer(z.object({ devices: z.array(Device) }), 'The devices', { devices: [shapes.device] }) },
})

const open = createRoute({
  method: 'post',
  path: '/devices/pairing',
  tags,
  summary: 'Make a pairing code',
  description: 'An address for one device to open, within ten minutes. A QR code of it saves the typing.',
  middleware: [jsonBody] as const,
  request: sent(shapes.NewPairing, { kind: 'phone', name: 'Telefoon van Ans' }),
  responses: {
    201: answer(Pairing, 'The code', {
      address: 'https://192.168.1.7:6225/phone#7KQ2M-XW4RT',
      code: '7KQ2M-XW4RT',
      expiresAt: 1_763_971_800_000,
      reachable: true,
    }),
  },
  ...fails('NABIJ_NOT_FOUND'),
})

const pair = createRoute({
  method: 'post',
  path: '/devices/pair',
  tags,
  summary: 'Pair this device',
  description: 'Sets a cookie by which the device is known until somebody removes it.',
  middleware: [jsonBody] as const,
  request: sent(shapes.PairingCode, { code: '7KQ2M-XW4RT' }),
  responses: { 201: answer(Device, 'The device', shapes.device) },
  ...fails('NABIJ_PAIRING_OVER', 'NABIJ_TOO_MANY_TRIES'),
})

const remove = createRoute({
  method: 'delete',
  path: '/devices/{id}',
  tags,
  summary: 'Remove a device',
  description: 'From now on it is let in no more.',
  request: { params: IdParam },
  responses: { 204: { description: 'Removed' } },
  ...fails('NABIJ_NOT_FOUND'),
})

const people = createRoute({
  method: 'get',
  path: '/screen/people',
  tags,
  summary: 'See who can stand at this screen',
  description: 'Everybody who has a PIN. Only a paired screen is told.',
  responses: {
    200: answer(z.object({ people: z.array(Operator) }), 'The people', {
      people: [{ id: shapes.account.id, name: 'Ans' }],
    }),
  },
})

const stand = createRoute({
  method: 'post',
  path: '/screen/operator',
  tags,
  summary: 'Say who stands at this screen',
  description: 'With a PIN. It ends after half an hour in which nothing was asked, or when somebody else says so.',
  middleware: [jsonBody] as const,
  request: sent(shapes.ScreenOperator, { accountId: shapes.account.id, pin: '2580' }),
  responses: { 204: { description: 'Known' } },
  ...fails('NABIJ_PIN_WRONG', 'NABIJ_TOO_MANY_TRIES'),
})

const leave = createRoute({
  method: 'delete',
  path: '/screen/operator',
  tags,
  summary: 'Leave this screen',
  description: 'Nobody stands at it then.',
  responses: { 204: { description: 'Left' } },
})

/** Phones and shared screens. */
export function addDevices(router: Router): void {
  router.openapi(list, async (c) => c.json({ devices: await c.get('hall').workspaces.own().accounts.devices() }, 200))
  router.openapi(open, async (c) => {
    const { accounts, stations } = c.get('hall').workspaces.own()
    const asked = c.req.valid('json')
    if (asked.stationId !== null) await stations.get(asked.stationId)
    const { code, expiresAt } = accounts.openPairing(asked, byOf(c))
    const path = asked.kind === 'phone' ? '/phone' : '/screen'
    const address = `${addressOf(c)}${path}#${code}`
    return c.json({ address, code, expiresAt, reachable: c.get('hall').network.beyond }, 201)
  })
  router.openapi(pair, async (c) => {
    const { accounts } = c.get('hall').workspaces.own()
    const { secret, device } = await accounts.pair(c.req.valid('json').code, placeOf(peerOf(c)))
    giveCookie(c, 'device', secret)
    return c.json(device, 201)
  })
  router.openapi(remove, async (c) => {
    await c.get('hall').workspaces.own().accounts.removeDevice(c.req.valid('param').id, byOf(c))
    return c.body(null, 204)
  })
  router.openapi(people, async (c) => {
    screenOf(c)
    return c.json({ people: await c.get('hall').workspaces.own().accounts.operators() }, 200)
  })
  router.openapi(stand, async (c) => {
    const { accountId, pin } = c.req.valid('json')
    await c.get('hall').workspaces.own().accounts.stepUp(screenOf(c), accountId, pin, byOf(c))
    return c.body(null, 204)
  })
  router.openapi(leave, async (c) => {
    await c.get('hall').workspaces.own().accounts.stepDown(screenOf(c), byOf(c))
    return c.body(null, 204)
  })
}

function screenOf(c: Ctx): Device {
  const device = c.get('known')?.device
  if (device?.kind === 'screen') return device
  throw new NabijError('NABIJ_NOT_ALLOWED', { need: 'screen', role: c.get('who').role ?? '–' })
}

/** Where another device finds us: as the one who asks does, unless that is this computer itself. */
function addressOf(c: Ctx): string {
  const { network, port } = c.get('hall')
  const { origin, hostname } = new URL(c.req.url)
  const own = network.names()
  if (!network.beyond || own.includes(hostname)) return origin
  return `https://${own[0] ?? hostname}${port === 443 || port === null ? '' : `:${port}`}`
}
