import { asNabijError, type Job, NabijError, newId, type Photo, toProblem } from '@nabij/base'
import { withWords, wordsOn } from './corrections/words.ts'
import { assertRoom, photosOf } from './photos.ts'
import type { JobRow, RecipeRow, TeachProgress } from './ports.ts'
import type { Shared } from './shared.ts'
import type { StationLife } from './station-life.ts'
import { type Throttle, throttle } from './throttle.ts'
import { settledWithin, untilAborted } from './time.ts'

/** Finished jobs that are remembered. */
const remembered = 50

interface Task {
  job: Job
  productId: string | null
  station: StationLife
  cancel: AbortController
  /** The photos that it learns from, once it runs. */
  photos: string | null
  /** The new version is being stored: too late to cancel. */
  committing: boolean
  progress: Throttle
  ended: PromiseWithResolvers<void>
  /** It is on disk, and would begin again after a restart; then: it would not any more. */
  stored: Promise<void>
  forgotten: Promise<void>
}

/**
 * Teaching, one job at a time. What was asked for and has not ended stands on disk: after a restart it begins again, and
 * meanwhile the station has the version before.
 */
export class Teaching {
  readonly #shared: Shared
  /** Oldest first. */
  #tasks: Task[] = []
  #running: Task | null = null
  #stopped = false

  constructor(shared: Shared) {
    this.#shared = shared
  }

