import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Certificate, givenCertificate, ownCertificate } from '@nabij/adapters/certificate'
import { lockFolder, unpackBackup } from '@nabij/adapters/data-folder'
import { startExecutorPool } from '@nabij/adapters/executor-pool'
import { listCameras } from '@nabij/adapters/ffmpeg'
import { checkDatabase } from '@nabij/adapters/sqlite'
import { NabijError } from '@nabij/base'
import type { Installation } from '../installation.ts'
import { createApp, isLoopback, listen, ownAddresses, ownNames } from '../server/index.ts'
import { sweepBackups } from '../workspace/backups.ts'
import { furnishRegister } from '../workspace/furnish-register.ts'
import { furnishSample } from '../workspace/furnish-sample.ts'
import { openWorkspace } from '../workspace/open-workspace.ts'
import { sampleStations } from '../workspace/sample-stations.ts'
import { ffmpegProgram, sourceOpener } from '../workspace/sources.ts'
import { openWorkspaces } from '../workspace/workspaces.ts'
import { watchFalls } from './falls.ts'
import { openLog } from './log.ts'
import { makeRoot } from './root.ts'
import { removeRunning, writeRunning } from './running.ts'

export interface BoxOptions {
  /** The folder with all data. */
  root: string
  installation: Installation
  /** 0 takes any that is free; one that is taken is followed by the next. */
  port: number
  host: string
  /** PEM files, for listening beyond this computer; the box makes its own when there are none. */
  certificate?: { cert: string; key: string } | undefined
}

export interface Box {
  address: string
  /** What others on the network see; null when they see nothing. */
  beyond: { addresses: string[]; certificate: Certificate } | null
  /** Clean: what was acknowledged is safe, children are gone, the folder is free. */
  stop(): Promise<void>
}

/** Wires the whole box, top to bottom: this is the one place that knows all of its parts. */
export async function startBox({ root, installation, port, host, certificate: files }: BoxOptions): Promise<Box> {
  const clock = Date.now
  const timer = (ms: number, action: () => void) => {
    const timeout = setTimeout(action, ms)
    return () => clearTimeout(timeout)
  }
  const startedAt = clock()
  const { version } = installation
  // What was opened last is closed first, also when something after it fails.
  const opened = new AsyncDisposableStack()
  try {
    await makeRoot(root)
    const lock = lockFolder(root)
    opened.defer(() => lock.release())
    const { log, close } = openLog(join(root, 'log'))
    opened.defer(close)
    opened.defer(watchFalls(log))
    const backupsFolder = join(root, 'backups')
    await sweepBackups(backupsFolder)
    // Can be made again at any time: no backup takes it along.
    const cache = join(root, 'cache')
    await mkdir(cache, { recursive: true, mode: 0o700 })
    const executor = startExecutorPool({
      program: installation.executorProgram,
      // One core stays for the server, and so for the page.
      executors: Math.max(1, availableParallelism() - 1),
      model: installation.model,
      cache,
      log,
    })
    opened.defer(() => executor.stop())
    const plan = sampleStations(installation)
    const workspaces = await openWorkspaces({
      root,
      clock,
      timer,
      log,
      open: (kind, folder, outside) =>
        openWorkspace(kind, folder, outside, {
          clock,
          timer,
          log,
          executor,
          openSources: (egress) => sourceOpener({ installation, clock, log, egress }),
          register: {
            reader: { program: installation.readerProgram, cache: installation.compiledReader },
            knowledge: installation.knowledge,
            paperProgram: installation.paperProgram,
            knowledgeProgram: installation.knowledgeProgram,
            chipProgram: installation.chipProgram,
          },
          cameras: () => listCameras({ ffmpeg: ffmpegProgram() }),
          version,
          startedAt,
          root,
          backupsFolder,
        }),
      unpack: (archive, folder) => unpackBackup(archive, folder, { checkDatabase }),
      furnish: async ({ stations, register }) => {
        const year = new Date(clock()).getFullYear()
        // One does not wait for the other, nor does one that fails take the other along.
        const both = [furnishRegister(register, { root: installation.root, year }), furnishSample(stations, plan)]
        const failed = (await Promise.allSettled(both)).find(({ status }) => status === 'rejected')
        if (failed?.status === 'rejected') throw failed.reason
      },
    })
    opened.defer(() => workspaces.stop())
    const beyond = !isLoopback(host)
    if (beyond && !(await workspaces.own().accounts.hasOwner())) throw new NabijError('NABIJ_OWNER_NEEDED')
    const certificate = beyond ? await certificateOf(root, files, clock()) : null
    const localKey = randomBytes(32).toString('base64url')
    const app = createApp({ workspaces, pageFolder: installation.web, version, log, clock, localKey })
    const server = await listen(app, { host, port, grace: 1500, ...(certificate ? { certificate } : {}) })
    opened.defer(() => server.stop())
    writeRunning(root, { address: server.address, pid: process.pid, key: localKey })
    opened.defer(() => removeRunning(root, process.pid))
    log('info', 'started', { address: server.address, version, node: process.version })
    opened.defer(() => log('info', 'stopping'))
    return {
      address: server.address,
      beyond: certificate && { addresses: addressesOf(host, certificate, server.port), certificate },
      stop: () => opened.disposeAsync(),
    }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

function certificateOf(root: string, files: BoxOptions['certificate'], now: number): Promise<Certificate> {
  if (files) return givenCertificate(files.cert, files.key, now)
  const names = ['localhost', ...ownNames(), '127.0.0.1', '::1', ...ownAddresses()]
  return ownCertificate(join(root, 'tls'), [...new Set(names)], now)
}

/** What others type: names that a given certificate bears, else the addresses. */
function addressesOf(host: string, { own, hosts }: Certificate, port: number): string[] {
  const all = host === '0.0.0.0' || host === '::' ? ownAddresses() : [host]
  const names = own || hosts.length === 0 ? all : hosts
  return names.map((name) => `https://${name.includes(':') ? `[${name}]` : name}:${port}`)
}
