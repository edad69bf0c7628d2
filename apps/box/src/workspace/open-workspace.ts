import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Accounts, createAccounts } from '@nabij/accounts'
import { argon2Passwords } from '@nabij/adapters/argon2'
import { openBlobs } from '@nabij/adapters/blobs'
import { openDataFolder, retention } from '@nabij/adapters/data-folder'
import { diskGuard } from '@nabij/adapters/disk'
import { dnsAsker, type EgressGate, egressGate, watchEgress } from '@nabij/adapters/egress'
import { openStores, type Stores } from '@nabij/adapters/sqlite'
import { newWebhookSecret } from '@nabij/adapters/webhook'
import { asNabijError, type SampleState } from '@nabij/base'
import type { ModelExecutor } from '@nabij/models'
import { type Clock, createStations, type Executor, type StationsPorts, type Timer } from '@nabij/stations'
import type { Log } from '../supervisor/log.ts'
import { createBackupJobs } from './backup-jobs.ts'
import { createBackups } from './backups.ts'
import { type DropIn, openDropIn } from './drop-in/drop-in.ts'
import { openModels } from './models/model-desk.ts'
import { hourlyLook } from './moves/hourly-look.ts'
import { createMovesDesk } from './moves/moves-desk.ts'
import { openPhotoThumbs } from './photo-thumbs.ts'
import { openRegister, type RegisterPorts } from './register/register-desk.ts'
import { openSink } from './sinks.ts'
import type { EgressReader, Workspace, WorkspaceKind } from './workspace.ts'

export interface WorkspacePorts {
  clock: Clock
  timer: Timer
  log: Log
  executor: Executor & ModelExecutor
  /** How this workspace opens sources, over its own way out. */
  openSources(egress: EgressGate): StationsPorts['openSource']
  /** The USB cameras of this computer. */
  cameras(): Promise<{ address: string; name: string }[]>
  /** How the register reads, knows and typesets. */
  register: Pick<RegisterPorts, 'reader' | 'knowledge' | 'knowledgeProgram' | 'chipProgram' | 'paperProgram'>
  version: string
  startedAt: number
  /** The folder with all data. */
  root: string
  /** Where finished backups lie: outside the data folder, for a restore replaces that. */
  backupsFolder: string
}

/** What a workspace shows that is not in its folder. */
export interface Outside {
  sampleState(): SampleState
  /** The book of what left this device, when it is another workspace's. */
  egress?: EgressReader
}

export interface OpenWorkspace extends Workspace {
  /** Lets acknowledged work finish and closes the folder. */
  stop(): Promise<void>
}

