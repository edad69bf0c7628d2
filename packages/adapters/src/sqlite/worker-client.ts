import { Worker } from 'node:worker_threads'
import { NabijError } from '@nabij/base'
import type { Calls, Remote } from './calls/index.ts'
import type { Answer, PlainError, Request, WorkerStart } from './worker-messages.ts'

/** A thread with the database open in it. After it died, the next call opens another one. */
export interface DatabaseThread<C extends Calls> {
  /** Resolves when the database is open; throws what opening threw. */
  opened(): Promise<void>
  call: Remote<C>
  /** Ends the thread at once, as a crash would; what waited gets NABIJ_DATABASE_LOST. */
  terminate(): Promise<void>
  /** Lets what was asked finish, then closes the database. */
  close(): Promise<void>
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: NabijError): void
}

interface Running {
  worker: Worker
  waiting: Map<number, Waiting>
  opened: Promise<unknown>
  ended: Promise<void>
}

/** Starts the thread at the first call. `program` is database-worker.ts, or what it became in a release. */
export function databaseThread<C extends Calls>(program: URL, start: WorkerStart): DatabaseThread<C> {
  let running: Running | null = null
  let nextId = 1
  let closed = false

  function current(): Running {
    // A late caller must not bring the thread back: the process could not end.
    if (closed) throw new NabijError('NABIJ_DATABASE_LOST')
    running ??= run(program, start, () => {
      running = null
    })
    return running
  }

  function ask(thread: Running, call: string | null, values: unknown[]): Promise<unknown> {
    const id = nextId++
    return new Promise((resolve, reject) => {
      thread.waiting.set(id, { resolve, reject })
      thread.worker.postMessage({ id, call, values } satisfies Request, [])
    })
  }

  return {
    async opened() {
      await current().opened
    },
    call: (async (name: string, ...values: unknown[]) => {
      const thread = current()
      await thread.opened
      return ask(thread, name, values)
    }) as unknown as Remote<C>,
    async terminate() {
      await running?.worker.terminate()
    },
    async close() {
      closed = true
      const thread = running
      if (!thread) return
      thread.worker.postMessage({ id: 0, call: null, values: [] } satisfies Request, [])
      await thread.ended
    },
  }
}

function run(program: URL, start: WorkerStart, onEnd: () => void): Running {
  const worker = new Worker(program, { workerData: start, execArgv: [], name: `database ${start.role}` })
  const waiting = new Map<number, Waiting>()
  const opened = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }))
  // Who awaits it gets the error; nobody doing so must not end the process.
  opened.catch(() => worker.terminate())

  worker.on('message', (answer: Answer) => {
    const caller = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) caller?.reject(fromPlain(answer.error))
    else caller?.resolve(answer.value)
  })
  let reason: unknown
  worker.on('error', (error) => {
    reason = error
  })
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      onEnd()
      for (const caller of waiting.values()) caller.reject(new NabijError('NABIJ_DATABASE_LOST', {}, reason))
      waiting.clear()
      resolve()
    })
  })
  return { worker, waiting, opened, ended }
}

function fromPlain({ code, params, stack }: PlainError): NabijError {
  const error = new NabijError(code, params)
  error.stack = `${error.message}\n${stack}`
  return error
}
