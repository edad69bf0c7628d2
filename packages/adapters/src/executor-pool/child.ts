import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import type { Duplex, Readable } from 'node:stream'
import { openChannel } from './channel.ts'
import { Answer, type Order } from './messages.ts'

export interface ChildOptions {
  program: string
  args: string[]
  /** Folders in which the child may write; it reads where it likes. */
  writes: string[]
  /** A child whose resident memory grows beyond this is killed. */
  memoryMb: number
  /** A child that is not ready by then is killed. */
  startMs: number
  /** A child that gives no sign of life for so long is killed. */
  silenceMs: number
}

/** Why a child is gone: it fell (crashed, left, spoke garbage, grew too large), or the pool ended it. */
export interface Loss {
  reason: 'fell' | 'garbage' | 'memory' | 'slow-start' | 'silent' | 'timeout' | 'idle' | 'stopped'
  /** Whether it ever was ready. */
  ready: boolean
  /** For the log: signal or exit code, and the last that it wrote. */
  detail: string
}

export interface ChildEvents {
  onReady(): void
  /** Twice a second: its resident memory in bytes. */
  onMemory?(rss: number): void
  onAnswer(answer: Extract<Answer, { id: number }>, bytes: Uint8Array): void
  /** Once, after the process has really ended. */
  onGone(loss: Loss): void
}

/** A running executor process. */
export interface Child {
  readonly pid: number | undefined
  send(order: Order, bytes: Uint8Array): void
  /** SIGKILL: a child holds nothing that could be lost. Resolves when the process has ended. */
  kill(reason: Loss['reason']): Promise<void>
}

/** Starts an executor process with few rights, little environment and the pipe that it is spoken to through. */
export function startChild(options: ChildOptions, events: ChildEvents): Child {
  const spawned = spawn(process.execPath, [...flags(options), options.program, ...options.args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: environment(process.env),
    windowsHide: true,
  })
  const said = lastWords(spawned)
  let ready = false
  let silent = 0
  let reason: Loss['reason'] = 'fell'
  const kill = (why: Loss['reason']) => {
    if (reason === 'fell') reason = why
    spawned.kill('SIGKILL')
    return gone
  }

  // Out of file descriptors there are no pipes: the error event then tells.
  const pipe = spawned.stdio?.[3] as Duplex | undefined
  const channel =
    pipe &&
    openChannel(
      pipe,
      ({ body, bytes }) => {
        // What it says after it was given up counts no more.
        if (reason !== 'fell') return
        const answer = Answer.safeParse(body)
        if (!answer.success) void kill('garbage')
        else if (answer.data.type === 'beat') {
          silent = 0
          events.onMemory?.(answer.data.rss)
          if (answer.data.rss > options.memoryMb * 2 ** 20) void kill('memory')
        } else if (answer.data.type !== 'ready') events.onAnswer(answer.data, bytes)
        else if (!ready) {
          ready = true
          clearTimeout(starting)
          events.onReady()
        }
      },
      (error) => void kill(error instanceof RangeError ? 'garbage' : 'fell'),
    )
  // Counted in steps, so that a machine that slept is not taken for a child that does not answer.
  const steps = 20
  const listening = setInterval(() => {
    if (ready && ++silent > steps) void kill('silent')
  }, options.silenceMs / steps)
  const starting = setTimeout(() => void kill('slow-start'), options.startMs)

  const gone = new Promise<void>((resolve) => {
    const end = (how: string) => {
      clearTimeout(starting)
      clearInterval(listening)
      resolve()
      events.onGone({ reason, ready, detail: `${how} ${said()}`.trim() })
    }
    spawned.once('error', (error) => spawned.pid === undefined && end(error.message))
    // After `close` all that it still said has been read.
    spawned.once('close', (code, signal) => end(signal ?? `exit code ${code}`))
  })
  sacrificeFirst(spawned)
  return { pid: spawned.pid, send: (order, bytes) => channel?.send(order, bytes), kill }
}

/**
 * Node's permission model: no other programs, no writing but where told. In Node 24 it does not cover the network
 * (serve.ts takes that away), and native code is not held by it: it is a net under mistakes, not a wall against an attacker.
 */
function flags({ writes, memoryMb }: ChildOptions): string[] {
  return [
    '--permission',
    '--allow-addons',
    '--allow-worker',
    '--allow-fs-read=*',
    ...writes.map((folder) => `--allow-fs-write=${folder}`),
    '--disable-warning=SecurityWarning',
    // Pictures and models live outside this heap; the cap on all of the memory is watched by the heartbeat.
    `--max-old-space-size=${Math.ceil(memoryMb / 2)}`,
    // What is new is small (pictures lie outside the heap), and one thread collects enough.
    '--max-semi-space-size=1',
    '--v8-pool-size=1',
  ]
}

/**
 * For glibc: one pool, and what is larger than 128 KB (recipes, pictures) goes back to the system when it is freed. That
 * is also what it begins with, but unless it is told so the first large piece makes it keep all later ones.
 */
const memorySettings = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }

/** What a program needs to run at all. No proxies, no tokens, no NODE_OPTIONS. */
function environment(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'TZ', 'SystemRoot', 'LD_LIBRARY_PATH']
  const own = Object.fromEntries(kept.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]))
  return { ...own, ...memorySettings }
}

/** The end of what the child wrote to stdout and stderr: it says why when a start fails. */
function lastWords(spawned: ChildProcess): () => string {
  let words = ''
  for (const stream of [spawned.stdout, spawned.stderr] as (Readable | undefined)[])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-2000)
    })
  return () => words
}

/** When memory runs out, Linux shall end an executor and not the server. Elsewhere, or when refused, nothing changes. */
function sacrificeFirst({ pid }: ChildProcess): void {
  if (process.platform === 'linux' && pid !== undefined)
    writeFile(`/proc/${pid}/oom_score_adj`, '500').catch(() => undefined)
}
