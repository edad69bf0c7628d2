import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { NabijError, RecipeFacts } from '@nabij/base'
import type { Executor } from '@nabij/stations'
import { moveSafely } from './cache-folder.ts'
import { type Loss, startChild } from './child.ts'
import type { CrewOptions } from './crew.ts'
import { errorFrom } from './messages.ts'

type TeachArguments = Parameters<Executor['teach']>

/** Teaching: one at a time, in a child of its own that ends with it, so that it neither delays nor takes down a verdict. */
export interface Teaching {
  teach: Executor['teach']
  running(): number
  restarts(): number
  stop(): Promise<void>
}

/** A child that falls while it teaches is replaced once. */
const attempts = 2

export function startTeaching({ program, args, writes, limits, log }: Omit<CrewOptions, 'executors'>): Teaching {
  const stopping = new AbortController()
  const working = new Set<Promise<unknown>>()
  let last: Promise<unknown> = Promise.resolve()
  let running = 0
  let restarts = 0

  return {
    async teach(lesson, out, onProgress, signal) {
      const any = AbortSignal.any([signal, stopping.signal])
      const before = last
      const turn = Promise.withResolvers<void>()
      last = before.then(() => turn.promise)
      working.add(turn.promise)
      try {
        await orAbort(before, any)
        return await untilTaught([lesson, out, onProgress, any])
      } finally {
        turn.resolve()
        working.delete(turn.promise)
      }
    },
    running: () => running,
    restarts: () => restarts,
    async stop() {
      stopping.abort(new NabijError('NABIJ_EXECUTOR_STOPPED'))
      await Promise.all(working)
    },
  }

  async function untilTaught([lesson, out, onProgress, signal]: TeachArguments): Promise<RecipeFacts> {
    const part = `${out}.part`
    try {
      for (let attempt = 1; ; attempt++) {
        signal.throwIfAborted()
        const outcome = await once([lesson, part, onProgress, signal])
        signal.throwIfAborted()
        if ('facts' in outcome) {
          await moveSafely(part, out)
          return outcome.facts
        }
        restarts++
        log('warn', 'an executor fell while teaching', { reason: outcome.loss.reason, detail: outcome.loss.detail })
        if (outcome.loss.reason === 'timeout')
          throw new NabijError('NABIJ_EXECUTOR_TIMEOUT', { seconds: Math.ceil(limits.teachSilenceMs / 1000) })
        if (attempt === attempts) throw new NabijError('NABIJ_EXECUTOR_LOST', { reason: outcome.loss.reason })
      }
    } finally {
      await rm(part, { force: true })
    }
  }

  /** One child from start to end; when this settles the process is gone. */
  async function once([lesson, out, onProgress, signal]: TeachArguments): Promise<
    { facts: RecipeFacts } | { loss: Loss }
  > {
    const answered = Promise.withResolvers<{ facts: RecipeFacts } | { loss: Loss }>()
    const silence = setTimeout(() => void child.kill('timeout'), limits.teachSilenceMs)
    const child = startChild(
      {
        program,
        args,
        writes: [...writes, dirname(out)],
        memoryMb: limits.teachMemoryMb,
        startMs: limits.startMs,
        silenceMs: limits.teachSilenceMs,
      },
      {
        onReady: () => child.send({ kind: 'teach', id: 0, lesson, out }, new Uint8Array()),
        onAnswer(answer) {
          silence.refresh()
          if (answer.type === 'failed') answered.reject(errorFrom(answer))
          else if (answer.type === 'progress') onProgress(answer.progress)
          else answered.resolve({ facts: RecipeFacts.parse(answer.result) })
        },
        onGone: (loss) => answered.resolve({ loss }),
      },
    )
    running++
    const abort = () => void child.kill('stopped')
    signal.addEventListener('abort', abort)
    try {
      return await answered.promise
    } finally {
      clearTimeout(silence)
      signal.removeEventListener('abort', abort)
      await child.kill('stopped')
      running--
    }
  }
}

/** Waits, but not longer than until the signal aborts. */
async function orAbort(waiting: Promise<unknown>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<void>()
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    await Promise.race([waiting, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
