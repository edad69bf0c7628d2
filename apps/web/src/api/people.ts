import type { Account, AuditEntry, Device, Me, Pairing, Role, Token } from '@nabij/base'
import { currentLanguage } from '../texts/i18n.ts'
import { csrfHeader, keepCsrf } from './csrf.ts'
import { ApiError, problemFrom } from './problem.ts'

/** A call about people and devices: always to the box itself, whichever workspace is shown. Throws ApiError. */
async function ask<T>(method: string, path: string, value?: object): Promise<T> {
  const headers: Record<string, string> = { 'accept-language': currentLanguage(), ...csrfHeader() }
  if (value) headers['content-type'] = 'application/json'
  const body = value ? { body: JSON.stringify(value) } : {}
  const response = await fetch(`/api/v1${path}`, { method, headers, ...body }).catch(() => {
    throw new ApiError(null)
  })
  const text = await response.text()
  if (!response.ok) throw new ApiError(problemFrom(response.status, text))
  return (text === '' ? undefined : JSON.parse(text)) as T
}

async function me(): Promise<Me> {
  const found = await ask<Me>('GET', '/me')
  keepCsrf(found.csrf)
  return found
}

export const peopleApi = {
  me,
  async logIn(name: string, password: string): Promise<void> {
    await ask('POST', '/login', { name, password })
  },
  logOut: (everywhere: boolean) => ask<void>('POST', `/logout?everywhere=${everywhere}`),
  makeOwner: (name: string, password: string) => ask<Account>('POST', '/owner', { name, password }),
  changePassword: (current: string, password: string) => ask<void>('POST', '/me/password', { current, password }),
  accounts: async () => (await ask<{ accounts: Account[] }>('GET', '/accounts')).accounts,
  addAccount: (account: { name: string; role: Role; password?: string; pin?: string }) =>
    ask<Account>('POST', '/accounts', account),
  changeAccount: (id: string, change: { role?: Role; password?: string; pin?: string | null }) =>
    ask<Account>('PATCH', `/accounts/${id}`, change),
  removeAccount: (id: string) => ask<void>('DELETE', `/accounts/${id}`),
  devices: async () => (await ask<{ devices: Device[] }>('GET', '/devices')).devices,
  openPairing: (device: { kind: Device['kind']; name: string; stationId: string | null }) =>
    ask<Pairing>('POST', '/devices/pairing', device),
  pair: (code: string) => ask<Device>('POST', '/devices/pair', { code }),
  removeDevice: (id: string) => ask<void>('DELETE', `/devices/${id}`),
  screenPeople: async () => (await ask<{ people: { id: string; name: string }[] }>('GET', '/screen/people')).people,
  standAt: (accountId: string, pin: string) => ask<void>('POST', '/screen/operator', { accountId, pin }),
  leaveScreen: () => ask<void>('DELETE', '/screen/operator'),
  tokens: async () => (await ask<{ tokens: Token[] }>('GET', '/tokens')).tokens,
  addToken: (token: { name: string; role: Role; days: number }) =>
    ask<{ token: Token; secret: string }>('POST', '/tokens', token),
  removeToken: (id: string) => ask<void>('DELETE', `/tokens/${id}`),
  audit: async () => (await ask<{ entries: AuditEntry[] }>('GET', '/audit?limit=100')).entries,
}
