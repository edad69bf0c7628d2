import { spawn } from 'node:child_process'
import { NabijError } from '@nabij/base'
import type { CameraAddress } from './address.ts'
import { commandLine, type Wish } from './command-line.ts'
import { environment } from './find-ffmpeg.ts'
import { isUncompressed, reasonOf } from './reasons.ts'
import { jpegSplitter } from './split-jpegs.ts'

export interface CameraPicture {
  picture: Uint8Array
  /** When its first byte came; performance.now(). */
  begunAt: number
  /** Epoch milliseconds. */
  capturedAt: number
}

export interface CameraStream {
  readonly pid: number | undefined
  /** Resolves with the reason when no more pictures will come, after the process has ended. */
  readonly ended: Promise<NabijError>
  /** What it said shows that the camera must be asked for another kind of picture. */
  wantsUncompressed(): boolean
  /** SIGKILL: it holds nothing that could be lost. Resolves when the process has ended. */
  stop(why?: NabijError): Promise<void>
}

export interface StreamOptions {
  program: string
  address: CameraAddress
  wish: Wish
  onPicture(picture: CameraPicture): void
  /** Longest pause between two pictures before the stream counts as dead; the first may take `patienceMs` more. */
  silenceMs: number
  patienceMs: number
}

/** Nothing new came for so many milliseconds. */
export function standsStill(address: CameraAddress, ms: number): NabijError {
  return new NabijError('NABIJ_CAMERA_SILENT', { host: address.name, seconds: Math.round(ms / 1000) })
}

/**
 * One ffmpeg that watches one camera. Its output is read as it comes, so that nothing old waits in a pipe.
 * It ends by itself when nobody reads any more: a server that is killed leaves none behind.
 */
export function startStream(options: StreamOptions): CameraStream {
  const { address, onPicture, silenceMs, patienceMs } = options
  const { args, stdin } = commandLine(address, options.wish)
  const child = spawn(options.program, args, {
    stdio: [stdin === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    env: environment(),
    windowsHide: true,
  })
  // A child that is gone before it has read the address tells so by its end.
  child.stdin?.on('error', () => undefined).end(stdin)

  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-8000)
  })

  let end: NabijError | null = null
  const kill = (why: NabijError | null): void => {
    end ??= why
    child.kill('SIGKILL')
  }
  const firstMs = silenceMs + patienceMs
  let watchdog = setTimeout(() => kill(standsStill(address, firstMs)), firstMs)

  const split = jpegSplitter()
  child.stdout?.on('data', (bytes: Uint8Array) => {
    if (end) return
    try {
      for (const { picture, begunAt } of split.push(bytes, performance.now())) {
        clearTimeout(watchdog)
        watchdog = setTimeout(() => kill(standsStill(address, silenceMs)), silenceMs)
        onPicture({ picture, begunAt, capturedAt: Date.now() })
      }
    } catch (error) {
      kill(new NabijError('NABIJ_CAMERA_NO_PICTURE', { host: address.name }, error))
    }
  })

  const ended = new Promise<NabijError>((resolve) => {
    const leave = (reason: NabijError): void => {
      clearTimeout(watchdog)
      resolve(end ?? reason)
    }
    child.on('error', (error) => {
      if (child.pid === undefined) leave(new NabijError('NABIJ_FFMPEG_MISSING', {}, error))
    })
    child.once('close', (code, signal) => leave(reasonOf(said, signal ?? `exit code ${code}`, address)))
  })

  return {
    pid: child.pid,
    ended,
    wantsUncompressed: () => isUncompressed(said),
    async stop(why) {
      kill(why ?? null)
      await ended
    },
  }
}
