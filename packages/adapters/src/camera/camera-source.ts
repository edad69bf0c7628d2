import { setTimeout as sleep } from 'node:timers/promises'
import { asNabijError, type NabijError } from '@nabij/base'
import type { FrameSource, SourceFrame } from '@nabij/stations'
import { type CameraChild, startCameraChild } from './camera-child.ts'
import type { SimulatorSource } from './messages.ts'

export interface CameraOptions {
  /** Path of the camera child's program: it calls `serveCamera`. */
  program: string
  source: SimulatorSource
  /** Folder with the photos of the sample, for scenes that show photos. */
  sampleFolder?: string
  log(level: 'info' | 'warn', message: string, fields: Record<string, unknown>): void
  /** Milliseconds: pauses before a lost child is started again, and how long one picture may take beyond its turn. */
  limits?: Partial<CameraLimits>
}

interface CameraLimits {
  firstPause: number
  longestPause: number
  patience: number
  /** Children lost one after the other without a single picture: then the source is lost. */
  falls: number
}

const usualLimits: CameraLimits = { firstPause: 200, longestPause: 5_000, patience: 30_000, falls: 5 }

/**
 * A live source whose pictures come from a child process. A picture is only made when it is asked for: nothing queues,
 * whoever reads slowly sees fewer and always fresh pictures. A child that dies is replaced, and the line goes on with
 * the picture after the last one that arrived.
 * `frames` throws NABIJ_CAMERA_LOST when children keep dying, and what a child names when it cannot play the source.
 */
export function cameraSource(options: CameraOptions): FrameSource {
  const limits = { ...usualLimits, ...options.limits }

  async function* frames(signal: AbortSignal): AsyncIterable<SourceFrame> {
    let from = 0
    let falls = 0
    while (!signal.aborted) {
      const child = start(options, from, limits)
      const stop = (): void => void child.stop()
      signal.addEventListener('abort', stop, { once: true })
      try {
        for (;;) {
          const { picture, capturedAt, truth, name } = await child.next()
          from++
          falls = 0
          yield { picture, capturedAt, truth, name, key: null }
        }
      } catch (thrown) {
        if (signal.aborted) return
        falls++
        const error = asNabijError(thrown)
        if (!worthAnother(error, falls, limits)) throw error
        options.log('warn', 'camera process lost, starting another', { code: error.code, ...error.params, falls })
      } finally {
        signal.removeEventListener('abort', stop)
        await child.stop()
      }
      const pause = Math.min(limits.longestPause, limits.firstPause * 2 ** (falls - 1))
      await sleep(pause, undefined, { signal }).catch(() => undefined)
    }
  }

  return { mode: 'live', frames }
}

function start({ program, source, sampleFolder = '' }: CameraOptions, from: number, limits: CameraLimits): CameraChild {
  const request = { source, sampleFolder: sampleFolder || null, from, paced: true }
  return startCameraChild(program, request, limits.patience + 1000 / source.perSecond)
}

/** A source that a child refuses to play will be refused by the next one, too. */
function worthAnother(error: NabijError, falls: number, limits: CameraLimits): boolean {
  return error.code === 'NABIJ_CAMERA_LOST' && falls < limits.falls
}
