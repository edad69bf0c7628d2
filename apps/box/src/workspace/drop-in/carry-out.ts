import { NabijError, type Recipe, type Station, type Verdict } from '@nabij/base'
import type { DialectCall, DialectResult, ModelFacts, NamedTensor } from '@nabij/dialects'
import type { Clock, Stations } from '@nabij/stations'
import type { ModelDesk } from '../models/model-desk.ts'
import { carryOutModel, modelFacts, versionOf as modelVersion } from './carry-out-model.ts'
import { maskOf } from './mask-of.ts'
import type { StoredRoute } from './route-store.ts'

interface At {
  /** The routes that the caller has the key of. */
  routes: StoredRoute[]
  stations: Stations
  models: ModelDesk
  clock: Clock
}

/** What the box finds for a call. `route` is null where the call names no model. */
export async function carryOut(call: DialectCall, route: StoredRoute | null, at: At): Promise<DialectResult> {
  const { stations } = at
  if (call.do === 'server' || call.do === 'live' || call.do === 'ready') return { kind: 'ok' }
  if (call.do === 'list')
    return { kind: 'models', models: await Promise.all(at.routes.map((each) => factsOf(each, at))) }
  if (!route) throw new NabijError('NABIJ_DIALECT_OPERATION', { dialect: 'this model', operation: call.do })
  const { modelId } = route
  if (modelId !== undefined) return carryOutModel(call, { ...route, modelId }, at)
  if (call.do === 'describe') return { kind: 'models', models: [await factsOf(route, at)] }
  if (call.do === 'infer') return tensorsOf(await judged(pictureIn(call.inputs), route, at), route)
  if (call.do === 'judge') {
    const verdict = await judged(call.picture, route, at)
    const mask = call.wants === 'anomaly' ? await maskOf(verdict, stations) : null
    return { kind: 'verdict', verdict, mask, names: route.names }
  }
  if (call.do === 'invoke')
    return { kind: 'bytes', type: 'application/json', body: json(summary(await judged(call.body, route, at))) }
  await stations.change(stationOf(route), { stopped: call.do === 'stop' })
  return { kind: 'ok' }
}

/** @throws NabijError NABIJ_DIALECT_MODEL_STOPPED, NABIJ_DIALECT_TYPE where the picture is none, and what judging throws */
async function judged(picture: Uint8Array, route: StoredRoute, { stations, clock }: At): Promise<Verdict> {
  const frame = { picture, capturedAt: clock(), name: null, key: null, truth: null }
  try {
    const verdict = await stations.inspect(stationOf(route), frame)
    const { reason } = verdict
    // The station calls it unsure; programs of a cloud know an error of their own for a picture that cannot be read.
    if (reason?.startsWith('NABIJ_PICTURE_'))
      throw new NabijError('NABIJ_DIALECT_TYPE', { type: `this picture (${reason})` })
    return verdict
  } catch (error) {
    const off = ['NABIJ_STATION_STOPPED', 'NABIJ_STATION_UNTAUGHT', 'NABIJ_NOT_FOUND']
    if (error instanceof NabijError && off.includes(error.code))
      throw new NabijError('NABIJ_DIALECT_MODEL_STOPPED', { model: route.model }, error)
    throw error
  }
}

function summary({ id, verdict, score, limit, reason, regions, kind }: Verdict): object {
  return { id, verdict, score, limit, reason, kind, regions }
}

/** Of a route without a model. @throws NabijError NABIJ_NOT_FOUND */
function stationOf({ stationId }: StoredRoute): string {
  if (stationId === undefined) throw new NabijError('NABIJ_NOT_FOUND', { what: 'station' })
  return stationId
}

async function factsOf(route: StoredRoute, { stations, models }: Pick<At, 'stations' | 'models'>): Promise<ModelFacts> {
  if (route.modelId !== undefined) return modelFacts(route, await models.get(route.modelId))
  const { model, createdAt } = route
  const stationId = stationOf(route)
  const [station, recipes] = await Promise.all([stations.get(stationId), stations.recipes(stationId)])
  return {
    name: model,
    version: versionOf(recipes),
    createdAt,
    running: isRunning(station),
    platform: 'nabij_inspection',
    inputs: [{ name: 'picture', datatype: 'BYTES', shape: [1] }],
    outputs: [
      { name: 'verdict', datatype: 'BYTES', shape: [1] },
      { name: 'score', datatype: 'FP32', shape: [1] },
      { name: 'limit', datatype: 'FP32', shape: [1] },
    ],
  }
}

/** Which model answers here, as it is written down with each comparison. */
export async function versionHere(
  route: StoredRoute,
  { stations, models }: Pick<At, 'stations' | 'models'>,
): Promise<string> {
  if (route.modelId !== undefined) return `model ${modelVersion(await models.get(route.modelId))}`
  return `recipe ${versionOf(await stations.recipes(stationOf(route)))}`
}

function versionOf(recipes: Recipe[]): string {
  return String(recipes.find(({ active }) => active)?.version ?? 0)
}

function isRunning({ state }: Station): boolean {
  return state !== 'stopped' && state !== 'untaught'
}

/** A station takes the picture as a file: of pixels it would not know how they were made. */
function pictureIn(inputs: NamedTensor[]): Uint8Array {
  const [input, ...more] = inputs
  if (input && more.length === 0 && input.data instanceof Uint8Array) return input.data
  throw new NabijError('NABIJ_DIALECT_DAMAGED', {
    reason: 'a station takes one input of BYTES: a JPEG or PNG in base64',
  })
}

/** A number that is not there is −1: the protocol knows no null. */
function tensorsOf({ verdict, score, limit, recipeId }: Verdict, { model }: StoredRoute): DialectResult {
  const outputs: NamedTensor[] = [
    { name: 'verdict', datatype: 'BYTES', shape: [1], data: [verdict] },
    { name: 'score', datatype: 'FP32', shape: [1], data: [score ?? -1] },
    { name: 'limit', datatype: 'FP32', shape: [1], data: [limit ?? -1] },
  ]
  return { kind: 'tensors', model, version: recipeId ?? '0', outputs }
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
