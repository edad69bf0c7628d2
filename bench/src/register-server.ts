import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { Agent, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { boxAddress } from './box-address.ts'
import { type Delay, delayOf, watchDelay } from './delay.ts'
import { type Machine, thisMachine } from './machine.ts'
import { type HostileFile, type HostileSizes, makeHostileFiles } from './register-server/hostile-files.ts'

export interface RegisterServerInput {
  /** Path of the `nabij` command. */
  command: string
  sizes?: Partial<HostileSizes>
  /** How long the server is asked while nothing comes in, in milliseconds (5,000). */
  idleMs?: number
  signal: AbortSignal
}

/** While one file came in, or none: milliseconds. */
export interface ServerRow {
  what: HostileFile['what'] | 'idle'
  /** Of the file, in bytes. */
  size: number
  seconds: number
  /** What the command that sent it ended with. */
  code: number | null
  answers: number
  /** Answers that were none. */
  failed: number
  page: Delay
  api: Delay
  /** The server's own thread. */
  server: Delay
  /** The thread that asks: what it is late by is in its figures too. */
  asker: Delay
}

export interface RegisterServerBench {
  machine: Machine
  rows: ServerRow[]
}

const usual: HostileSizes = { packages: 50_000, csv: 1e9, line: 500e6, bomb: 2 ** 32 - 2 ** 20 }
/** Asked in turn, one each `everyMs`, whether the ones before have been answered or not. */
const asked = { page: ['/', '/sample/'], api: ['/healthz', '/api/v1/status', '/api/v1/stations', '/api/v1/jobs'] }
const everyMs = 10

/** How fast the whole box answers while what is too much comes in, beside the same while nothing does. */
export async function benchRegisterServer(input: RegisterServerInput): Promise<RegisterServerBench> {
  const folder = await mkdtemp(join(tmpdir(), 'nabij-bench-'))
  const root = join(folder, 'data')
  const run = (args: string[]) => [input.command, ...args, '--data', root, '--json']
  const probe = new URL('./register-server/loop-probe.ts', import.meta.url).href
  const machine = thisMachine()
  let server: ChildProcess | null = null
  try {
    const files = await makeHostileFiles(folder, { ...usual, ...input.sizes })
    server = spawn(process.execPath, ['--import', probe, ...run(['start', '--port', '0'])], {
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    })
    const address = await boxAddress(server)
    // What is loaded at the first question is not what is measured.
    await Promise.all([...asked.page, ...asked.api].map((path) => ask(address + path)))
    const rows = [await measure(server, address, null, () => wait(input.idleMs ?? 5000, null))]
    for (const { what, path } of files) {
      input.signal.throwIfAborted()
      const sending = () => ended(spawn(process.execPath, run(['register', 'add', path]), { stdio: 'ignore' }))
      rows.push(await measure(server, address, { what, size: (await stat(path)).size }, sending))
      await rm(path)
    }
    return { machine, rows }
  } finally {
    if (server?.exitCode === null) {
      server.kill('SIGTERM')
      await once(server, 'close')
    }
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(
  server: ChildProcess,
  address: string,
  file: { what: HostileFile['what']; size: number } | null,
  work: () => Promise<number | null>,
): Promise<ServerRow> {
  const times = { page: [] as number[], api: [] as number[] }
  let failed = 0
  const done = new AbortController()
  const waiting: Promise<void>[] = []
  await delayOfServer(server)
  const own = watchDelay()
  const began = performance.now()
  const asking = (async () => {
    for (let turn = 0; !done.signal.aborted; turn += 1) {
      const kind = turn % 2 === 0 ? 'page' : 'api'
      const path = asked[kind][(turn >> 1) % asked[kind].length] ?? '/'
      waiting.push(
        ask(address + path).then(
          (ms) => void times[kind].push(ms),
          () => void (failed += 1),
        ),
      )
      await wait(everyMs)
    }
    await Promise.all(waiting)
  })()
  const code = await work()
  const seconds = (performance.now() - began) / 1000
  done.abort()
  await asking
  return {
    what: file?.what ?? 'idle',
    size: file?.size ?? 0,
    seconds,
    code,
    answers: times.page.length + times.api.length,
    failed,
    page: delayOf(times.page),
    api: delayOf(times.api),
    server: await delayOfServer(server),
    asker: own.end(),
  }
}

const agent = new Agent({ keepAlive: true })

/** Milliseconds until the whole answer was there. */
async function ask(url: string, began = performance.now()): Promise<number> {
  const request = get(url, { agent })
  let status: number | undefined
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    status = response.statusCode
    await once(response.resume(), 'end')
  } catch (error) {
    // The server may end an idle connection at the very moment at which it is used again: that is no answer missed.
    if (request.reusedSocket) return ask(url, began)
    throw error
  }
  if (status !== 200) throw new Error(`${url}: ${status}`)
  return performance.now() - began
}

async function delayOfServer(server: ChildProcess): Promise<Delay> {
  server.send('delay')
  const [delay] = (await once(server, 'message')) as [Delay]
  return delay
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null]
  return code
}
