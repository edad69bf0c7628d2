import type { Clock, Timer } from '../ports.ts'

/** A clock and a timer that move only when a test says so. */
export interface ManualTime {
  clock: Clock
  timer: Timer
  /** Lets `ms` pass: runs what is due in its order, and lets everything settle after each. */
  pass(ms: number): Promise<void>
  /** Sets the wall clock (also back); timers do not notice. */
  setClock(at: number): void
  /** Timers that run now. */
  pending(): number
}

export function manualTime(at = Date.UTC(2026, 10, 23, 9)): ManualTime {
  const timers = new Set<{ due: number; action: () => void }>()
  let elapsed = 0
  let wall = at

  async function pass(ms: number): Promise<void> {
    const end = elapsed + ms
    await settle()
    for (;;) {
      const due = [...timers].filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0]
      if (!due) break
      wall += due.due - elapsed
      elapsed = due.due
      timers.delete(due)
      due.action()
      await settle()
    }
    wall += end - elapsed
    elapsed = end
  }

  return {
    clock: () => wall,
    timer(ms, action) {
      const timer = { due: elapsed + ms, action }
      timers.add(timer)
      return () => {
        timers.delete(timer)
      }
    },
    pass,
    setClock(to) {
      wall = to
    },
    pending: () => timers.size,
  }
}

/** Lets everything that waits for nothing but promises run to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 1_000; turn++) await Promise.resolve()
}
