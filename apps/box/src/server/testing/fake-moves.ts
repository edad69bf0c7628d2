import { NabijError } from '@nabij/base'
import type { MovesDesk } from '../../workspace/moves/moves-desk.ts'
import * as examples from '../routes/move-examples.ts'

/** Moves that are one example. */
export function fakeMoves(): MovesDesk {
  const get = async (id: string) => {
    if (id !== examples.move.id) throw new NabijError('NABIJ_MOVE_UNKNOWN', { id })
    return examples.move
  }
  return {
    list: async () => [examples.move],
    get,
    async begin(id) {
      if (id !== examples.move.id) throw new NabijError('NABIJ_SERVICE_UNKNOWN', { id })
      return examples.move
    },
    change: async (id, change) => ({ ...(await get(id)), ...(change as object) }),
    step: async (id, { state }) => ({ ...(await get(id)), state }),
    stepMade: async () => undefined,
    line: async () => examples.line,
    look: async () => undefined,
  }
}
