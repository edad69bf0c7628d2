import { NabijError } from '@nabij/base'
import { createBackOff } from './back-off.ts'
import type { Loss } from './child.ts'
import { createLanes } from './lanes.ts'
import type { Limits } from './limits.ts'
import { createPenalties } from './penalties.ts'
import type { Task } from './task.ts'
import { startWorker, type Worker } from './worker.ts'

export interface CrewOptions {
  program: string
  args: string[]
  /** Folders in which its children may write. */
  writes: string[]
  executors: number
  limits: Limits
  log(level: 'info' | 'warn', message: string, fields: Record<string, unknown>): void
}

/** The children that judge, and the tasks that wait for them. */
export interface Crew {
  run(task: Task): void
  running(): number
  restarts(): number
  /** Memory of the largest of its children as it last said, and the most that one has had, in bytes. */
  memory(): { residentBytes: number; peakBytes: number }
  stop(): Promise<void>
}

/** A task that was in the hands of a child that fell is tried once more, alone, so that it cannot take others with it. */
const strikesAllowed = 1
/** Children beside the others while some are slow. */
const spare = 2

export function startCrew({ program, args, writes, executors, limits, log }: CrewOptions): Crew {
  const workers = new Set<Worker>()
  const lanes = createLanes<Task>()
  const suspects: Task[] = []
  const backOff = createBackOff(limits.pauseMs, limits.longestPauseMs)
  const penalties = createPenalties(limits.longestPauseMs, () => pump())
  let waitingBytes = 0
  let restarts = 0
  let failedStarts = 0
  let pause: NodeJS.Timeout | null = null
  let peakBytes = 0
  let stopped = false

  return {
    run(task) {
      if (stopped) task.failed(new NabijError('NABIJ_EXECUTOR_STOPPED'))
      else if (pause && failedStarts >= limits.failedStarts) task.failed(new NabijError('NABIJ_EXECUTOR_UNAVAILABLE'))
      else if (lanes.size >= limits.waiting || waitingBytes + task.bytes.length > limits.waitingBytes)
        task.failed(new NabijError('NABIJ_EXECUTOR_BUSY', { waiting: lanes.size }))
      else {
        waitingBytes += task.bytes.length
        lanes.add(task.lane, task)
        pump()
      }
    },
    running: () => [...workers].filter((worker) => worker.ready).length,
    restarts: () => restarts,
    memory: () => ({ residentBytes: Math.max(0, ...[...workers].map((worker) => worker.bytes)), peakBytes }),
    async stop() {
      stopped = true
      if (pause) clearTimeout(pause)
      penalties.stop()
      refuseWaiting('NABIJ_EXECUTOR_STOPPED')
      await Promise.all([...workers].map((worker) => worker.kill('stopped')))
    },
  }

  /** Gives away what can be given, and starts children for what is left. Called whenever anything changed. */
  function pump(): void {
    if (stopped) return
    placeSuspect()
    for (let open = openWorkers(); open.length > 0; open = openWorkers()) {
      const task = lanes.take(penalties.free)
      if (!task) break
      waitingBytes -= task.bytes.length
      cheapest(open, task).give(task)
    }
    const starting = [...workers].filter((worker) => !worker.ready).length
    const wanted = Math.ceil((lanes.size + suspects.length) / limits.inFlight) - starting
    const slow = Math.min(spare, [...workers].filter((worker) => worker.slow).length)
    for (let left = pause ? 0 : Math.min(wanted, executors + slow - workers.size); left > 0; left--) hire()
  }

  function openWorkers(): Worker[] {
    return [...workers].filter(
      (worker) => worker.ready && !worker.reserved && !worker.slow && worker.busy < limits.inFlight,
    )
  }

  /** One suspect at a time, with a child that has nothing else to do; when all are busy one of them is kept free for it. */
  function placeSuspect(): void {
    const [suspect] = suspects
    const ready = [...workers].filter((worker) => worker.ready && !worker.slow)
    if (!suspect || ready.some((worker) => worker.reserved)) return
    const [quietest] = ready.sort((a, b) => a.busy - b.busy)
    if (!quietest) return
    if (quietest.busy === 0) {
      suspects.shift()
      quietest.give(suspect)
    }
    quietest.reserved = true
  }

  function hire(): void {
    const worker = startWorker({ program, args, writes }, limits, {
      onRoom() {
        failedStarts = 0
        if (worker.answered) backOff.worked()
        pump()
      },
      onSlow(others) {
        for (const task of others) {
          waitingBytes += task.bytes.length
          lanes.add(task.lane, task)
        }
        pump()
      },
      onMemory(rss) {
        worker.bytes = rss
        peakBytes = Math.max(peakBytes, rss)
      },
      onGone: (left, loss) => replace(worker, left, loss),
    })
    workers.add(worker)
  }

  function replace(worker: Worker, left: Task[], loss: Loss): void {
    workers.delete(worker)
    if (stopped) {
      for (const task of left) task.failed(new NabijError('NABIJ_EXECUTOR_STOPPED'))
      return
    }
    if (loss.reason !== 'idle') mourn(worker, left, loss)
    pump()
  }

  function mourn(worker: Worker, left: Task[], loss: Loss): void {
    restarts++
    log('warn', 'an executor fell', { reason: loss.reason, detail: loss.detail, pid: worker.pid, busy: left.length })
    for (const task of left) {
      if (++task.strikes <= strikesAllowed) suspects.push(task)
      else {
        penalties.fell(task.lane)
        task.failed(new NabijError('NABIJ_EXECUTOR_LOST', { reason: loss.reason }))
      }
    }
    if (!loss.ready && ++failedStarts >= limits.failedStarts) refuseWaiting('NABIJ_EXECUTOR_UNAVAILABLE')
    if (worker.answered) return
    const longest = loss.ready ? limits.readyPauseMs : limits.longestPauseMs
    const pauseMs = Math.min(longest, backOff.fell())
    if (pauseMs > 0) pause ??= setTimeout(endPause, pauseMs)
  }

  function endPause(): void {
    pause = null
    pump()
  }

  function refuseWaiting(code: 'NABIJ_EXECUTOR_STOPPED' | 'NABIJ_EXECUTOR_UNAVAILABLE'): void {
    waitingBytes = 0
    for (const task of [...suspects.splice(0), ...lanes.clear()]) task.failed(new NabijError(code))
  }
}

/** The least busy child, but opening a recipe anew costs more than standing behind one picture. */
function cheapest(open: Worker[], { lane }: Task): Worker {
  const cost = (worker: Worker) => worker.busy + (worker.knows(lane) ? 0 : 1.5)
  return open.reduce((best, worker) => (cost(worker) < cost(best) ? worker : best))
}
