import type { BlobFolder } from '@nabij/adapters/blobs'
import type { EgressGate } from '@nabij/adapters/egress'
import type { DropInStore } from '@nabij/adapters/sqlite'
import { asNabijError, type DropInConfig, type DropInRequest, type DropInRoute, NabijError, newId } from '@nabij/base'
import {
  accessKeyOf,
  type Dialect,
  type DialectRequest,
  type DialectResponse,
  dialects,
  verifySignature,
} from '@nabij/dialects'
import type { Clock, Stations } from '@nabij/stations'
import type { ModelDesk } from '../models/model-desk.ts'
import { answerBoth, type ShadowCount } from './answer-both.ts'
import { createCallers } from './callers.ts'
import { carryOut, versionHere } from './carry-out.ts'
import { type ComparisonDesk, createComparisonDesk, type MeterRegister } from './comparison-desk.ts'
import { type MadeKey, newKey, sameKey } from './keys.ts'
import { createRate, type Rate } from './rate.ts'
import { changed, refuseWrongCloud } from './route-config.ts'
import { createRouteStore, type RouteSettings, type StoredRoute } from './route-store.ts'
import { checkTarget, withTarget } from './route-target.ts'
import { createShadowQueue, type ShadowLimits, usualLimits } from './shadow-queue.ts'

/** Old programs of cloud services, answered by the stations of this box and by models that were brought along. */
export interface DropIn extends ComparisonDesk {
  list(): Promise<DropInRoute[]>
  /** @throws NabijError NABIJ_DIALECT_MODEL_TAKEN, NABIJ_NOT_FOUND (station, model), NABIJ_INVALID_INPUT */
  add(config: DropInConfig): Promise<{ route: DropInRoute; key: MadeKey }>
  /** @throws NabijError NABIJ_CLOUD_MISSING, NABIJ_CLOUD_KEY, and what `add` throws */
  change(id: string, change: Partial<Omit<DropInRequest, 'dialect'>>): Promise<DropInRoute>
  /** A new key; the old one counts no more. */
  renewKey(id: string): Promise<{ route: DropInRoute; key: MadeKey }>
  remove(id: string): Promise<void>
  /**
   * Always answers, errors in the dialect's own form.
   * @param path as the program called it, before the mount was taken off: a signature covers it
   * @param from the place in the network that it comes from
   */
  answer(dialectId: string, request: DialectRequest, path: string, from: string): Promise<DialectResponse>
  /** Resolves when nothing is looked at beside the answers. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export interface DropInPorts {
  settings: RouteSettings
  stations: Stations
  models: ModelDesk
  store: DropInStore
  /** The one way out. */
  egress: Pick<EgressGate, 'fetch'>
  files: Pick<BlobFolder, 'put' | 'get'>
  register: MeterRegister
  clock: Clock
  shadow?: ShadowLimits
  onError(error: unknown): void
}

interface Count {
  lastAt: number | null
  answered: number
  refused: number
  shadow: ShadowCount
}

