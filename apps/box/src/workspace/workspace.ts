import type { Accounts } from '@nabij/accounts'
import type { Backup, Egress, Job, SampleState, Status, Verdict } from '@nabij/base'
import type { Stations } from '@nabij/stations'
import type { DropIn } from './drop-in/drop-in.ts'
import type { ModelDesk } from './models/model-desk.ts'
import type { MovesDesk } from './moves/moves-desk.ts'
import type { RegisterDesk } from './register/register-desk.ts'

export type WorkspaceKind = 'own' | 'sample'

/** What left this device, newest first, and all of it added up. */
export interface EgressReader {
  list(limit: number): Promise<Egress[]>
  total(): Promise<Status['egress']>
}

/** Answers that were given to a request with an idempotency key, kept for a day. */
export interface Replies {
  /** The stored answer; null when the key is new. A key with another `fingerprint` is another request: NABIJ_KEY_REUSED. */
  find(key: string, fingerprint: string): Promise<{ status: number; body: string } | null>
  store(key: string, fingerprint: string, reply: { status: number; body: string }): Promise<void>
}

/** A stretch of time, epoch milliseconds: [from, to). */
export interface During {
  from: number
  to: number
}

/** A stored verdict with the key of its part. */
export interface VerdictLine {
  verdict: Verdict
  key: string | null
}

/** One data folder at work: the company's own, or the sample company's. */
export interface Workspace {
  readonly kind: WorkspaceKind
  readonly folder: string
  readonly stations: Stations
  /** What the company depends on. */
  readonly register: Omit<RegisterDesk, 'stop'>
  /** Models that people brought along. */
  readonly models: ModelDesk
  /** Old programs of cloud services, answered by the stations. */
  readonly dropIn: DropIn
  /** Leaving what the company depends on. */
  readonly moves: MovesDesk
  readonly egress: EgressReader
  readonly replies: Replies
  /** Who may come in; those of the own workspace are those of the box. */
  readonly accounts: Accounts
  /** All verdicts of a station in a stretch of time, oldest first; never more than a page of them is in memory. */
  verdictLines(stationId: string, during: During): AsyncIterable<VerdictLine>
  /** A small JPEG of a photo. @throws NabijError NABIJ_NOT_FOUND, NABIJ_PICTURE_… */
  photoThumb(photoId: string): Promise<Uint8Array>
  /** USB cameras of this computer. @throws NabijError NABIJ_FFMPEG_… */
  cameras(): Promise<{ address: string; name: string }[]>
  status(): Promise<Status>
  /** Long work of every kind, newest first. */
  jobs(): Job[]
  job(id: string): Job
  cancelJob(id: string): Promise<Job>
  backUp(): Promise<Job>
  backups(): Promise<Backup[]>
  /** Path of a finished backup. */
  backupFile(name: string): Promise<string>
  /** Calls the listener for each change of a job that is not the stations' own. */
  listen(listener: (job: Job) => void): () => void
}

/** The workspaces of this box. */
export interface Workspaces {
  /** The company's own; another object after a restore. */
  own(): Workspace
  /** Wakes the sample, and makes it when it is not there. It falls asleep when nobody has asked for a while. */
  sample(): Promise<Workspace>
  sampleState(): SampleState
  deleteSample(): Promise<void>
  /** Checks the archive, then puts it in the place of the own workspace; what was there is kept beside it. */
  restore(archive: AsyncIterable<Uint8Array>): Promise<void>
  stop(): Promise<void>
}
