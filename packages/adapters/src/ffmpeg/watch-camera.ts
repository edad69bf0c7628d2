import type { NabijError } from '@nabij/base'
import type { CameraAddress } from './address.ts'
import { requireFfmpeg } from './find-ffmpeg.ts'
import { type CameraPicture, type CameraStream, startStream } from './stream.ts'

export interface Watching {
  ffmpeg: string
  address: CameraAddress
  /** Pictures a second at most; null: all that the camera gives. */
  rate: number | null
  /** Milliseconds: longest pause between two pictures, and how much longer the first may take. */
  silence: number
  patience: number
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

  function start(compressed: boolean): CameraStream {
    let pictures = 0
    const started = startStream({
      program: watching.ffmpeg,
      address,
      wish: { rate: watching.rate, compressed, platform: watching.platform },
      onPicture(picture) {
        pictures++
        if (!stopped) onPicture(picture)
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
