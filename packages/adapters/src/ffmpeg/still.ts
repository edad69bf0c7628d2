/** The picture at which a camera stood still; it outlives a camera that is lost and comes back. */
export interface Still {
  last(): Uint8Array | null
  /** null: it gives other pictures again. */
  keep(picture: Uint8Array | null): void
}

export function stills(): Still {
  let kept: Uint8Array | null = null
  return {
    last: () => kept,
    keep(picture) {
      kept = picture
    },
  }
}

/** new: may be shown; same: seen already; stuck: the camera stands still. */
export type Glance = 'new' | 'same' | 'stuck'

/**
 * No sensor gives the same bytes twice: a camera that does so on and on shows what was once there, and each part would
 * get the verdict of that one. A network camera that saves on bits may do so for some seconds, so there is a limit.
 * A camera that was found to stand still is believed only when it gives another picture.
 * @param limits milliseconds; `again`: for one that stood still before.
 */
export function watchStillness(still: Still, limits: { first: number; again: number }) {
  let last = still.last()
  let stood = last !== null
  let since: number | null = null

  return ({ picture, begunAt }: { picture: Uint8Array; begunAt: number }): Glance => {
    if (!last || Buffer.compare(last, picture) !== 0) {
      if (stood) still.keep(null)
      ;[last, stood, since] = [picture, false, begunAt]
      return 'new'
    }
    since ??= begunAt
    if (begunAt - since >= (stood ? limits.again : limits.first)) {
      still.keep(last)
      return 'stuck'
    }
    return stood ? 'same' : 'new'
  }
}
