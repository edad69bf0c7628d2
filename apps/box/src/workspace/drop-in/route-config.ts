import { type CloudConfig, type DropInRequest, NabijError } from '@nabij/base'
import type { Dialect } from '@nabij/dialects'
import type { StoredRoute } from './route-store.ts'

/** A route as it becomes by a change; the key of the cloud stays where none is sent. */
export function changed(before: StoredRoute, change: Partial<Omit<DropInRequest, 'dialect'>>): StoredRoute {
  const after = { ...before, ...change } as StoredRoute
  if (!change.cloud) return after
  const { key = before.cloud?.key } = change.cloud
  // A key is for the host that it was given for: another address gets no key that was meant for the old one.
  const same = before.cloud !== null && new URL(before.cloud.address).host === new URL(change.cloud.address).host
  const { key: _, ...cloud } = change.cloud as CloudConfig
  const own = change.cloud.key ?? (same ? key : undefined)
  return { ...after, cloud: own === undefined ? cloud : { ...cloud, key: own } }
}

/** @throws NabijError NABIJ_CLOUD_MISSING, NABIJ_CLOUD_KEY */
export function refuseWrongCloud({ mode, cloud }: Pick<StoredRoute, 'mode' | 'cloud'>, dialect: Dialect): void {
  if (cloud?.key && 'accessKey' in cloud.key !== (dialect.key.how === 'signature'))
    throw new NabijError('NABIJ_CLOUD_KEY', { dialect: dialect.name })
  if (mode === 'box') return
  const isReady = cloud?.key && (dialect.key.how !== 'signature' || cloud.region !== null)
  if (!isReady) throw new NabijError('NABIJ_CLOUD_MISSING')
}
