import { z } from '@hono/zod-openapi'
import { type Account, Role } from '@nabij/base'

/** Control characters, and what turns the direction of text. */
// oxlint-disable-next-line no-control-regex -- these characters are what may not be there
const visible = /^[^\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/

const name = z.string().trim().min(1).max(80).regex(visible)
/** Its length is checked where the other rules are; here only what nobody types. */
const password = z.string().min(1).max(200)
const pin = z.string().min(4).max(6).regex(/^\d+$/)

export const Login = z.strictObject({ name: z.string().min(1).max(80), password })
export const Owner = z.strictObject({ name, password })
export const NewPassword = z.strictObject({ current: password, password })
export const NewAccount = z.strictObject({ name, role: Role, password: password.optional(), pin: pin.optional() })
export const AccountChange = z
  .strictObject({ name, role: Role, password, pin: pin.nullable() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'empty')
export const NewPairing = z.strictObject({
  kind: z.enum(['phone', 'screen']),
  name,
  stationId: z.uuid().nullable().default(null),
})
export const PairingCode = z.strictObject({ code: z.string().min(10).max(20) })
export const ScreenOperator = z.strictObject({ accountId: z.uuid(), pin })
export const NewToken = z.strictObject({ name, role: Role, days: z.int().min(1).max(366) })

const morning = 1_763_971_200_000
export const account: Account = {
  id: '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e77',
  name: 'Ans',
  role: 'operator',
  createdAt: morning,
  seenAt: null,
  hasPassword: true,
  hasPin: true,
}
export const device = {
  id: '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e78',
  kind: 'phone' as const,
  name: 'Telefoon van Ans',
  stationId: null,
  createdAt: morning,
  seenAt: null,
}
export const token = {
  id: '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e79',
  accountId: account.id,
  name: 'ERP',
  role: 'operator' as const,
  createdAt: morning,
  expiresAt: morning + 90 * 86_400_000,
  seenAt: null,
}
export const entry = {
  seq: 12,
  at: morning,
  who: { kind: 'account' as const, id: account.id, name: 'Ans', role: 'owner' as const },
  from: '192.168.1.20',
  what: 'station.change',
  on: '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e10',
  before: { name: 'Line 1' },
  after: { name: 'Line 2' },
}
export const me = {
  who: { kind: 'account' as const, id: account.id, name: 'Ans', role: 'operator' as const },
  accounts: true,
  csrf: '5f3b9c0d7a1e48265f3b9c0d7a1e4826',
  device: null,
  reachable: true,
}
