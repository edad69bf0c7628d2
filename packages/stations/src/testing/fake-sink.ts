import { NabijError } from '@nabij/base'
import type { OutputMessage, OutputRow, Sink } from '../ports.ts'

/** The other side of an output: it can be down, hang, and be killed after it has taken a message. */
export interface FakeSink extends Sink {
  /** Every message that it took, also twice. */
  took: (OutputMessage & { outputId: string })[]
  down: boolean
  /** The receiver says that its address is gone for good (410). */
  gone: boolean
  /** While true a message is never answered. */
  hangs: boolean
  /** Called after it took a message; what it throws is the end of the sender. */
  after(message: OutputMessage): void
  tries: number
  released: string[]
}

export function fakeSink(): FakeSink {
  const sink: FakeSink = {
    took: [],
    down: false,
    gone: false,
    hangs: false,
    after: () => undefined,
    tries: 0,
    released: [],
    async send(output: OutputRow, message: OutputMessage) {
      sink.tries += 1
      if (sink.hangs) await new Promise(() => undefined)
      if (sink.gone) throw new NabijError('NABIJ_OUTPUT_GONE', { host: 'plc.example' })
      if (sink.down) throw new NabijError('NABIJ_OUTPUT_UNREACHABLE')
      sink.took.push({ ...message, outputId: output.id })
      sink.after(message)
    },
    release(outputId) {
      sink.released.push(outputId)
    },
  }
  return sink
}
