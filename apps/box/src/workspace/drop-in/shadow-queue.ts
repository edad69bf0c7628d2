/** Work beside the answers. Nobody waits for it, and there is never more of it than fits. */
export interface ShadowQueue {
  /** False: it is full, and the work is not done. */
  offer(bytes: number, work: () => Promise<void>): boolean
  waiting(): number
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  /** Lets what runs finish; what waits is not done. */
  stop(): Promise<void>
}

export interface ShadowLimits {
  /** Waiting at most. */
  most: number
  mostBytes: number
  atOnce: number
}

export const usualLimits: ShadowLimits = { most: 64, mostBytes: 64 * 2 ** 20, atOnce: 2 }

export function createShadowQueue(limits: ShadowLimits, onError: (error: unknown) => void): ShadowQueue {
  const queue: { bytes: number; work: () => Promise<void> }[] = []
  const running = new Set<Promise<void>>()
  let held = 0
  let stopped = false

  function next(): void {
    while (running.size < limits.atOnce) {
      const job = queue.shift()
      if (!job) return
      const run = job
        .work()
        .catch(onError)
        .finally(() => {
          held -= job.bytes
          running.delete(run)
          next()
        })
      running.add(run)
    }
  }

  return {
    offer(bytes, work) {
      const fits = queue.length < limits.most && held + bytes <= limits.mostBytes
      if (stopped || !fits) return false
      held += bytes
      queue.push({ bytes, work })
      // Not in the same breath: whoever offers is answering somebody.
      queueMicrotask(next)
      return true
    },
    waiting: () => queue.length + running.size,
    async idle() {
      await Promise.resolve()
      while (running.size > 0 || queue.length > 0) await Promise.all([...running, Promise.resolve()])
    },
    async stop() {
      stopped = true
      for (const { bytes } of queue.splice(0)) held -= bytes
      await Promise.all(running)
    },
  }
}
