import { availableParallelism } from 'node:os'
import { RecipeFacts } from '@nabij/base'
import type { ModelExecutor } from '@nabij/models'
import type { Executor } from '@nabij/stations'
import { cacheFolder, moveSafely } from './cache-folder.ts'
import { startCrew } from './crew.ts'
import { defaultLimits, type Limits } from './limits.ts'
import {
  CheckResult,
  CodesResult,
  CorrectResult,
  ExamineResult,
  InferResult,
  InspectionResult,
  NearestResult,
  ReadModelResult,
  RecogniseResult,
} from './messages.ts'
import { type Job, taskOf } from './task.ts'
import { startTeaching } from './teaching.ts'
import { tensorsFrom, tensorsInto } from './tensor-bytes.ts'

export interface ExecutorPoolOptions {
  /** Path of the program that calls `serveExecutor`. */
  program: string
  /** Most processes that judge at the same time; teaching, correcting and own models have one each beside them. Default: one less than the cores. */
  executors?: number
  /** Threads of each that work on one picture's model. Default: two where there are two cores for each, else one. */
  threads?: number
  /** Path of the ONNX graph with which is taught; without it nothing can be taught. */
  model?: string
  /** Folder for features of pictures, on the disk of the data; it may be emptied at any time. Without it nothing is kept. */
  cache?: string
  log(level: 'info' | 'warn', message: string, fields: Record<string, unknown>): void
  limits?: Partial<Limits>
}

const none = new Uint8Array()

/** Threads that one executor of so many uses for a model: two where there are two cores for each. */
function usualThreads(executors: number): number {
  return Math.min(2, Math.max(1, Math.floor(availableParallelism() / executors)))
}

/**
 * The ports `Executor` and `ModelExecutor` on child processes: started when there is work, kept warm, replaced when they fall.
 * Errors of its own: NABIJ_EXECUTOR_LOST, …_TIMEOUT, …_BUSY, …_UNAVAILABLE, …_STOPPED; the others come from the child.
 */
export function startExecutorPool(options: ExecutorPoolOptions): Executor & ModelExecutor {
  const limits = { ...defaultLimits, ...options.limits }
  const executors = options.executors ?? Math.max(1, availableParallelism() - 1)
  const threads = options.threads ?? usualThreads(executors)
  const { program, model = '', log } = options
  const cache = cacheFolder(options.cache)
  const crew = startCrew({ program, args: [model, '', `${threads}`], writes: [], executors, limits, log })
  const withCache = { program, args: [model, cache.path], writes: [cache.path], log }
  // One child that corrects, with time to look at pictures that it does not know yet: no frame waits behind it.
  const deskLimits = {
    ...limits,
    inFlight: 1,
    jobMs: limits.deskMs,
    slowMs: limits.deskMs,
    silenceMs: limits.deskMs,
    memoryMb: limits.deskMemoryMb,
  }
  const desk = startCrew({ ...withCache, executors: 1, limits: deskLimits })
  // A model from elsewhere has a child of its own: whatever it does, no verdict waits for it or falls with it.
  const modelLimits = {
    ...limits,
    inFlight: 1,
    jobMs: limits.modelMs,
    slowMs: limits.modelMs,
    silenceMs: limits.modelMs,
    memoryMb: limits.modelMemoryMb,
  }
  const models = startCrew({
    program,
    args: [model, '', `${threads}`],
    writes: [],
    executors: 1,
    limits: modelLimits,
    log,
  })
  const teaching = startTeaching({ ...withCache, limits })
  const parts = [crew, desk, models, teaching]

  function asker(at: typeof crew) {
    return <T>(lane: string, job: Job, bytes: Uint8Array, read: (result: unknown, answer: Uint8Array) => T) => {
      const { task, result } = taskOf(lane, job, bytes, read)
      at.run(task)
      return result
    }
  }
  const ask = asker(crew)
  const askDesk = asker(desk)
  const askModel = asker(models)

  return {
    inspect: ({ sha256, path }, picture) =>
      ask(sha256, { kind: 'inspect', recipe: { sha256, path } }, picture, (result, bytes) => {
        const { mapBytes, ...inspection } = InspectionResult.parse(result)
        return { ...inspection, map: bytes.subarray(0, mapBytes), thumb: bytes.subarray(mapBytes) }
      }),
    examine: (picture) => ask('examine', { kind: 'examine' }, picture, (result) => ExamineResult.parse(result)),
    thumb: (picture) => ask('examine', { kind: 'thumb' }, picture, (_result, bytes) => bytes),
    codes: (picture) => ask('codes', { kind: 'codes' }, picture, (result) => CodesResult.parse(result)),
    readRecipe: (path) => ask('examine', { kind: 'readRecipe', path }, none, (result) => RecipeFacts.parse(result)),
    teach: teaching.teach,
    async correct(order, out) {
      const { file, ...corrected } = await askDesk('correct', { kind: 'correct', order }, none, (result) =>
        CorrectResult.parse(result),
      )
      await moveSafely(file, out)
      return corrected
    },
    check: (recipe, photos) =>
      askDesk('check', { kind: 'check', recipe, photos }, none, (result) => CheckResult.parse(result)),
    nearest: (recipe, picture, photos) =>
      askDesk('nearest', { kind: 'nearest', recipe, photos }, picture, (result) => NearestResult.parse(result)),
    readModel: (file) =>
      askModel(file.sha256, { kind: 'readModel', model: file }, none, (result) => ReadModelResult.parse(result)),
    recognise: (file, settings, picture) =>
      askModel(file.sha256, { kind: 'recognise', model: file, settings }, picture, (result) =>
        RecogniseResult.parse(result),
      ),
    infer(file, inputs) {
      const { values, bytes } = tensorsInto(inputs)
      return askModel(file.sha256, { kind: 'infer', model: file, tensors: values }, bytes, (result, answer) =>
        tensorsFrom(InferResult.parse(result), answer),
      )
    },
    status: () => ({
      running: parts.reduce((sum, part) => sum + part.running(), 0),
      restarts: parts.reduce((sum, part) => sum + part.restarts(), 0),
      ...crew.memory(),
    }),
    async stop() {
      await Promise.all(parts.map((part) => part.stop()))
      await cache.remove()
    },
  }
}
