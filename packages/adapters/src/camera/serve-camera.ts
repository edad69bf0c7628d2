import { setTimeout as sleep } from 'node:timers/promises'
import { asNabijError } from '@nabij/base'
import { ask, type CameraAnswer, type CameraPicture, type CameraRequest, readRequest } from './messages.ts'

/** Something that can be looked at: each call gives the next picture. */
export interface Camera {
  next(): Promise<CameraPicture>
}

/** The child's side: opens the camera that it was started for and answers one picture for each that is asked. */
export function serveCamera({ open }: { open(request: CameraRequest): Promise<Camera> }): void {
  // The parent is gone, however it went: nobody looks any more.
  process.once('disconnect', endNow)
  const request = readRequest(process.argv[2] ?? '')
  const pace = request.paced ? pacer(1000 / request.source.perSecond) : async () => undefined
  const camera = open(request)
  // A camera that does not open tells so when the first picture is asked for.
  camera.catch(() => undefined)

  process.on('message', (message) => {
    if (message !== ask) return
    void answer().then((told) => process.send?.(told))
  })

  async function answer(): Promise<CameraAnswer> {
    try {
      const opened = await camera
      await pace()
      const capturedAt = Date.now()
      return { type: 'picture', capturedAt, ...(await opened.next()) }
    } catch (error) {
      const { code, params } = asNabijError(error)
      return { type: 'failed', code, params }
    }
  }
}

/** Resolves at a steady beat; a beat that was missed is not made up for. */
function pacer(period: number): () => Promise<void> {
  let due = -Infinity
  return async () => {
    const now = performance.now()
    due = Math.max(now, due + period)
    if (due > now) await sleep(due - now)
  }
}

/** At once, without the clean-up of native libraries (which may hang or crash): nothing here needs any. */
function endNow(): void {
  process.kill(process.pid, 'SIGKILL')
}
