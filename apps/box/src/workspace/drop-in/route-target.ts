import { type DropInRequest, NabijError } from '@nabij/base'
import type { Stations } from '@nabij/stations'
import type { ModelDesk } from '../models/model-desk.ts'
import type { StoredRoute } from './route-store.ts'

type Target = Pick<StoredRoute, 'stationId' | 'modelId'>

/** A station or a model, one of the two, and it is there. @throws NabijError NABIJ_INVALID_INPUT, NABIJ_NOT_FOUND */
export async function checkTarget(
  { stationId, modelId }: Target,
  { stations, models }: { stations: Pick<Stations, 'get'>; models: Pick<ModelDesk, 'get'> },
): Promise<void> {
  if ((stationId === undefined) === (modelId === undefined))
    throw new NabijError('NABIJ_INVALID_INPUT', { where: 'stationId, modelId', rule: 'one of the two' })
  if (stationId !== undefined) await stations.get(stationId)
  if (modelId !== undefined) await models.get(modelId)
}

/** Whoever is named anew takes the place of whoever answered before. */
export function withTarget<T extends Target>(route: T, change: Partial<DropInRequest>): T {
  if (change.stationId !== undefined && change.modelId === undefined) return without(route, 'modelId')
  if (change.modelId !== undefined && change.stationId === undefined) return without(route, 'stationId')
  return route
}

function without<T extends Target>(route: T, name: keyof Target): T {
  const { [name]: _, ...rest } = route
  return rest as T
}
