// The program of the thread in which the register is worked out: the server's own thread only sends and receives.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { asNabijError } from '@nabij/base'
import { registerCalls } from './register-calls.ts'
import type { ThreadAnswer, ThreadRequest } from './register-thread.ts'

// On Linux a priority belongs to a thread: the one that serves goes first. Elsewhere it would be that of all of them.
if (process.platform === 'linux') setPriority(0, 10)

// Loaded at the first request: a box that nobody asks about its register needs none of it.
let calls: Record<string, (...values: never[]) => unknown> | undefined

parentPort?.on('message', ({ id, call, values }: ThreadRequest) => {
  let answer: ThreadAnswer
  try {
    calls ??= registerCalls((workerData as { pack: string }).pack)
    const work = calls[call]
    if (!work) throw new Error(`the register cannot ${call}`)
    answer = { id, value: work(...(values as never[])) }
  } catch (error) {
    const { code, params } = asNabijError(error)
    answer = { id, code, params }
  }
  const value = 'value' in answer ? answer.value : null
  parentPort?.postMessage(answer, value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [])
})
