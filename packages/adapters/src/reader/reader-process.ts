import { once } from 'node:events'
import type { NabijError } from '@nabij/base'
import { type ReaderAnswer, type ReadFile, type ReadManner, toldError } from './messages.ts'
import {
  endError,
  type ReaderChild,
  type ReaderLimits,
  type ReaderProgram,
  readerLimits,
  startReaderChild,
} from './reader-child.ts'

export interface ReaderOptions extends ReaderProgram {
  limits?: Partial<ReaderLimits>
}

export interface Reading extends Omit<ReadManner, 'own'> {
  own?: string[]
  signal?: AbortSignal
}

/** A file on disk, or a folder that is read as one whole. */
export interface PathToRead {
  name: string
  path: string
  isTree?: boolean
}

/** What came of a file on disk. */
export type Outcome = { name: string; read: ReadFile[]; error: null } | { name: string; read: null; error: NabijError }

/** Files on their way at the same time, so that the process never waits for us. */
const under = 64

/**
 * Reads one file in a process of its own, which ends with it. The bytes go through a pipe: they never lie on a disk.
 * @throws NabijError NABIJ_EVIDENCE_…, also LIMIT when it took too much and CANCELLED when the signal says so
 */
export async function readUpload(
  options: ReaderOptions,
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
  { signal, own = [], ...rest }: Reading,
): Promise<ReadFile[]> {
  const limits = { ...readerLimits, ...options.limits }
  const manner = { ...rest, own }
  const read: ReadFile[] = []
  const ended = Promise.withResolvers<void>()
  ended.promise.catch(() => undefined)
  const child = startReaderChild(options, limits, (answer) => {
    takeIn(read, answer)
    if (answer.type === 'done') ended.resolve()
    if (answer.type === 'failed') ended.reject(toldError(answer.code, answer.params))
  })
  const cancel = (): void => child.kill('cancelled')
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted) cancel()
  void child.gone.then((why) => ended.reject(endError(why, file.name, limits)))
  try {
    child.order({ id: 1, name: file.name, path: null, isTree: false, manner })
    // It may know enough, or refuse, before all has come; what then fails of the sending is of no interest.
    await Promise.race([Promise.all([pour(file.bytes, child), ended.promise]), ended.promise])
    return read
  } finally {
    signal?.removeEventListener('abort', cancel)
    child.kill('cancelled')
    await child.gone
  }
}

async function pour(bytes: AsyncIterable<Uint8Array>, { stdin, gone }: ReaderChild): Promise<void> {
  if (!stdin) return
  for await (const chunk of bytes) {
    if (!stdin.writable) return
    if (!stdin.write(chunk)) await Promise.race([once(stdin, 'drain').catch(() => undefined), gone])
  }
  stdin.end()
}

/**
 * Reads many files, one after the other, in one process; one that had to be ended is told of its file, and another goes
 * on with the next. The process is started before the first file is asked for: finding files takes time too.
 */
export async function* readPaths(
  options: ReaderOptions,
  files: Iterable<PathToRead>,
  { signal, own = [], ...rest }: Reading,
): AsyncGenerator<Outcome> {
  const limits = { ...readerLimits, ...options.limits }
  const manner = { ...rest, own }
  const source = files[Symbol.iterator]()
  const waiting: (Required<PathToRead> & { id: number; read: ReadFile[] })[] = []
  let ready: Outcome[] = []
  let wake = (): void => undefined
  let running: ReaderChild | null = null
  let nextId = 1
  let exhausted = false

  const start = (): ReaderChild => {
    const started = startReaderChild(options, limits, (answer) => hear(started, answer))
    for (const { read: _, ...one } of waiting) started.order({ ...one, manner })
    void afterwards(started)
    return started
  }
  const afterwards = async (started: ReaderChild): Promise<void> => {
    const why = await started.gone
    if (running !== started) return
    running = null
    const first = waiting.shift()
    if (first) ready.push({ name: first.name, read: null, error: endError(why, first.name, limits) })
    for (const one of waiting) one.read = []
    wake()
  }
  const hear = (from: ReaderChild, answer: ReaderAnswer): void => {
    const first = waiting[0]
    if (!first || answer.type === 'ready' || answer.type === 'beat' || answer.id !== first.id) return
    takeIn(first.read, answer)
    if (answer.type !== 'done' && answer.type !== 'failed') return
    waiting.shift()
    from.clock()
    ready.push(
      answer.type === 'done'
        ? { name: first.name, read: first.read, error: null }
        : { name: first.name, read: null, error: toldError(answer.code, answer.params) },
    )
    wake()
  }
  const cancel = (): void => {
    running?.kill('cancelled')
    wake()
  }
  const end = async (): Promise<void> => {
    const last = running
    running = null
    last?.kill('cancelled')
    await last?.gone
  }
  signal?.addEventListener('abort', cancel)
  try {
    signal?.throwIfAborted()
    running = start()
    for (;;) {
      signal?.throwIfAborted()
      const isIdle = waiting.length === 0
      while (!exhausted && waiting.length < under) {
        const { value, done } = source.next()
        exhausted = done === true
        if (done) break
        const one = { isTree: false, ...value, id: nextId++, read: [] }
        waiting.push(one)
        running?.order({ id: one.id, name: one.name, path: one.path, isTree: one.isTree, manner })
      }
      if (waiting.length > 0) running ??= start()
      // However long it took to find the file: the reader had nothing to do.
      if (isIdle) running?.clock()
      const come = ready
      ready = []
      yield* come
      if (come.length > 0) continue
      if (waiting.length === 0) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    signal?.removeEventListener('abort', cancel)
    await end()
  }
}

function takeIn(read: ReadFile[], answer: ReaderAnswer): void {
  if (answer.type === 'file') read.push({ ...answer.file, findings: [], questions: [] })
  const last = read.at(-1)
  if (answer.type === 'findings') last?.findings.push(...answer.findings)
  if (answer.type === 'questions') last?.questions.push(...answer.questions)
}
