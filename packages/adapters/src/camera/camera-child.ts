import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { NabijError } from '@nabij/base'
import { ask, type CameraAnswer, type CameraRequest, readAnswer, toldError } from './messages.ts'

export type Taken = Extract<CameraAnswer, { type: 'picture' }>

/** A running camera process. */
export interface CameraChild {
  readonly pid: number | undefined
  /**
   * The next picture. One call at a time.
   * @throws NabijError NABIJ_CAMERA_LOST when the process is gone, speaks nonsense or does not answer in time; the
   * error that it names when it cannot play the source.
   */
  next(): Promise<Taken>
  /** SIGKILL: it holds nothing that could be lost. Resolves when the process has ended. */
  stop(): Promise<void>
}

export function startCameraChild(program: string, request: CameraRequest, patienceMs: number): CameraChild {
  const child = spawn(process.execPath, [...flags, program, JSON.stringify(request)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: environment(process.env),
    windowsHide: true,
  })
  const said = lastWords(child)
  let waiting: { resolve(picture: Taken): void; reject(error: unknown): void } | null = null
  let end: NabijError | null = null

  const fail = (error: NabijError): void => {
    end ??= error
    waiting?.reject(end)
    waiting = null
  }
  const gone = new Promise<void>((resolve) => {
    const leave = (how: string): void => {
      fail(new NabijError('NABIJ_CAMERA_LOST', { detail: `${how} ${said()}`.trim() }))
      resolve()
    }
    child.on('error', (error) => child.pid === undefined && leave(error.message))
    child.once('close', (code, signal) => leave(signal ?? `exit code ${code}`))
  })
  child.on('message', (message) => {
    const answer = readAnswer(message)
    if (answer?.type === 'picture') {
      waiting?.resolve(answer)
      waiting = null
      return
    }
    fail(answer ? toldError(answer) : new NabijError('NABIJ_CAMERA_LOST', { detail: 'it spoke nonsense' }))
    child.kill('SIGKILL')
  })

  return {
    pid: child.pid,
    async next() {
      if (end) throw end
      const answer = new Promise<Taken>((resolve, reject) => {
        waiting = { resolve, reject }
      })
      const impatience = setTimeout(() => {
        fail(new NabijError('NABIJ_CAMERA_LOST', { detail: `no picture for ${patienceMs} ms` }))
        child.kill('SIGKILL')
      }, patienceMs)
      // A channel that is closed already ends in `close`, which tells more than this error.
      if (child.connected) child.send(ask, () => undefined)
      return answer.finally(() => clearTimeout(impatience))
    },
    stop() {
      child.kill('SIGKILL')
      return gone
    },
  }
}

/** Node's permission model: a camera reads, it writes nothing and starts nothing. */
const flags = [
  '--permission',
  '--allow-addons',
  '--allow-fs-read=*',
  '--disable-warning=SecurityWarning',
  '--max-old-space-size=256',
]

/** What a program needs to run at all. No proxies, no tokens, no NODE_OPTIONS. */
function environment(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'TZ', 'SystemRoot', 'LD_LIBRARY_PATH']
  return Object.fromEntries(kept.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]))
}

/** The end of what the child wrote to stdout and stderr: it says why when a start fails. */
function lastWords(child: ChildProcess): () => string {
  let words = ''
  for (const stream of [child.stdout, child.stderr] as (Readable | null)[]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-1000)
    })
  }
  return () => words
}
