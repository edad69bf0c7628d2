import { NabijError } from '@nabij/base'
import type { FrameSource, SourceFrame } from '../ports.ts'
import { pictureOf } from './fake-executor.ts'

/** A source whose pictures a test gives by hand. */
export interface FakeSource extends FrameSource {
  give(frame: SourceFrame): void
  /** Breaks it while it is read. */
  lose(error?: Error): void
  /** Ends it as if there were nothing more. */
  finish(): void
  /** How often it was opened, and whether it is being read. */
  opened: number
  reading: boolean
  /** Frames that nobody has read yet. */
  unread(): number
  /** While true it does not notice that it is told to end. */
  deaf: boolean
  /** While true it is lost as soon as it is opened. */
  gone: boolean
  /** Messages that a part lies there. */
  triggers: number
}

export function fakeSource(mode: FrameSource['mode']): FakeSource {
  const frames: SourceFrame[] = []
  let end: Error | 'finished' | null = null
  let wake: () => void = () => undefined

  const source: FakeSource = {
    mode,
    opened: 0,
    reading: false,
    deaf: false,
    gone: false,
    triggers: 0,
    trigger() {
      source.triggers += 1
    },
    unread: () => frames.length,
    give(frame) {
      frames.push(frame)
      wake()
    },
    lose(error = new NabijError('NABIJ_SOURCE_LOST')) {
      end = error
      wake()
    },
    finish() {
      end = 'finished'
      wake()
    },
    async *frames(signal) {
      source.opened += 1
      source.reading = true
      end = source.gone ? new NabijError('NABIJ_SOURCE_LOST') : null
      signal.addEventListener('abort', () => source.deaf || wake())
      try {
        while (!signal.aborted) {
          const frame = frames.shift()
          if (frame) yield frame
          else if (end instanceof Error) throw end
          else if (end) return
          else
            await new Promise<void>((resolve) => {
              wake = resolve
            })
        }
      } finally {
        source.reading = false
      }
    },
  }
  return source
}

export function frameOf(text: string, more: Partial<SourceFrame> = {}): SourceFrame {
  return { picture: pictureOf(text), capturedAt: 1_000, name: null, key: null, truth: null, ...more }
}
