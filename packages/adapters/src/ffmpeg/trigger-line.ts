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
  /** From somebody who hears the answer, and can come again. @throws NabijError NABIJ_TRIGGER_TOO_FAST */
  push(message?: TriggerMessage): void
  /** From somebody who hears no answer: it waits, with a picture or without. @throws NabijError NABIJ_TRIGGER_TOO_FAST */
  add(message: TriggerMessage): void
  /** The oldest message that came at `before` or earlier; null when there is none. */
  take(before: number): WaitingTrigger | null
  readonly size: number
  /** Frames that were made of messages and wait to be read: they count as messages that wait. */
  unread(): number
}

/** Pictures are held in memory: more messages than this are refused, and whoever sent one hears so. */
export const mostPictures = 32

/** What waits without a picture is small. */
const mostMessages = 10_000

export function triggerLine(): TriggerLine {
  const waiting: WaitingTrigger[] = []
  const takeIn = (message: TriggerMessage, most: number): void => {
    const all = waiting.length + line.unread()
    if (all >= most) throw new NabijError('NABIJ_TRIGGER_TOO_FAST', { waiting: all })
    waiting.push({ ...message, at: performance.now() })
  }
  const line: TriggerLine = {
    unread: () => 0,
    push: (message = { name: null, key: null }) => takeIn(message, mostPictures),
    add: (message) => takeIn(message, mostMessages),
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
