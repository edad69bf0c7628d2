import { asNabijError, type DropInConfig, type DropInRoute, NabijError, newId } from '@nabij/base'
import {
  accessKeyOf,
  type Dialect,
  type DialectRequest,
  type DialectResponse,
  dialects,
  verifySignature,
} from '@nabij/dialects'
import type { Clock, Stations } from '@nabij/stations'
import { carryOut } from './carry-out.ts'
import { type MadeKey, newKey, sameKey } from './keys.ts'
import { createRouteStore, type RouteSettings, type StoredRoute } from './route-store.ts'
import { createThrottle, type Throttle } from './throttle.ts'

/** Old programs of cloud services, answered by the stations of this box. */
export interface DropIn {
  list(): Promise<DropInRoute[]>
  /** @throws NabijError NABIJ_DIALECT_MODEL_TAKEN, NABIJ_NOT_FOUND (station) */
  add(config: DropInConfig): Promise<{ route: DropInRoute; key: MadeKey }>
  change(id: string, change: Partial<Omit<DropInConfig, 'dialect'>>): Promise<DropInRoute>
  /** A new key; the old one counts no more. */
  renewKey(id: string): Promise<{ route: DropInRoute; key: MadeKey }>
  remove(id: string): Promise<void>
  /**
   * Always answers, errors in the dialect's own form.
   * @param path as the program called it, before the mount was taken off: a signature covers it
   */
  answer(dialectId: string, request: DialectRequest, path: string): Promise<DialectResponse>
}

interface Count {
  lastAt: number | null
  answered: number
  refused: number
}

export function openDropIn({
  settings,
  stations,
  clock,
}: {
  settings: RouteSettings
  stations: Stations
  clock: Clock
}): DropIn {
  const store = createRouteStore(settings)
  const counts = new Map<string, Count>()
  const throttles = new Map<string, Throttle>()

  const countOf = (id: string): Count => {
    const found = counts.get(id) ?? { lastAt: null, answered: 0, refused: 0 }
    counts.set(id, found)
    return found
  }
  const shown = ({ key, ...route }: StoredRoute): DropInRoute => ({
    ...route,
    accessKey: 'accessKey' in key ? key.accessKey : null,
    ...countOf(route.id),
  })

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
    list: async () => (await store.all()).map(shown),
    async add(config) {
      await refuseTaken(config)
      await stations.get(config.stationId)
      const dialect = dialects.find(({ id }) => id === config.dialect)
      const key = newKey(dialect?.key.how ?? 'bearer')
      const route: StoredRoute = { ...config, id: newId(), createdAt: clock(), key }
      await store.put(route)
      return { route: shown(route), key }
    },
    async change(id, change) {
      const before = await findRoute(id)
      const after = { ...before, ...change }
      await refuseTaken(after, id)
      await stations.get(after.stationId)
      await store.put(after)
      throttles.delete(id)
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
      counts.delete(id)
      throttles.delete(id)
    },
    async answer(dialectId, request, path) {
      const dialect = dialects.find(({ id }) => id === dialectId)
      if (!dialect) return unknownDialect(dialectId)
      let count: Count | undefined
      try {
        if (request.body.length > dialect.most)
          throw new NabijError('NABIJ_DIALECT_TOO_LARGE', { most: `${dialect.most / 2 ** 20} MiB` })
        const routes = await routesFor(dialect, request, path)
        if (routes.length === 0) throw new NabijError('NABIJ_DIALECT_KEY_WRONG')
        const call = await dialect.read(request)
        const model = 'model' in call ? call.model : null
        const route = routes.find((each) => each.model === model)
        if (model !== null && !route)
          throw new NabijError('NABIJ_DIALECT_MODEL_UNKNOWN', { model: model.slice(0, 100) })
        if (route) {
          count = countOf(route.id)
          const throttle = throttles.get(route.id) ?? createThrottle(route.perSecond)
          throttles.set(route.id, throttle)
          if (!throttle.allows(clock())) throw new NabijError('NABIJ_DIALECT_BUSY', { perSecond: route.perSecond })
        }
        const answer = await dialect.answer(call, await carryOut(call, route ?? null, { routes, stations, clock }))
        if (count) {
          count.answered += 1
          count.lastAt = clock()
        }
        return answer
      } catch (error) {
        if (count) count.refused += 1
        return dialect.fault(asNabijError(error), request)
      }
    },
  }
}

function bearerOf({ headers }: DialectRequest): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1]
}

function unknownDialect(id: string): DialectResponse {
  const error = new NabijError('NABIJ_DIALECT_OPERATION', { dialect: id.slice(0, 100), operation: 'anything' })
  const body = new TextEncoder().encode(JSON.stringify({ error: error.message }))
  return { status: 404, headers: { 'content-type': 'application/json' }, body }
}