  /** @throws NabijError NABIJ_NO_PHOTOS, NABIJ_DISK_FULL. The same photos asked for twice are one job. */
  async teach(station: StationLife, productId: string | null): Promise<Job> {
    const { ports } = this.#shared
    assertRoom(ports)
    const photos = keyOf(await this.#photosOf(station, productId))
    if (this.#stopped) throw new NabijError('NABIJ_STOPPING')
    const same = this.#open().find(
      (task) => task.station === station && task.productId === productId && (task.photos ?? photos) === photos,
    )
    if (same) return same.job
    const row = { id: newId(), stationId: station.row.id, productId, createdAt: ports.clock() }
    const task = this.#enqueue(station, row)
    task.stored = this.#written(() => ports.jobs.insert(row), task)
    await task.stored
    return task.job
  }

  /** Begins again what was asked for before the box stopped; a job whose version is there already has ended. */
  async resume(stationOf: (id: string) => StationLife | undefined): Promise<void> {
    const { jobs } = this.#shared.ports
    const rows = (await jobs.list()).toSorted((a, b) => a.createdAt - b.createdAt)
    for (const row of rows) {
      const station = stationOf(row.stationId)
      if (this.#tasks.some((task) => task.job.id === row.id)) continue
      if (station && !(await this.#isStored(row))) this.#enqueue(station, row)
      else await jobs.remove(row.id)
    }
  }

  /** The version is there, and so is the one with people's words on top where there is one. */
  async #isStored({ id, stationId }: JobRow): Promise<boolean> {
    const { recipes } = this.#shared.ports
    if (!(await recipes.get(id))) return false
    const [active, all] = [await recipes.active(stationId), await recipes.list(stationId)]
    return active.some((row) => row.id === id) || all.some(({ baseId }) => baseId === id)
  }

  /** Newest first. */
  jobs(): Job[] {
    return this.#tasks.map((task) => task.job).reverse()
  }

  job(id: string): Job {
    return this.#task(id).job
  }

  /** Ends it at once; a job whose result is being stored already, and one that has ended, stays what it is. */
  async cancel(id: string): Promise<Job> {
    const task = this.#task(id)
    if (task.committing) await task.ended.promise
    else if (isOpen(task)) this.#finish(task, { state: 'cancelled' })
    await task.forgotten
    return task.job
  }

  async cancelOf(station: StationLife): Promise<void> {
    const tasks = this.#open().filter((task) => task.station === station)
    await Promise.all(tasks.map((task) => this.cancel(task.job.id)))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    const ends = this.#open().map((task) => this.cancel(task.job.id))
    await settledWithin(this.#shared.ports.timer, this.#shared.limits.grace, Promise.all(ends))
  }

  #enqueue(station: StationLife, row: JobRow): Task {
    const { ports, limits, events } = this.#shared
    const job: Job = {
      id: row.id,
      kind: 'teach',
      stationId: station.row.id,
      state: 'queued',
      step: 'waiting',
      done: 0,
      total: 0,
      createdAt: row.createdAt,
      finishedAt: null,
      problem: null,
      recipeId: null,
    }
    const task: Task = {
      job,
      productId: row.productId,
      station,
      cancel: new AbortController(),
      photos: null,
      committing: false,
      progress: throttle(ports.timer, limits.eventPause, () => events.emit({ type: 'job', job: task.job })),
      ended: Promise.withResolvers<void>(),
      stored: Promise.resolve(),
      forgotten: Promise.resolve(),
    }
    this.#tasks.push(task)
    this.#forgetOldest()
    task.progress.now()
    void this.#runNext()
    return task
  }

  async #runNext(): Promise<void> {
    const task = this.#tasks.find((task) => task.job.state === 'queued')
    if (this.#running || !task) return
    this.#running = task
    task.station.setLearning(true)
    this.#update(task, { state: 'running', step: 'reading' })
    try {
      const recipeId = await this.#learn(task)
      this.#finish(task, { state: 'done', recipeId })
    } catch (thrown) {
      const error = asNabijError(thrown)
      this.#finish(task, { state: 'failed', problem: problemOf(error, task.job.id) })
    }
    task.station.setLearning(false)
    this.#running = null
    void this.#runNext()
  }

  /** Makes the next version, and puts on top of it what people said, also while it was being taught. */
  async #learn(task: Task): Promise<string> {
    const { station, productId, cancel } = task
    const { signal } = cancel
    const { recipes } = this.#shared.ports
    const known = await recipes.get(task.job.id)
    const base = known ?? (await this.#taught(task))
    const before = await wordsOn(this.#shared, station, productId)
    if (before) this.#update(task, { step: 'checking', done: 0, total: before.photos.length })
    const first = before && (await withWords(this.#shared, base, before, signal))
    return station.changeRecipes(async () => {
      const words = await wordsOn(this.#shared, station, productId)
      const isSame = words?.key === before?.key
      const corrected = isSame ? first : words && (await withWords(this.#shared, base, words, signal))
      signal.throwIfAborted()
      task.committing = true
      this.#update(task, { step: 'saving' })
      if (!known) await recipes.insert(base, !corrected)
      else if (!corrected) await recipes.activate(base.stationId, base.id)
      if (corrected) await recipes.insert(corrected)
      return (corrected ?? base).id
    })
  }

  /** Teaches from the good photos, and takes the file over. */
  async #taught(task: Task): Promise<Omit<RecipeRow, 'version'>> {
    const { blobs, executor, clock } = this.#shared.ports
    const { signal } = task.cancel
    const photos = await this.#photosOf(task.station, task.productId)
    task.photos = keyOf(photos)
    signal.throwIfAborted()
    const marked = photos.map(({ id, sha256, label, kind }) => ({ id, path: blobs.path(sha256), label, kind }))
    const lesson = { photos: marked, locate: task.station.settings.locate }
    const out = blobs.temporary()
    const taught = executor.teach(lesson, out, (progress) => this.#progress(task, progress), signal)
    const facts = await untilAborted(taught, signal)
    this.#update(task, { step: 'saving' })
    const file = await blobs.adopt(out)
    signal.throwIfAborted()
    return {
      // The taught version of a job has its id: so after a kill it is known, and only finished.
      id: task.job.id,
      stationId: task.station.row.id,
      createdAt: clock(),
      ...file,
      facts,
      productId: task.productId,
      made: 'taught',
      baseId: null,
      corrections: [],
    }
  }

  /** All that are not left out; the bad ones are of use, but without a good one there is nothing to learn. */
  async #photosOf(station: StationLife, productId: string | null): Promise<Photo[]> {
    const all = await this.#shared.ports.photos.list(station.row.id)
    const photos = photosOf(all, productId).filter((photo) => !photo.leftOut)
    if (photos.some((photo) => photo.label === 'good')) return photos
    throw new NabijError('NABIJ_NO_PHOTOS', { station: station.row.name })
  }

  #progress(task: Task, { step, done, total }: TeachProgress): void {
    if (task.job.state !== 'running' || task.committing) return
    const newStep = step !== task.job.step
    task.job = { ...task.job, step, done, total }
    if (newStep) task.progress.now()
    else task.progress.soon()
  }

  #update(task: Task, change: Partial<Job>): void {
    if (!isOpen(task)) return
    task.job = { ...task.job, ...change }
    task.progress.now()
  }

  /** The first end counts: a job that was cancelled does not fail or succeed afterwards. */
  #finish(task: Task, end: Partial<Job>): void {
    this.#update(task, { ...end, finishedAt: this.#shared.ports.clock() })
    task.progress.stop()
    task.committing = false
    task.cancel.abort()
    // What the box itself cancels, because it stops, begins again.
    if (!this.#stopped || end.state === 'done')
      task.forgotten = task.stored.then(() => this.#written(() => this.#shared.ports.jobs.remove(task.job.id), task))
    task.ended.resolve()
  }

  /** A disk that refuses costs the resuming after a restart, not the teaching. */
  async #written(write: () => Promise<void>, { job }: Task): Promise<void> {
    try {
      await write()
    } catch (thrown) {
      this.#shared.ports.log('warn', 'a job could not be written down', { jobId: job.id, error: String(thrown) })
    }
  }

  #open(): Task[] {
    return this.#tasks.filter(isOpen)
  }

  #task(id: string): Task {
    const task = this.#tasks.find((task) => task.job.id === id)
    if (!task) throw new NabijError('NABIJ_NOT_FOUND', { what: `/jobs/${id}` })
    return task
  }

  #forgetOldest(): void {
    const ended = this.#tasks.filter((task) => !isOpen(task))
    const forgotten = new Set(ended.slice(0, Math.max(0, ended.length - remembered)))
    this.#tasks = this.#tasks.filter((task) => !forgotten.has(task))
  }
}

function isOpen({ job }: Task): boolean {
  return job.state === 'queued' || job.state === 'running'
}

/** In Dutch, with what fills the places in its texts, so that who shows it can say it in another language. */
function problemOf(error: NabijError, jobId: string): Job['problem'] {
  const params = Object.entries(error.params).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : String(value),
  ])
  return { ...toProblem(error, 'nl', `/jobs/${jobId}`), params: Object.fromEntries(params) }
}

function keyOf(photos: Photo[]): string {
  return photos.map(({ id, label, kind }) => `${id} ${label} ${kind}`).join()
}
