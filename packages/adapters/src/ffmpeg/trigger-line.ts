import { NabijError } from '@nabij/base'

/** Says that a part lies there. */
export interface TriggerMessage {
  /** Name of the part, when the message tells one. */
  name: string | null
  /** The same key is the same part. */
  key: string | null
}

export interface WaitingTrigger extends TriggerMessage {
  /** performance.now() */
  at: number
}

/** Messages that wait for their picture, oldest first. It outlives a camera that is lost and comes back. */
export interface TriggerLine {
  /** @throws NabijError NABIJ_TRIGGER_TOO_FAST */
  push(message?: TriggerMessage): void
  /** The oldest message that came at `before` or earlier; null when there is none. */
  take(before: number): WaitingTrigger | null
  readonly size: number
  /** Frames that were made of messages and wait to be read: they count as messages that wait. */
  unread(): number
}

/** Pictures are held in memory: more messages than this are refused, and whoever sent one hears so. */
const most = 32

export function triggerLine(): TriggerLine {
  const waiting: WaitingTrigger[] = []
  const line: TriggerLine = {
    unread: () => 0,
    push(message = { name: null, key: null }) {
      const all = waiting.length + line.unread()
      if (all >= most) throw new NabijError('NABIJ_TRIGGER_TOO_FAST', { waiting: all })
      waiting.push({ ...message, at: performance.now() })
    },
    take(before) {
      const first = waiting[0]
      if (!first || first.at > before) return null
      waiting.shift()
      return first
    },
    get size() {
      return waiting.length
    },
  }
  return line
}
