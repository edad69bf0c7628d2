import { createReadStream, readFileSync, statSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { setPriority } from 'node:os'
import { NabijError } from '@nabij/base'
import { cutNetwork } from '../cut-network.ts'
import { endWithParent } from '../end-with-parent.ts'
import type { ReaderAnswer, ReadFile, ReadManner, ReadOrder } from './messages.ts'

interface Options extends ReadManner {
  signal: AbortSignal
}

/** The walk from bytes to findings. */
export interface ReadWork {
  /** Reads one file, once. */
  file(file: { name: string; bytes(): AsyncIterable<Uint8Array> }, options: Options): Promise<ReadFile[]>
  /** Reads a folder as one whole: a repository. */
  tree(tree: { name: string; path: string }, options: Options): Promise<ReadFile[]>
}

const beatMs = 500
/** Findings in one message: the server takes each in within a millisecond or two. */
const atOnce = 200
/** Up to here a file is read in one piece, which is fastest. */
const smallFile = 1 << 20

/**
 * The reader process: answers orders, one after the other, until its parent is gone. It writes nothing anywhere, but for
 * its own code, compiled, before it has seen a file.
 */
export function serveReader(work: ReadWork): void {
  lowerPriority()
  flushCompileCache()
  endWithParent()
  cutNetwork('a reader')
  const never = new AbortController().signal
  let last: Promise<void> = Promise.resolve()
  process.on('message', (order: ReadOrder) => {
    last = last.then(() => carryOut(order))
  })
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  setInterval(() => void tell({ type: 'beat', rss: process.memoryUsage.rss() }), beatMs)
  void tell({ type: 'ready' })

  async function carryOut({ id, name, path, isTree, manner }: ReadOrder): Promise<void> {
    try {
      const bytes = path === null ? () => process.stdin as AsyncIterable<Uint8Array> : () => bytesAt(path)
      const options = { ...manner, signal: never }
      const read = isTree && path !== null ? work.tree({ name, path }, options) : work.file({ name, bytes }, options)
      for (const { findings, questions, ...file } of await read) {
        await tell({ type: 'file', id, file: { ...file, findings: [], questions: [] } })
        for (const piece of pieces(findings)) await tell({ type: 'findings', id, findings: piece })
        for (const piece of pieces(questions)) await tell({ type: 'questions', id, questions: piece })
      }
      await tell({ type: 'done', id })
    } catch (error) {
      // What the file holds may stand in the words of an error that is not ours: those stay here.
      const { code, params } =
        error instanceof NabijError
          ? error
          : new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path: name, reason: kindOf(error), where: name })
      void tell({ type: 'failed', id, code, params })
    }
  }
}

async function* bytesAt(path: string): AsyncGenerator<Uint8Array> {
  const { size } = statSync(path)
  if (size <= smallFile) {
    // A device or a pipe has no size.
    const bytes = size === 0 ? new Uint8Array(0) : readFileSync(path)
    if (bytes.length > 0) yield bytes
    return
  }
  yield* createReadStream(path, { highWaterMark: smallFile }) as AsyncIterable<Uint8Array>
}

/** The other side takes in what it can: we wait for it. */
async function tell(answer: ReaderAnswer): Promise<void> {
  if (!process.send || !process.connected) return
  await new Promise<void>((resolve) => process.send?.(answer, undefined, undefined, () => resolve()))
}

function* pieces<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce)
}

function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : 'error'
}

function lowerPriority(): void {
  try {
    setPriority(10)
  } catch {
    // Not allowed here: it works all the same.
  }
}
