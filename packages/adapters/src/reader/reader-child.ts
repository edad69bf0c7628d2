import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { NabijError } from '@nabij/base'
import type { ReaderAnswer, ReadOrder } from './messages.ts'

export interface ReaderLimits {
  /** Resident memory of the process. */
  memoryMb: number
  /** How long it may be busy without a sign of life: a pattern that never ends. */
  silenceMs: number
  /** How long one file may take altogether. */
  totalMs: number
}

/** What is started for each reading. */
export interface ReaderProgram {
  /** Path of the program that calls `serveReader`, and what it is started with. */
  program: string
  args?: string[]
  /** A folder of its own where its code lies compiled, which halves its start: the one place where it may write. */
  cache?: string
}

export const readerLimits: ReaderLimits = { memoryMb: 1024, silenceMs: 30_000, totalMs: 900_000 }

/** How long its start may take. */
const startMs = 30_000

/** Why the process ended before its work: told to who waits for it. */
export type End = 'memory' | 'silence' | 'time' | 'cancelled' | 'fell'

/** A running reader process. */
export interface ReaderChild {
  readonly pid: number | undefined
  readonly stdin: ChildProcess['stdin']
  order(order: ReadOrder): void
  /** From now on the time of one file is counted. */
  clock(): void
  /** SIGKILL: it holds nothing that could be lost. */
  kill(why: End): void
  /** When it has really ended, with why. */
  readonly gone: Promise<End>
}

export function startReaderChild(
  { program, args = [], cache: wished }: ReaderProgram,
  limits: ReaderLimits,
  hear: (answer: ReaderAnswer) => void,
): ReaderChild {
  const cache = wished === undefined ? undefined : folderAt(wished)
  const child = spawn(process.execPath, [...flags(limits, cache), program, ...args], {
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    env: { ...environment(process.env), ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }) },
    windowsHide: true,
  })
  let why: End = 'fell'
  let heard = performance.now()
  let began = performance.now()
  let outOfHeap = false
  // Starting takes as long as a busy computer makes it: that is no pattern that never ends.
  let patience = Math.max(limits.silenceMs, startMs)
  const kill = (reason: End): void => {
    if (why === 'fell') why = reason
    child.kill('SIGKILL')
  }
  // What it was given to read may be gone before all was written: that is no error of ours.
  child.stdin?.on('error', () => undefined)
  // Its words may hold what stood in the file: only this is looked for, and nothing is kept.
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (/heap out of memory|Array buffer allocation failed/.test(text)) outOfHeap = true
  })
  child.on('message', (answer: ReaderAnswer) => {
    heard = performance.now()
    patience = limits.silenceMs
    if (answer.type === 'beat' && answer.rss > limits.memoryMb * 2 ** 20) kill('memory')
    else if (why === 'fell') hear(answer)
  })
  const watch = setInterval(() => {
    const now = performance.now()
    if (now - heard > patience) kill('silence')
    if (now - began > limits.totalMs) kill('time')
    // Also while it is too busy to say so itself.
    void residentOf(child.pid).then((bytes) => bytes > limits.memoryMb * 2 ** 20 && kill('memory'))
  }, 200)
  const gone = new Promise<End>((resolve) => {
    const end = (): void => {
      clearInterval(watch)
      resolve(why === 'fell' && outOfHeap ? 'memory' : why)
    }
    child.once('error', () => child.pid === undefined && end())
    child.once('close', end)
  })
  if (process.platform === 'linux' && child.pid !== undefined)
    writeFile(`/proc/${child.pid}/oom_score_adj`, '800').catch(() => undefined)
  return {
    pid: child.pid,
    stdin: child.stdin,
    order: (order) => void (child.connected && child.send(order, () => undefined)),
    clock() {
      began = performance.now()
      heard = began
    },
    kill,
    gone,
  }
}

/** What a person reads when a reader was ended. */
export function endError(why: End, path: string, limits: ReaderLimits): NabijError {
  if (why === 'cancelled') return new NabijError('NABIJ_EVIDENCE_CANCELLED', { path })
  if (why === 'memory') return new NabijError('NABIJ_EVIDENCE_LIMIT', { path, limit: `${limits.memoryMb} MB` })
  if (why === 'fell') return new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path, reason: 'reader fell', where: path })
  const ms = why === 'time' ? limits.totalMs : limits.silenceMs
  return new NabijError('NABIJ_EVIDENCE_LIMIT', { path, limit: `${Math.round(ms / 1000)} s` })
}

/**
 * Node's permission model: a reader reads; it starts nothing, and writes nothing but its own compiled code, which no
 * other program loads. The thread watches its parent.
 */
function flags({ memoryMb }: ReaderLimits, cache?: string): string[] {
  return [
    '--permission',
    '--allow-worker',
    '--allow-fs-read=*',
    ...(cache === undefined ? [] : [`--allow-fs-write=${cache}`]),
    '--disable-warning=SecurityWarning',
    `--max-old-space-size=${Math.ceil(memoryMb * 0.6)}`,
  ]
}

/** What a program needs to run at all. No proxies, no tokens, no NODE_OPTIONS. */
function environment(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'TZ', 'SystemRoot', 'LD_LIBRARY_PATH']
  return Object.fromEntries(kept.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]))
}

/** Bytes of resident memory; 0 where the system does not tell. */
async function residentOf(pid: number | undefined): Promise<number> {
  if (process.platform !== 'linux' || pid === undefined) return 0
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(text.split(' ')[1] ?? 0) * 4096
}

/** The folder, there from now on; nothing where it cannot be made: all works without, only slower. */
function folderAt(path: string): string | undefined {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return path
  } catch {
    return undefined
  }
}
