// The program of the threads in which SQL runs. The server's own thread only sends and receives.
import { existsSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { syncFile } from '../safe-files.ts'
import { type Calls, reads, writes } from './calls/index.ts'
import { checkPages, worthChecking } from './check-database.ts'
import { type LocalDatabase, openLocal } from './local-database.ts'
import { migrateDatabase, stepsToTake } from './migrate.ts'
import { fromSqlite } from './sqlite-errors.ts'
import { type Answer, type Request, toPlain, type WorkerStart } from './worker-messages.ts'

const { path, role, copy } = workerData as WorkerStart
const calls: Calls = role === 'writer' ? writes : reads
let local: LocalDatabase | undefined

// On Linux a priority belongs to a thread: the one that serves goes first. Elsewhere it would be that of all of them.
if (process.platform === 'linux' && (role === 'long-reader' || role === 'copier')) setPriority(0, 10)

// The reader opens at its first request: it may start while the writer still makes the file.
// One request after the other: the next begins when the one before has been answered.
let last = answer(0, open)
parentPort?.on('message', (request: Request) => {
  last = last.then(() => (request.call === null ? close() : answer(request.id, () => run(request))))
})

async function open(): Promise<void> {
  if (role === 'checker') {
    checkPages(path)
    stepsToTake(path)
  }
  if (role === 'writer') {
    if (existsSync(path) && worthChecking(path)) checkPages(path)
    await migrateDatabase(path)
    local = openLocal(path)
  }
  if (copy !== undefined) local = await openCopy(copy)
}

async function openCopy(copy: string): Promise<LocalDatabase> {
  const source = openLocal(path, { readOnly: true })
  try {
    source.raw.prepare('vacuum into ?').run(copy)
  } finally {
    source.close()
  }
  await syncFile(copy)
  return openLocal(copy, { readOnly: true })
}

async function run({ call, values }: Request): Promise<unknown> {
  const work = calls[call ?? '']
  if (!work) throw new Error(`the ${role} of the database cannot ${call}`)
  local ??= openLocal(path, { readOnly: true })
  if (role !== 'writer') return work(local.db, ...(values as never[]))
  return local.db.transaction().execute((transaction) => work(transaction, ...(values as never[])))
}

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  let message: Answer
  try {
    message = { id, value: await work() }
  } catch (error) {
    message = { id, error: toPlain(fromSqlite(error, path)) }
  }
  // Bytes change hands: a copy of many of them would hold up the thread that serves.
  const value: unknown = 'value' in message ? message.value : null
  parentPort?.postMessage(message, value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [])
}

function close(): void {
  local?.close()
  parentPort?.close()
}
