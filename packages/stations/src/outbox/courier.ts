import { asNabijError, NabijError } from '@nabij/base'
import { growingPause } from '../growing-pause.ts'
import type { OutputMessage, OutputRow } from '../ports.ts'
import type { Shared } from '../shared.ts'
import { settledWithin, sleep, untilAborted, within } from '../time.ts'
import { configOf } from './output-config.ts'

/** Sends what waits at one output: in order, one at a time, as often as it takes. */
export interface Courier {
  /** Something waits. */
  wake(): void
  /** The other side was reached by another way: no pause is needed any more. */
  hurry(): void
  /** Ends what it does; what waits stays on disk. */
  stop(): Promise<void>
}

/**
 * A message is forgotten only after the other side took it. When the box is killed between the two, the message is sent
 * again under the same id, so that the other side knows that it has it. When the other side says that it is gone for
 * good, the output is switched off: what waits stays on disk until a person gives another address, or removes it.
 */
export function createCourier({ ports, limits }: Shared, output: OutputRow, switchOff: () => Promise<void>): Courier {
  const ended = new AbortController()
  const pause = growingPause(limits.outputPause)
  /** Aborts when something waits, and when a pause is to end: then there is a new one. */
  let news = new AbortController()
  let now = new AbortController()
  let problem = output.problem
  /** Taken by the other side, although the disk does not know yet. */
  let taken: number | null = null

  async function run(): Promise<void> {
    while (!ended.signal.aborted) {
      const [woken, hurried] = [news.signal, now.signal]
      try {
        const message = await ports.outputs.next(output.id)
        if (ended.signal.aborted) return
        if (message) await deliver(message)
        else await aborted(AbortSignal.any([woken, ended.signal]))
      } catch (thrown) {
        if (ended.signal.aborted) return
        if (await givenUp(asNabijError(thrown))) return
        // What comes meanwhile waits with the rest: it does not end a pause before its time.
        await sleep(ports.timer, pause.next(), AbortSignal.any([hurried, ended.signal]))
      }
    }
  }

  async function deliver(message: OutputMessage): Promise<void> {
    if (taken !== message.seq) await send(message)
    taken = message.seq
    await ports.outputs.sent(output.id, message.seq, ports.clock())
    problem = null
    pause.reset()
  }

  async function send(message: OutputMessage): Promise<void> {
    const attempt = new AbortController()
    const signal = AbortSignal.any([ended.signal, attempt.signal])
    try {
      const answer = ports.sink.send(output, message, signal)
      const late = (): NabijError => new NabijError('NABIJ_OUTPUT_TIMEOUT')
      await untilAborted(within(ports.timer, limits.outputPatience, answer, late), ended.signal)
    } finally {
      attempt.abort()
    }
  }

  /** True when no further try makes sense. */
  async function givenUp(error: NabijError): Promise<boolean> {
    await noteProblem(error)
    if (error.code !== 'NABIJ_OUTPUT_GONE') return false
    // A disk that refuses makes no end: then there is another try, with another answer of 410.
    return untilAborted(switchOff(), ended.signal).then(
      () => true,
      () => ended.signal.aborted,
    )
  }

  /** Written down when it is another one than before, not at every try of a long night. */
  async function noteProblem({ code, message }: NabijError): Promise<void> {
    if (code === problem) return
    problem = code
    ports.log('warn', 'an output does not take its messages', { outputId: output.id, code, message })
    await ports.outputs.failed(output.id, code).catch(() => undefined)
  }

  function wake(): void {
    const before = news
    news = new AbortController()
    before.abort()
  }

  const running = configOf(output)?.enabled ? run() : Promise.resolve()
  return {
    wake,
    hurry() {
      pause.reset()
      const before = now
      now = new AbortController()
      before.abort()
      wake()
    },
    async stop() {
      ended.abort(new NabijError('NABIJ_STOPPING'))
      await settledWithin(ports.timer, limits.grace, running)
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
