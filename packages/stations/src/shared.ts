import type { Events } from './events.ts'
import type { Limits } from './limits.ts'
import type { StationsPorts } from './stations.ts'

/** What all stations of a workspace share. */
export interface Shared {
  ports: StationsPorts
  limits: Limits
  events: Events
  /** Aborts when the workspace ends. */
  ended: AbortSignal
  /** Messages wait at outputs of this station. */
  wakeOutputs(stationId: string): void
}
