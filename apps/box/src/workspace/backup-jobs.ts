import { asNabijError, type Backup, type Job, NabijError, newId, toProblem } from '@nabij/base'
import type { Clock } from '@nabij/stations'

export interface BackupJobsPorts {
  clock: Clock
  /** Makes one, complete or not at all. */
  make(onProgress: (done: number, total: number) => void, signal: AbortSignal): Promise<Backup>
}

/** Backups that were asked for since the start; the finished ones themselves are in the store. */
export interface BackupJobs {
  /** A backup that runs already is the answer to another request for one. */
  start(): Job
  /** Newest first. */
  list(): Job[]
  find(id: string): Job | null
  cancel(id: string): Promise<Job>
  listen(listener: (job: Job) => void): () => void
  stop(): Promise<void>
}

const remembered = 20
/** A backup of many small files tells how far it is this often at most. */
const pause = 250

export function createBackupJobs({ clock, make }: BackupJobsPorts): BackupJobs {
  const listeners = new Set<(job: Job) => void>()
  /** Newest first. */
  let jobs: Job[] = []
  let running: { id: string; cancel: AbortController; ended: Promise<void> } | null = null
  let stopped = false

  function change(id: string, changed: Partial<Job>, tell = true): void {
    jobs = jobs.map((job) => (job.id === id ? { ...job, ...changed } : job))
    const job = find(id)
    if (job && tell) for (const listener of listeners) listener(job)
  }

  function find(id: string): Job | null {
    return jobs.find((job) => job.id === id) ?? null
  }

  async function run(id: string, cancel: AbortController): Promise<void> {
    let told = 0
    try {
      await make((done, total) => {
        const now = clock()
        const due = Math.abs(now - told) >= pause
        if (due) told = now
        change(id, { done, total }, due)
      }, cancel.signal)
      change(id, { state: 'done', finishedAt: clock() })
    } catch (error) {
      const problem = cancel.signal.aborted ? null : toProblem(asNabijError(error), 'nl', `/jobs/${id}`)
      change(id, { state: problem ? 'failed' : 'cancelled', problem, finishedAt: clock() })
    }
    running = null
  }

  async function cancel(id: string): Promise<Job> {
    if (running?.id === id) {
      const { ended } = running
      running.cancel.abort()
      await ended
    }
    const job = find(id)
    if (!job) throw new NabijError('NABIJ_NOT_FOUND', { what: `/jobs/${id}` })
    return job
  }

  return {
    start() {
      if (stopped) throw new NabijError('NABIJ_STOPPING')
      const underWay = running && find(running.id)
      if (underWay) return underWay
      const job = newJob(clock())
      jobs = [job, ...jobs].slice(0, remembered)
      const cancel = new AbortController()
      const ended = Promise.withResolvers<void>()
      running = { id: job.id, cancel, ended: ended.promise }
      void run(job.id, cancel).finally(ended.resolve)
      return job
    },
    list: () => jobs,
    find,
    cancel,
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async stop() {
      stopped = true
      if (running) await cancel(running.id)
    },
  }
}

function newJob(createdAt: number): Job {
  return {
    id: newId(),
    kind: 'backup',
    stationId: null,
    state: 'running',
    step: 'saving',
    done: 0,
    total: 0,
    createdAt,
    finishedAt: null,
    problem: null,
    recipeId: null,
  }
}
