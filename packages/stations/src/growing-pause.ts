/** Pauses before the next try: each twice the one before, up to the longest; `reset` starts again with the first. */
export interface GrowingPause {
  /** Milliseconds to wait now. */
  next(): number
  reset(): void
}

export function growingPause({ first, longest }: { first: number; longest: number }): GrowingPause {
  let pause = first
  return {
    next() {
      const now = pause
      pause = Math.min(pause * 2, longest)
      return now
    },
    reset() {
      pause = first
    },
  }
}
