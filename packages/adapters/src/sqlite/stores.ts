import type { AccountStore } from '@nabij/accounts'
import { type Backup, type Egress, NabijError, type OwnModel } from '@nabij/base'
import type {
  Clock,
  CorrectionStore,
  JobStore,
  OutputStore,
  PhotoStore,
  ProductStore,
  RecipeStore,
  StationStore,
  VerdictRecord,
  Verdicts,
} from '@nabij/stations'
import { accountStore } from './account-store.ts'
import type { Reads, Remote, Writes } from './calls/index.ts'
import type { Kept, KeptPicture } from './calls/keeping.ts'
import type { Reply } from './calls/small.ts'
import type { VerdictLine } from './calls/verdicts.ts'
import { copyDatabase, type DatabaseCopy } from './copy-database.ts'
import { type DropInStore, dropInStore } from './drop-in-store.ts'
import { groupCommit } from './group-commit.ts'
import { type MoveStore, moveStore } from './move-store.ts'
import { stretches } from './paged.ts'
import { type RegisterStore, registerStore } from './register-store.ts'
import { databaseThread } from './worker-client.ts'
import { databaseProgram } from './worker-program.ts'

export interface StoresOptions {
  /** The database file; it is made when it is not there. */
  path: string
  clock: Clock
  /** Called before each verdict is taken in; throws NABIJ_DISK_FULL when even a row is too much (adapters/disk). */
  requireRoom?: () => void
  /** The threads' program, when it does not lie beside this module. */
  program?: URL
}

/** All that is kept in the database of one data folder. */
export interface Stores {
  stations: StationStore
  recipes: RecipeStore
  photos: PhotoStore
  verdicts: Verdicts
  products: ProductStore
  corrections: CorrectionStore
  jobs: JobStore
  outputs: OutputStore
  /** Verdicts of a station recorded in [from, to), in the order in which they were stored, a page at a time. */
  verdictLines(stationId: string, during: { from: number; to: number }): AsyncIterable<VerdictLine>
  egress: EgressStore
  replies: ReplyStore
  backups: BackupStore
  settings: SettingStore
  models: ModelStore
  keeping: Keeping
  accounts: AccountStore
  register: RegisterStore
  dropIn: DropInStore
  moves: MoveStore
  /** A consistent copy of everything, made while writing goes on. */
  copyTo(path: string): Promise<DatabaseCopy>
  /** Ends the threads as a crash would: the next call opens the database again. */
  crash(): Promise<void>
  close(): Promise<void>
}

/** What left this device: `begin` before the connection is made, `add` as bytes are known. */
export interface EgressStore {
  begin(entry: Omit<Egress, 'bytesOut' | 'bytesIn'>): Promise<void>
  add(id: string, bytesOut: number, bytesIn: number): Promise<void>
  list(limit: number): Promise<Egress[]>
  total(): Promise<{ bytes: number; connections: number }>
}

export interface ReplyStore {
  find(key: string, fingerprint: string): Promise<Reply | null>
  store(key: string, fingerprint: string, reply: Reply): Promise<void>
}

export interface BackupStore {
  insert(backup: Backup): Promise<void>
  list(): Promise<Backup[]>
  remove(name: string): Promise<void>
}

export interface SettingStore {
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
}

/** Models that people brought along. */
export interface ModelStore {
  /** The oldest first. */
  list(): Promise<OwnModel[]>
  put(model: OwnModel): Promise<void>
  remove(id: string): Promise<void>
}

/** What retention needs (adapters/data-folder). */
export interface Keeping {
  leastWorthKeeping(what: Kept, limit: number, olderThan?: number[]): Promise<KeptPicture[]>
  forgetPictures(what: Kept, seqs: number[]): Promise<string[]>
  unreferenced(hashes: string[]): Promise<string[]>
  deleteOldRows(times: { verdictsBefore: number; minutesBefore: number }, limit: number): Promise<number>
}

/** A page of the reading thread's time: others get theirs between two. */
const linesAtOnce = 500

/**
 * Opens the database with one thread that writes, one that reads, and one for what takes long to read; no SQL runs in the thread that calls.
 * @throws NabijError NABIJ_DATABASE_DAMAGED, NABIJ_DATABASE_NEWER, NABIJ_DISK_FULL …
 */
export async function openStores({ path, clock, requireRoom, program }: StoresOptions): Promise<Stores> {
  const url = program ?? databaseProgram()
  const writer = databaseThread<Writes>(url, { path, role: 'writer' })
  const reader = databaseThread<Reads>(url, { path, role: 'reader' })
  // What takes long, and what a page asks need not wait for: a thread that starts when it is first needed.
  const longReader = databaseThread<Reads>(url, { path, role: 'long-reader' })
  try {
    await Promise.all([writer.opened(), reader.opened()])
  } catch (error) {
    await Promise.all([writer.close(), reader.close()])
    throw error
  }
  return {
    ...stores(reader.call, writer.call, clock, requireRoom),
    register: registerStore(reader.call, writer.call, longReader.call),
    copyTo: (copy) => copyDatabase(path, copy, url),
    async crash() {
      await Promise.all([writer, reader, longReader].map((thread) => thread.terminate()))
    },
    async close() {
      await Promise.all([reader.close(), longReader.close()])
      await writer.close()
    },
  }
}

