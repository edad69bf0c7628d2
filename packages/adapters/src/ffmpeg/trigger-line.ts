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
}

const most = 32

export function triggerLine(): TriggerLine {
  const waiting: WaitingTrigger[] = []
  return {
    push(message = { name: null, key: null }) {
      if (waiting.length >= most) throw new NabijError('NABIJ_TRIGGER_TOO_FAST', { waiting: waiting.length })
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
}
