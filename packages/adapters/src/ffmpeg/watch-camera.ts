import type { NabijError } from '@nabij/base'
import type { CameraAddress } from './address.ts'
import { requireFfmpeg } from './find-ffmpeg.ts'
import { type Still, watchStillness } from './still.ts'
import { type CameraPicture, type CameraStream, standsStill, startStream } from './stream.ts'

export interface Watching {
  ffmpeg: string
  address: CameraAddress
  /** Pictures a second at most; null: all that the camera gives. */
  rate: number | null
  /** Milliseconds: longest pause between two pictures, and how much longer the first may take. */
  silence: number
  patience: number
  /** For how long a camera may give the same picture, and the one at which it stood still before. */
  stillness: { limit: number; still: Still }
  platform: NodeJS.Platform
  onPicture(picture: CameraPicture): void
  /** No more will come, and why. Not called after `stop`. */
  onLost(reason: NabijError): void
  log(level: 'info' | 'warn', message: string, fields: Record<string, unknown>): void
}

/**
 * Watches a camera until it is lost or `stop` is called, which resolves when no process is left.
 * @throws NabijError NABIJ_FFMPEG_MISSING, NABIJ_FFMPEG_OLD
 */
export async function watchCamera(watching: Watching): Promise<{ stop(): Promise<void> }> {
  const { address, onPicture, onLost } = watching
  await requireFfmpeg(watching.ffmpeg)
  let stopped = false
  let stream: CameraStream
  const glance = watchStillness(watching.stillness.still, {
    first: watching.stillness.limit,
    again: watching.silence,
  })

  function start(compressed: boolean): CameraStream {
    let pictures = 0
    const started = startStream({
      program: watching.ffmpeg,
      address,
      wish: { rate: watching.rate, compressed, platform: watching.platform },
      onPicture(picture) {
        pictures++
        if (stopped) return
        const seen = glance(picture)
        if (seen === 'new') onPicture(picture)
        else if (seen === 'stuck') void started.stop(standsStill(address, watching.stillness.limit))
      },
      silenceMs: watching.silence,
      patienceMs: watching.patience,
    })
    void started.ended.then((reason) => ended(reason, compressed && pictures === 0 && started.wantsUncompressed()))
    return started
  }

  function ended(reason: NabijError, again: boolean): void {
    if (stopped) return
    if (again) stream = start(false)
    else onLost(reason)
  }

  stream = start(address.kind === 'device')
  return {
    async stop() {
      stopped = true
      await stream.stop()
    },
  }
}
