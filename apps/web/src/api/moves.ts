import type {
  ChipChecks,
  ChipFact,
  ChipFactChange,
  ChipNeed,
  DialectFacts,
  DropInComparison,
  DropInRequest,
  DropInRoute,
  MoneyInput,
  MoneyResult,
  Move,
  MoveLine,
  MoveSaid,
  MoveState,
  Price,
  RouteComparison,
  RouteMeter,
} from '@nabij/base'
import { jsonCalls } from './json-calls.ts'
import { sendFile } from './upload.ts'

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
  comparison(routeId: string): Promise<RouteComparison>
  /** What a picture is about which cloud and box do not agree; null takes it back. */
  judge(comparisonId: string, label: 'good' | 'bad' | null): Promise<DropInComparison>
  /** The address of the picture. */
  comparedPicture(comparisonId: string): string
  meter(routeId: string): Promise<RouteMeter>
  readBill(routeId: string, file: File): Promise<RouteMeter>
  moves(): Promise<Move[]>
  move(serviceId: string): Promise<Move>
  beginMove(serviceId: string): Promise<Move>
  changeMove(serviceId: string, said: Partial<MoveSaid>): Promise<Move>
  makeStep(serviceId: string, step: { state: MoveState; note: string | null }): Promise<Move>
  moveLine(): Promise<MoveLine>
  /** `wanted`: pictures a second; null: as the box sees it. */
  chipNeed(stationId: string, wanted: number | null): Promise<ChipNeed>
  checkChips(model: File): Promise<ChipChecks>
  chipFacts(): Promise<ChipFacts>
}

export interface ChipFacts {
  version: string
  made: string
  facts: ChipFact[]
  /** The pack before; null: there was none. */
  since: { version: string; made: string } | null
  changes: ChipFactChange[]
}

/** The API at `base`, for instance `/sample/api/v1`. */
export function createMovesApi(base: string): MovesApi {
  const { get, send } = jsonCalls(base)
  const route = (id: string): string => `/drop-in/routes/${id}`
  const move = (id: string): string => `/moves/${encodeURIComponent(id)}`
  const upload = <T>(path: string, file: File): Promise<T> =>
    sendFile(base + path, file, 'application/octet-stream', () => undefined)
  return {
    dialects: async () => (await get<{ dialects: DialectFacts[] }>('/drop-in/dialects')).dialects,
    routes: async () => (await get<{ routes: DropInRoute[] }>('/drop-in/routes')).routes,
    addRoute: (config) => send('POST', '/drop-in/routes', config),
    changeRoute: (id, change) => send('PATCH', route(id), change),
    renewKey: (id) => send('POST', `${route(id)}/key`),
    removeRoute: (id) => send('DELETE', route(id)),
    prices: async () => (await get<{ prices: Price[] }>('/economics/prices')).prices,
    moneyCase: (input) => send('POST', '/economics/case', input),
    comparison: (id) => get(`${route(id)}/comparison`),
    judge: (id, label) => send('POST', `/drop-in/comparisons/${id}/word`, { label }),
    comparedPicture: (id) => `${base}/drop-in/comparisons/${id}/picture`,
    meter: (id) => get(`${route(id)}/meter`),
    readBill: (id, file) => upload(`${route(id)}/bill?name=${encodeURIComponent(file.name)}`, file),
    moves: async () => (await get<{ moves: Move[] }>('/moves')).moves,
    move: (id) => get(move(id)),
    beginMove: (serviceId) => send('POST', '/moves', { serviceId }),
    changeMove: (id, said) => send('PATCH', move(id), said),
    makeStep: (id, step) => send('POST', `${move(id)}/steps`, step),
    moveLine: () => get('/moves/line'),
    chipNeed: (id, wanted) => get(`/stations/${id}/chip${wanted === null ? '' : `?wanted=${wanted}`}`),
    checkChips: (model) => upload('/chips/check', model),
    chipFacts: () => get('/chips/facts'),
  }
}
