import { Worker } from 'node:worker_threads'
import { type ErrorCode, NabijError } from '@nabij/base'
import type { RegisterCalls } from './register-calls.ts'

export interface ThreadRequest {
  id: number
  call: string
  values: unknown[]
}

export type ThreadAnswer =
  | { id: number; value: unknown }
  | { id: number; code: ErrorCode; params: Record<string, unknown> }

/** The thread that works the register out. It is started at the first call, and again after it fell. */
export interface RegisterThread {
  ask<K extends keyof RegisterCalls>(
    call: K,
    ...values: Parameters<RegisterCalls[K]>
  ): Promise<ReturnType<RegisterCalls[K]>>
  /** How often it fell: what was loaded before is gone. */
  falls(): number
  stop(): Promise<void>
}

interface Running {
  worker: Worker
  waiting: Map<number, { resolve(value: never): void; reject(error: NabijError): void }>
}

export function registerThread(pack: string): RegisterThread {
  let running: Running | null = null
  let falls = 0
  let nextId = 1
  let stopped = false

  function start(): Running {
    const worker = new Worker(new URL('./register-worker.ts', import.meta.url), {
      workerData: { pack },
      execArgv: [],
      name: 'register',
    })
    const waiting: Running['waiting'] = new Map()
    const me = { worker, waiting }
    worker.unref()
    worker.on('message', (answer: ThreadAnswer) => {
      const caller = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) worker.unref()
      if ('code' in answer) caller?.reject(new NabijError(answer.code, answer.params))
      else caller?.resolve(answer.value as never)
    })
    let reason: unknown
    worker.on('error', (error) => {
      reason = error
    })
    worker.on('exit', () => {
      if (running === me) running = null
      falls += 1
      const error = new NabijError('NABIJ_UNEXPECTED', { message: 'the register’s thread ended' }, reason)
      for (const caller of waiting.values()) caller.reject(error)
      waiting.clear()
    })
    return me
  }

  return {
    ask: async (call, ...values) => {
      if (stopped) throw new NabijError('NABIJ_STOPPING')
      running ??= start()
      const { worker, waiting } = running
      const id = nextId++
      return new Promise((resolve, reject) => {
        worker.ref()
        waiting.set(id, { resolve, reject })
        const bytes = values.filter((value) => value instanceof Uint8Array)
        const request: ThreadRequest = { id, call, values }
        worker.postMessage(
          request,
          bytes.map(({ buffer }) => buffer),
        )
      })
    },
    falls: () => falls,
    async stop() {
      stopped = true
      await running?.worker.terminate()
    },
  }
}