/** One data folder at work: everything that it consists of is opened and tied together here. */
export async function openWorkspace(
  kind: WorkspaceKind,
  path: string,
  outside: Outside,
  ports: WorkspacePorts,
): Promise<OpenWorkspace> {
  const { clock, timer, executor, openSources, cameras, version, startedAt, root, backupsFolder } = ports
  const log: Log = (level, message, fields) => ports.log(level, message, { workspace: kind, ...fields })
  // What was opened last is closed first, also when something after it cannot be opened.
  const opened = new AsyncDisposableStack()
  try {
    const folder = await openDataFolder(path)
    opened.defer(() => folder.close())
    const disk = diskGuard({ folder: path })
    await disk.start()
    opened.defer(() => disk.stop())
    const stores = await openStores({ path: folder.database, clock, requireRoom: disk.requireRoomForVerdict })
    opened.defer(() => stores.close())
    const book = outside.egress ?? stores.egress
    const blobs = await openBlobs({ folder: path, clock, requireRoom: disk.requireRoomForPicture })
    if (!outside.egress) {
      const ledger = stores.egress
      const onUnexpected = (host: string) => log('warn', 'connection outside the gate', { host })
      opened.defer(
        watchEgress({ ledger, clock, onUnexpected, onError: (error) => log('warn', 'egress not recorded', { error }) }),
      )
    }
    const gate = egressGate({
      ledger: stores.egress,
      clock,
      onError: (error) => log('warn', 'egress not recorded', { error }),
    })
    const stationName = async (id: string) => (await stores.stations.get(id))?.name ?? null
    const sink = openSink({ egress: gate, clock, stationName })
    opened.defer(() => sink.close())
    const { keeping } = stores
    const keeper = retention({
      folder,
      keeping,
      files: blobs,
      disk,
      clock,
      onError: (error) => log('warn', 'retention failed', { error }),
    })
    keeper.start()
    opened.defer(() => keeper.stop())
    const backups = createBackups({ folder, stores, backupsFolder, clock })
    const backupJobs = createBackupJobs({ clock, make: backups.make })
    opened.defer(() => backupJobs.stop())
    const { stations: rows, recipes, photos, verdicts, products, corrections, jobs, outputs, verdictLines } = stores
    const thumbs = await openPhotoThumbs({ cache: join(path, 'cache'), photos, blobs, executor })
    const stations = createStations({
      clock,
      timer,
      startOfDay: (at) => new Date(at).setHours(0, 0, 0, 0),
      executor,
      blobs,
      disk,
      stations: rows,
      recipes,
      photos: thumbs.photos,
      verdicts,
      products,
      corrections,
      jobs,
      outputs,
      openSource: openSources(gate),
      sink,
      newSecret: newWebhookSecret,
      log,
    })
    opened.defer(() => stations.stop())
    const register = await openRegister({
      ...ports.register,
      store: stores.register,
      settings: stores.settings,
      files: blobs,
      dns: dnsAsker({ ledger: stores.egress, clock }),
      clock,
      timer,
      version,
      sample: kind === 'sample',
      log,
    })
    opened.defer(() => register.stop())
    const models = openModels({
      store: stores.models,
      blobs,
      executor,
      clock,
      usedAs: async (id) => (await dropIn.list()).find(({ modelId }) => modelId === id)?.model ?? null,
    })
    const dropIn: DropIn = openDropIn({
      settings: stores.settings,
      models,
      store: stores.dropIn,
      stations,
      egress: gate,
      files: blobs,
      register,
      clock,
      onError: (error) => log('warn', 'not compared', { code: asNabijError(error).code }),
    })
    opened.defer(() => dropIn.stop())
    const moves = createMovesDesk({ store: stores.moves, register, dropIn, clock })
    const watch = hourlyLook({ timer, look: moves.look, onError: (error) => log('warn', 'meter not seen', { error }) })
    opened.defer(() => watch.stop())
    await stations.start()

    return {
      kind,
      folder: path,
      stations,
      register,
      models,
      dropIn,
      moves,
      egress: book,
      replies: stores.replies,
      accounts: accountsOf(stores.accounts, clock),
      verdictLines,
      photoThumb: thumbs.of,
      cameras,
      async status() {
        const [egress, lastBackupAt, present] = await Promise.all([book.total(), backups.lastAt(), stations.list()])
        return {
          version,
          workspace: kind,
          startedAt,
          data: root,
          egress,
          lastBackupAt,
          disk: disk.state(),
          executors: executor.status(),
          stations: present.length,
          sample: outside.sampleState(),
        }
      },
      jobs: () => [...stations.jobs(), ...backupJobs.list()].sort((a, b) => b.createdAt - a.createdAt),
      job: (id) => backupJobs.find(id) ?? stations.job(id),
      cancelJob: (id) => (backupJobs.find(id) ? backupJobs.cancel(id) : stations.cancelJob(id)),
      async backUp() {
        return backupJobs.start()
      },
      backups: backups.list,
      backupFile: backups.file,
      listen: backupJobs.listen,
      stop: () => opened.disposeAsync(),
    }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

/** The accounts in a database; the command uses them too, when no box runs. */
export function accountsOf(store: Stores['accounts'], clock: Clock): Accounts {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  return createAccounts({ store, clock, random: randomBytes, digest, password: argon2Passwords() })
}