function stores(read: Remote<Reads>, write: Remote<Writes>, clock: Clock, requireRoom?: () => void) {
  return {
    stations: {
      list: () => read('listStations'),
      get: (id) => read('getStation', id),
      insert: (row) => write('insertStation', row),
      update: (id, change) => write('updateStation', id, change),
      remove: (id) => write('removeStation', id, clock()),
    } satisfies StationStore,
    recipes: {
      list: (stationId) => read('listRecipes', stationId),
      get: (id) => read('getRecipe', id),
      insert: (row, active) => write('insertRecipe', row, active),
      active: (stationId) => read('activeRecipes', stationId),
      activate: (stationId, recipeId) => write('activateRecipe', stationId, recipeId),
    } satisfies RecipeStore,
    photos: {
      list: (stationId) => read('listPhotos', stationId),
      get: (id) => read('getPhoto', id),
      insert: (photo) => write('insertPhoto', photo),
      update: (id, change) => write('updatePhoto', id, change),
      say: (id, word) => write('sayOfPhoto', id, word),
      unsay: (id) => write('unsayOfPhoto', id),
      remove: (id) => write('removePhoto', id),
    } satisfies PhotoStore,
    verdicts: verdictStore(read, write, requireRoom),
    verdictLines: (stationId: string, during: { from: number; to: number }) =>
      stretches((after) => read('stationLines', stationId, during, after, linesAtOnce)),
    products: {
      list: (stationId) => read('listProducts', stationId),
      insert: (stationId, product) => write('insertProduct', stationId, product),
      update: (id, change) => write('updateProduct', id, change),
      remove: (id) => write('removeProduct', id),
    } satisfies ProductStore,
    corrections: {
      list: (stationId) => read('listCorrections', stationId),
      get: (id) => read('getCorrection', id),
      insert: (correction) => write('insertCorrection', correction),
      update: (id, change) => write('updateCorrection', id, change),
    } satisfies CorrectionStore,
    jobs: {
      list: () => read('listTeachJobs'),
      insert: (row) => write('insertTeachJob', row),
      remove: (id) => write('removeTeachJob', id),
    } satisfies JobStore,
    outputs: {
      list: (stationId) => read('listOutputs', stationId),
      all: () => read('allOutputs'),
      insert: (row) => write('insertOutput', row),
      update: (id, config) => write('updateOutput', id, config),
      remove: (id) => write('removeOutput', id),
      next: (outputId) => read('nextMessage', outputId),
      sent: (outputId, seq, at) => write('messageSent', outputId, seq, at),
      failed: (outputId, problem) => write('messageFailed', outputId, problem),
    } satisfies OutputStore,
    egress: {
      begin: (entry) => write('beginEgress', entry),
      add: (id, bytesOut, bytesIn) => write('addEgressBytes', id, bytesOut, bytesIn),
      list: (limit) => read('listEgress', limit),
      total: () => read('egressTotal'),
    } satisfies EgressStore,
    replies: {
      find: (key, fingerprint) => read('findReply', key, fingerprint, clock()),
      store: (key, fingerprint, reply) => write('storeReply', key, fingerprint, reply, clock()),
    } satisfies ReplyStore,
    backups: {
      insert: (backup) => write('insertBackup', backup),
      list: () => read('listBackups'),
      remove: (name) => write('removeBackup', name),
    } satisfies BackupStore,
    settings: {
      get: (name) => read('getSetting', name),
      set: (name, value) => write('setSetting', name, value),
    } satisfies SettingStore,
    models: {
      list: () => read('listModels'),
      put: (model) => write('putModel', model),
      remove: (id) => write('removeModel', id),
    } satisfies ModelStore,
    keeping: {
      leastWorthKeeping: (what, limit, olderThan) => read('leastWorthKeeping', what, limit, olderThan),
      forgetPictures: (what, seqs) => write('forgetPictures', what, seqs),
      unreferenced: (hashes) => read('unreferenced', hashes),
      deleteOldRows: (times, limit) => write('deleteOldRows', times, limit),
    } satisfies Keeping,
    accounts: accountStore(read, write),
    dropIn: dropInStore(read, write),
    moves: moveStore(read, write),
  }
}

function verdictStore(read: Remote<Reads>, write: Remote<Writes>, requireRoom?: () => void): Verdicts {
  const commit = groupCommit((records: VerdictRecord[]) => write('recordVerdicts', records))
  return {
    async record(record) {
      requireRoom?.()
      const stored = await commit(record)
      if (!stored) throw new NabijError('NABIJ_NOT_FOUND', { what: record.stationId })
      return stored
    },
    byKey: (stationId, key) => read('verdictByKey', stationId, key),
    get: (id) => read('getVerdict', id),
    evidence: (id) => read('evidence', id),
    setFeedback: (id, feedback) => write('setFeedback', id, feedback),
    overview: (stationId, from, to) => read('overview', stationId, from, to),
    list: (query) => read('listVerdicts', query),
    since: (seq, limit) => read('verdictsSince', seq, limit),
    lastSeq: () => read('lastSeq'),
    counts: (stationId, from) => read('counts', stationId, from),
    addDropped: (stationId, at, dropped) =>
      write('addToRollUps', [{ stationId, at, verdict: null, score: null, dropped }]),
    series: (stationId, from, to, bucket) => read('series', stationId, from, to, bucket),
  }
}
