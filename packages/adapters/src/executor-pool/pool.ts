import { availableParallelism } from 'node:os'
import { RecipeFacts } from '@nabij/base'
import type { Executor } from '@nabij/stations'
import { startCrew } from './crew.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { ExamineResult, InspectionResult } from './messages.ts'
import { type Job, taskOf } from './task.ts'
import { startTeaching } from './teaching.ts'

export interface ExecutorPoolOptions {
  /** Path of the program that calls `serveExecutor`. */
  program: string
  /** Most processes that judge at the same time; teaching has one of its own beside them. Default: one less than the cores. */
  executors?: number
  /** Path of the ONNX graph with which is taught; without it nothing can be taught. */
  model?: string
  log(level: 'info' | 'warn', message: string, fields: Record<string, unknown>): void
  limits?: Partial<Limits>
}

/**
 * The port `Executor` on child processes: started when there is work, kept warm, replaced when they fall.
 * Errors of its own: NABIJ_EXECUTOR_LOST, …_TIMEOUT, …_BUSY, …_UNAVAILABLE, …_STOPPED; the others come from the child.
 */
export function startExecutorPool(options: ExecutorPoolOptions): Executor {
  const limits = { ...defaultLimits, ...options.limits }
  const executors = options.executors ?? Math.max(1, availableParallelism() - 1)
  const { program, model = null, log } = options
  const args = model === null ? [] : [model]
  const crew = startCrew({ program, args, executors, limits, log })
  const teaching = startTeaching({ program, args, limits, log })

  function ask<T>(
    lane: string,
    job: Job,
    bytes: Uint8Array,
    read: (result: unknown, answer: Uint8Array) => T,
  ): Promise<T> {
    const { task, result } = taskOf(lane, job, bytes, read)
    crew.run(task)
    return result
  }

  return {
    inspect: ({ sha256, path }, picture) =>
      ask(sha256, { kind: 'inspect', recipe: { sha256, path } }, picture, (result, map) => ({
        ...InspectionResult.parse(result),
        map,
      })),
    examine: (picture) => ask('examine', { kind: 'examine' }, picture, (result) => ExamineResult.parse(result)),
    readRecipe: (path) =>
      ask('examine', { kind: 'readRecipe', path }, new Uint8Array(), (result) => RecipeFacts.parse(result)),
    teach: teaching.teach,
    status: () => ({
      running: crew.running() + teaching.running(),
      restarts: crew.restarts() + teaching.restarts(),
    }),
    stop: async () => {
      await Promise.all([crew.stop(), teaching.stop()])
    },
  }
}
