import { asNabijError, NabijError } from '@nabij/base'
import { growingPause } from './growing-pause.ts'
import type { Limits } from './limits.ts'
import type { FrameSource, SourceFrame, Timer } from './ports.ts'
import { settledWithin, sleep, untilAborted, within } from './time.ts'

export interface Following {
  open(): FrameSource
  /** Ends it all. */
  signal: AbortSignal
  timer: Timer
  limits: Limits
  /** Takes a frame in; the source is not read further until it resolves. */
  accept(frame: SourceFrame, mode: FrameSource['mode']): Promise<void> | void
  /** Pictures come (again). */
  well(): void
  /** It is lost; it will be opened again after a pause. */
  lost(error: NabijError): void
}

/** Reads a source until the signal aborts, and opens it again whenever it is lost, after pauses that grow. */
export async function followSource(following: Following): Promise<void> {
  const { signal, timer, limits } = following
  const pause = growingPause(limits.pause)
  const well = (): void => {
    if (signal.aborted) return
    pause.reset()
    following.well()
  }
  while (!signal.aborted) {
    try {
      await readOnce({ ...following, well })
    } catch (thrown) {
      if (signal.aborted) return
      following.lost(asNabijError(thrown))
      await sleep(timer, pause.next(), signal)
    }
  }
}

/** One opening of the source; it ends only by throwing. */
async function readOnce(following: Following): Promise<void> {
  const { timer, limits } = following
  const attempt = new AbortController()
  const signal = AbortSignal.any([following.signal, attempt.signal])
  const source = following.open()
  const frames = source.frames(signal)[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await nextFrame(frames, source, { ...following, signal })
      if (next.done) throw new NabijError('NABIJ_SOURCE_LOST')
      following.well()
      await following.accept(next.value, source.mode)
    }
  } finally {
    attempt.abort()
    // A source that does not end, although it was told to, holds up nobody for longer than the grace.
    await settledWithin(
      timer,
      limits.grace,
      Promise.resolve().then(() => frames.return?.()),
    )
  }
}

/** A live source that is silent for too long is lost; a triggered one may be silent for days, and is well meanwhile. */
async function nextFrame(
  frames: AsyncIterator<SourceFrame>,
  { mode, working }: FrameSource,
  { signal, timer, limits, well }: Following,
): Promise<IteratorResult<SourceFrame>> {
  const next = untilAborted(frames.next(), signal)
  if (mode === 'live') return within(timer, limits.silence, next, () => new NabijError('NABIJ_SOURCE_LOST'))
  let callOff = timer(limits.settled, settle)
  function settle(): void {
    if (working?.() ?? true) well()
    else callOff = timer(limits.settled, settle)
  }
  try {
    return await next
  } finally {
    callOff()
  }
}
