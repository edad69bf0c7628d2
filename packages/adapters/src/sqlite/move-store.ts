import type { MoveSaid, MoveStep } from '@nabij/base'
import type { Reads, Remote, Writes } from './calls/index.ts'

/** What is kept of moves beside the exit plans that they are. */
export interface MoveStore {
  /** By the service that is left. */
  all(): Promise<Record<string, MoveSaid>>
  steps(): Promise<{ serviceId: string; step: MoveStep }[]>
  put(serviceId: string, said: MoveSaid, at: number): Promise<void>
  addStep(serviceId: string, step: MoveStep): Promise<void>
}

export function moveStore(read: Remote<Reads>, write: Remote<Writes>): MoveStore {
  return {
    all: () => read('listMoves'),
    steps: () => read('listMoveSteps'),
    put: (serviceId, said, at) => write('putMove', serviceId, at, said),
    addStep: (serviceId, step) => write('addMoveStep', serviceId, step),
  }
}
