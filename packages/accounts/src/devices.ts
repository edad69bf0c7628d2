import { NabijError, newId } from '@nabij/base'
import type { Accounts, By, NewDevice } from './accounts.ts'
import { auditLine, found } from './audit-line.ts'
import type { House } from './house.ts'
import { asDevice } from './identify.ts'
import { lives, mostPairings } from './limits.ts'
import type { DeviceRow } from './ports.ts'
import { cleanPairingCode, newPairingCode, newSecret } from './secrets.ts'

type Devices = Pick<Accounts, 'devices' | 'openPairing' | 'pair' | 'removeDevice' | 'stepUp' | 'stepDown'>

/** Phones and shared screens. Open codes are in memory only: a restart ends them. */
export function createDevices(house: House): Devices {
  const { store, clock, random, digest, password } = house
  const open = new Map<string, { device: NewDevice; by: By; expiresAt: number }>()

  function forgetOld(now: number): void {
    for (const [code, { expiresAt }] of open) if (expiresAt <= now) open.delete(code)
  }

  return {
    devices: async () => {
      const { devices } = await house.kept()
      return [...devices.values()].map(asDevice).sort((a, b) => b.createdAt - a.createdAt)
    },

    openPairing(device, by) {
      const now = clock()
      forgetOld(now)
      for (const oldest of open.keys()) {
        if (open.size < mostPairings) break
        open.delete(oldest)
      }
      const code = newPairingCode(random)
      const expiresAt = now + lives.pairing
      open.set(digest(code), { device, by, expiresAt })
      return { code, expiresAt }
    },

    async pair(typed, from) {
      house.tries.pairing.take(from)
      const now = clock()
      forgetOld(now)
      const key = digest(cleanPairingCode(typed))
      const found = open.get(key)
      if (!found) throw new NabijError('NABIJ_PAIRING_OVER')
      // Taken before anything is awaited: two at the same moment are not both let in.
      open.delete(key)
      house.tries.pairing.forgive(from)
      const secret = newSecret(random)
      const row: DeviceRow = {
        id: newId(),
        ...found.device,
        digest: digest(secret),
        createdAt: now,
        seenAt: now,
        operatorId: null,
        operatorSeenAt: null,
      }
      const line = auditLine(now, { who: found.by.who, from }, 'device.pair', row.id, null, asDevice(row))
      await store.insertDevice(row, line)
      ;(await house.kept()).devices.set(row.id, row)
      return { secret, device: asDevice(row) }
    },

    async removeDevice(id, by) {
      const { devices } = await house.kept()
      const row = found(devices.get(id), id)
      devices.delete(id)
      await store.removeDevice(id, auditLine(clock(), by, 'device.remove', id, asDevice(row), null))
    },

    async stepUp({ id }, accountId, pin, by) {
      house.tries.pin.take(id)
      house.tries.pin.take(accountId)
      const { accounts, devices } = await house.kept()
      const row = found(devices.get(id), id)
      const account = accounts.get(accountId)
      const fits = await password.fits(pin, account?.pin ?? (await house.decoy()))
      if (!account?.pin || account.role === 'viewer' || !fits) {
        await store.appendAudit(auditLine(clock(), by, 'screen.refused', accountId, null, null))
        throw new NabijError('NABIJ_PIN_WRONG')
      }
      house.tries.pin.forgive(id)
      house.tries.pin.forgive(accountId)
      const now = clock()
      const change = { operatorId: accountId, operatorSeenAt: now }
      await store.updateDevice(id, change, auditLine(now, by, 'screen.operator', id, null, { operator: account.name }))
      Object.assign(row, change)
    },

    async stepDown({ id }, by) {
      const { devices } = await house.kept()
      const row = found(devices.get(id), id)
      const change = { operatorId: null, operatorSeenAt: null }
      await store.updateDevice(id, change, auditLine(clock(), by, 'screen.leave', id, null, null))
      Object.assign(row, change)
    },
  }
}