export function openDropIn(ports: DropInPorts): DropIn {
  const { settings, stations, models, clock, egress, files, onError } = ports
  const store = createRouteStore(settings)
  const queue = createShadowQueue(ports.shadow ?? usualLimits, onError)
  const desk = createComparisonDesk({ ...ports, find: findRoute })
  const shadowing = {
    store: ports.store,
    queue,
    fetch: egress.fetch,
    clock,
    keep: files.put,
    boxVersion: (route: StoredRoute) => versionHere(route, ports),
    onError,
  }
  const counts = new Map<string, Count>()
  const rates = new Map<string, Rate>()
  const callers = createCallers(clock)

  const countOf = (id: string): Count => {
    const shadow = { compared: 0, dropped: 0, fellBack: 0, cloudFailed: 0, unreadable: 0 }
    const found = counts.get(id) ?? { lastAt: null, answered: 0, refused: 0, shadow }
    counts.set(id, found)
    return found
  }
  const shown = ({ key, cloud, ...route }: StoredRoute): DropInRoute => {
    const { shadow, ...count } = countOf(route.id)
    return {
      ...route,
      cloud: cloud && withoutKey(cloud),
      accessKey: 'accessKey' in key ? key.accessKey : null,
      ...count,
      shadow: { ...shadow, waiting: queue.waiting() },
    }
  }

  async function findRoute(id: string): Promise<StoredRoute> {
    const found = (await store.all()).find((route) => route.id === id)
    if (!found) throw new NabijError('NABIJ_NOT_FOUND', { what: 'route', id })
    return found
  }

  async function refuseTaken(
    { dialect, model }: Pick<DropInConfig, 'dialect' | 'model'>,
    except: string | null = null,
  ) {
    const taken = (await store.all()).some(
      (each) => each.dialect === dialect && each.model === model && each.id !== except,
    )
    if (taken) throw new NabijError('NABIJ_DIALECT_MODEL_TAKEN', { model })
  }

  /** Of all routes of the dialect those that the request has the key of. */
  async function routesFor(dialect: Dialect, request: DialectRequest, path: string): Promise<StoredRoute[]> {
    const all = (await store.all()).filter((route) => route.dialect === dialect.id)
    if (dialect.key.how !== 'signature') {
      const { key } = dialect
      const given = key.how === 'header' ? request.headers[key.name] : bearerOf(request)
      if (given === undefined) throw new NabijError('NABIJ_DIALECT_KEY_MISSING')
      return all.filter((route) => 'key' in route.key && sameKey(route.key.key, given))
    }
    const accessKey = accessKeyOf(request)
    if (accessKey === null) throw new NabijError('NABIJ_DIALECT_KEY_MISSING')
    const { service } = dialect.key
    const own = all.filter(({ key }) => 'accessKey' in key && key.accessKey === accessKey)
    for (const { key } of own) if ('accessKey' in key) await verifySignature(request, path, key, service, clock())
    return own
  }

  return {
    ...desk,
    list: async () => (await store.all()).map(shown),
    async add(config) {
      await refuseTaken(config)
      await checkTarget(config, ports)
      const dialect = dialectOf(config)
      refuseWrongCloud(config, dialect)
      const key = newKey(dialect.key.how)
      const route: StoredRoute = { ...config, id: newId(), createdAt: clock(), key }
      await store.put(route)
      return { route: shown(route), key }
    },
    async change(id, change) {
      const before = await findRoute(id)
      const after = withTarget(changed(before, change), change)
      refuseWrongCloud(after, dialectOf(after))
      await refuseTaken(after, id)
      await checkTarget(after, ports)
      await store.put(after)
      rates.delete(id)
      return shown(after)
    },
    async renewKey(id) {
      const before = await findRoute(id)
      const key = newKey('accessKey' in before.key ? 'signature' : 'bearer')
      const after = { ...before, key }
      await store.put(after)
      return { route: shown(after), key }
    },
    async remove(id) {
      await findRoute(id)
      await store.remove(id)
      await ports.store.forget(id)
      counts.delete(id)
      rates.delete(id)
    },
    async answer(dialectId, request, path, from) {
      const dialect = dialects.find(({ id }) => id === dialectId)
      if (!dialect) return unknownDialect(dialectId)
      let count: Count | undefined
      try {
        if (request.body.length > dialect.most)
          throw new NabijError('NABIJ_DIALECT_TOO_LARGE', { most: `${Math.floor(dialect.most / 2 ** 20)} MiB` })
        const routes = await callers.admit(from, () => routesFor(dialect, request, path))
        const call = await dialect.read(request)
        const model = 'model' in call ? call.model : null
        const route = routes.find((each) => each.model === model)
        if (model !== null && !route)
          throw new NabijError('NABIJ_DIALECT_MODEL_UNKNOWN', { model: model.slice(0, 100) })
        if (route) {
          count = countOf(route.id)
          const rate = rates.get(route.id) ?? createRate(route.perSecond)
          rates.set(route.id, rate)
          if (!rate.allows(clock())) throw new NabijError('NABIJ_DIALECT_BUSY', { perSecond: route.perSecond })
        }
        const box = async () =>
          dialect.answer(call, await carryOut(call, route ?? null, { routes, stations, models, clock }))
        const both = route && count && { route, dialect, request, call, box, count: count.shadow }
        const answer = both ? await answerBoth(both, shadowing) : await box()
        if (count) {
          if (answer.status < 400) count.answered += 1
          else count.refused += 1
          count.lastAt = clock()
        }
        return answer
      } catch (error) {
        if (count) count.refused += 1
        return dialect.fault(asNabijError(error), request)
      }
    },
    idle: () => queue.idle(),
    stop: () => queue.stop(),
  }
}

function withoutKey({ key, ...cloud }: NonNullable<StoredRoute['cloud']>): NonNullable<DropInRoute['cloud']> {
  return { ...cloud, keyIsSet: key !== undefined }
}

function dialectOf({ dialect: wanted }: Pick<StoredRoute, 'dialect'>): Dialect {
  const dialect = dialects.find(({ id }) => id === wanted)
  if (!dialect) throw new NabijError('NABIJ_DIALECT_OPERATION', { dialect: wanted, operation: 'anything' })
  return dialect
}

function bearerOf({ headers }: DialectRequest): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1]
}

function unknownDialect(id: string): DialectResponse {
  const error = new NabijError('NABIJ_DIALECT_OPERATION', { dialect: id.slice(0, 100), operation: 'anything' })
  const body = new TextEncoder().encode(JSON.stringify({ error: error.message }))
  return { status: 404, headers: { 'content-type': 'application/json' }, body }
}
