import { NabijError } from '@nabij/base'

/** Work that is done one after the other; only so many may wait. */
export interface Line {
  <T>(work: () => Promise<T>): Promise<T>
  /** Resolves when what is under way has ended; what comes from now on is refused. */
  end(): Promise<void>
}

export function createLine(mostWaiting: number): Line {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let ended = false
  const line = async <T>(work: () => Promise<T>): Promise<T> => {
    if (ended) throw new NabijError('NABIJ_STOPPING')
    if (waiting > mostWaiting) throw new NabijError('NABIJ_EVIDENCE_BUSY', { most: mostWaiting })
    waiting += 1
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      waiting -= 1
    }
  }
  return Object.assign(line, {
    async end() {
      ended = true
      await last
    },
  })
}
