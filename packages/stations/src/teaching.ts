import { asNabijError, type Job, NabijError, newId, type Photo, toProblem } from '@nabij/base'
import { assertRoom } from './photos.ts'
import type { TeachProgress } from './ports.ts'
import type { Shared } from './shared.ts'
import type { StationLife } from './station-life.ts'
import { type Throttle, throttle } from './throttle.ts'
import { untilAborted } from './time.ts'

/** Finished jobs that are remembered. */
const remembered = 50

interface Task {
  job: Job
  station: StationLife
  cancel: AbortController
  /** The photos that it learns from, once it runs. */
  photos: string | null
  /** The new version is being stored: too late to cancel. */
  committing: boolean
  progress: Throttle
  ended: PromiseWithResolvers<void>
}

/** Teaching, one job at a time. Jobs live in memory: a station whose teaching was killed still has the version before. */
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
  async teach(station: StationLife): Promise<Job> {
    const { ports } = this.#shared
    assertRoom(ports)
    const photos = keyOf(await this.#goodPhotos(station))
    if (this.#stopped) throw new NabijError('NABIJ_STOPPING')
    const same = this.#open().find((task) => task.station === station && (task.photos ?? photos) === photos)
    return same?.job ?? this.#enqueue(station)
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
    return task.job
  }

  async cancelOf(station: StationLife): Promise<void> {
    const tasks = this.#open().filter((task) => task.station === station)
    await Promise.all(tasks.map((task) => this.cancel(task.job.id)))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#open().map((task) => this.cancel(task.job.id)))
  }

  #enqueue(station: StationLife): Job {
    const { ports, limits, events } = this.#shared
    const job: Job = {
      id: newId(),
      kind: 'teach',
      stationId: station.row.id,
      state: 'queued',
      step: 'waiting',
      done: 0,
      total: 0,
      createdAt: ports.clock(),
      finishedAt: null,
      problem: null,
      recipeId: null,
    }
    const task: Task = {
      job,
      station,
      cancel: new AbortController(),
      photos: null,
      committing: false,
      progress: throttle(ports.timer, limits.eventPause, () => events.emit({ type: 'job', job: task.job })),
      ended: Promise.withResolvers<void>(),
    }
    this.#tasks.push(task)
    this.#forgetOldest()
    task.progress.now()
    void this.#runNext()
    return task.job
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
      this.#finish(task, { state: 'failed', problem: toProblem(error, 'nl', `/jobs/${task.job.id}`) })
    }
    task.station.setLearning(false)
    this.#running = null
    void this.#runNext()
  }

  /** Teaches from the good photos, takes the file over, and makes it the station's next version. */
  async #learn(task: Task): Promise<string> {
    const { blobs, executor, recipes, clock } = this.#shared.ports
    const { signal } = task.cancel
    const photos = await this.#goodPhotos(task.station)
    task.photos = keyOf(photos)
    signal.throwIfAborted()
    const files = photos.map((photo) => ({ id: photo.id, path: blobs.path(photo.sha256) }))
    const out = blobs.temporary()
    const taught = executor.teach(files, out, (progress) => this.#progress(task, progress), signal)
    const facts = await untilAborted(taught, signal)
    this.#update(task, { step: 'saving' })
    const file = await blobs.adopt(out)
    signal.throwIfAborted()
    task.committing = true
    const { id: stationId } = task.station.row
    const row = { id: newId(), stationId, createdAt: clock(), ...file, facts }
    await task.station.changeRecipe(() => recipes.insert(row))
    return row.id
  }

  async #goodPhotos(station: StationLife): Promise<Photo[]> {
    const photos = await this.#shared.ports.photos.list(station.row.id)
    const good = photos.filter((photo) => photo.label === 'good')
    if (good.length === 0) throw new NabijError('NABIJ_NO_PHOTOS', { station: station.row.name })
    return good
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
    task.ended.resolve()
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

function keyOf(photos: Photo[]): string {
  return photos.map((photo) => photo.id).join()
}
