import type { DialectFacts, DropInRequest, DropInRoute, MoneyInput, MoneyResult, Price } from '@nabij/base'
import { jsonCalls } from './json-calls.ts'

/** What a program is given in place of the cloud's key. */
export type MadeKey = { accessKey: string; secret: string } | { key: string }

export interface MadeRoute {
  route: DropInRoute
  key: MadeKey
}

/** The calls about leaving a cloud AI: old programs, money. Every call throws ApiError. */
export interface MovesApi {
  dialects(): Promise<DialectFacts[]>
  routes(): Promise<DropInRoute[]>
  /** The key comes with this answer only. */
  addRoute(config: DropInRequest): Promise<MadeRoute>
  changeRoute(id: string, change: Partial<Omit<DropInRequest, 'dialect'>>): Promise<DropInRoute>
  renewKey(id: string): Promise<MadeRoute>
  removeRoute(id: string): Promise<void>
  prices(): Promise<Price[]>
  moneyCase(input: MoneyInput): Promise<MoneyResult>
}

/** The API at `base`, for instance `/sample/api/v1`. */
export function createMovesApi(base: string): MovesApi {
  const { get, send } = jsonCalls(base)
  const route = (id: string): string => `/drop-in/routes/${id}`
  return {
    dialects: async () => (await get<{ dialects: DialectFacts[] }>('/drop-in/dialects')).dialects,
    routes: async () => (await get<{ routes: DropInRoute[] }>('/drop-in/routes')).routes,
    addRoute: (config) => send('POST', '/drop-in/routes', config),
    changeRoute: (id, change) => send('PATCH', route(id), change),
    renewKey: (id) => send('POST', `${route(id)}/key`),
    removeRoute: (id) => send('DELETE', route(id)),
    prices: async () => (await get<{ prices: Price[] }>('/economics/prices')).prices,
    moneyCase: (input) => send('POST', '/economics/case', input),
  }
}
