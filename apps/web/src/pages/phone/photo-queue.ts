import type { Verdict } from '@nabij/base'

export const purposes = ['check', 'good', 'bad'] as const
/** To inspect, or to teach from: a good part or a bad one. */
export type Purpose = (typeof purposes)[number]

export interface QueuedPhoto {
  /** The same key is the same photo: however often it is sent, it counts once. */
  key: string
  stationId: string
  purpose: Purpose
  name: string
  picture: Blob
}

/** What a photo became. `problem`: the box refused it, and sending it again would not help. */
export type Outcome = { photo: QueuedPhoto; verdict: Verdict | null } | { problem: unknown }

export interface PhotoQueue {
  add(photo: QueuedPhoto): void
  waiting(): number
}

export interface QueuePorts {
  /** Rejects with `lost` when the box was not reached. */
  send(photo: QueuedPhoto): Promise<Verdict | null>
  isLost(error: unknown): boolean
  /** Calls back when it is worth trying again. */
  later(action: () => void): void
  onChange(outcome: Outcome | null): void
}

/** Sends photos one by one, in order; one that does not get through stays in front until it does. */
export function createPhotoQueue({ send, isLost, later, onChange }: QueuePorts): PhotoQueue {
  const photos: QueuedPhoto[] = []
  let busy = false

  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (let photo = photos[0]; photo; photo = photos[0]) {
      const outcome = await send(photo).then(
        (verdict): Outcome => ({ photo, verdict }),
        (problem: unknown): Outcome => ({ problem }),
      )
      if ('problem' in outcome && isLost(outcome.problem)) {
        later(() => void work())
        break
      }
      photos.shift()
      onChange(outcome)
    }
    busy = false
    onChange(null)
  }

  return {
    add(photo) {
      photos.push(photo)
      onChange(null)
      void work()
    },
    waiting: () => photos.length,
  }
}
