import type { Counts, Photo, RecipeFacts, Region, ScorePoint, Truth, Verdict, VerdictWord } from '@nabij/base'

/** Epoch milliseconds. */
export type Clock = () => number

/** Calls `action` once after `ms` milliseconds; the returned function calls it off. Elapsed time, not the wall clock. */
export type Timer = (ms: number, action: () => void) => () => void

/** One compressed picture from a source. */
export interface Frame {
  picture: Uint8Array
  capturedAt: number
  /** Name of the file or part, if any. */
  name: string | null
  /** The same key is the same part: it is judged and stored once. */
  key: string | null
  truth: Truth | null
}

/**
 * Port: where pictures come from.
 * live: only the newest picture matters, older ones that wait are dropped and counted;
 * triggered: each picture is a part, none is dropped, `taken` is called once its verdict is stored.
 */
export interface FrameSource {
  readonly mode: 'live' | 'triggered'
  /** Ends when the signal aborts; throws NabijError when the source is lost. */
  frames(signal: AbortSignal): AsyncIterable<SourceFrame>
}

export interface SourceFrame extends Frame {
  /** Called after the verdict on this frame has been stored (a watched folder then forgets the file). */
  taken?(): Promise<void>
}

/** A recipe on disk: the executor opens it by path and keeps it by hash. */
export interface RecipeFile {
  sha256: string
  path: string
}

/** What an executor answers about one picture. */
export interface Inspection {
  score: number
  regions: Region[]
  /** Size of the picture in pixels, after turning by EXIF. */
  width: number
  height: number
  /** The anomaly map as an 8-bit grey PNG of 64 × 64 (255 is 1.0). */
  map: Uint8Array
  ms: { decode: number; model: number; total: number }
}

export interface PhotoFile {
  id: string
  path: string
}

export interface TeachProgress {
  step: 'reading' | 'learning' | 'checking' | 'saving'
  done: number
  total: number
}

export interface PictureFacts {
  format: string
  width: number
  height: number
}

/** Port: decodes pictures and runs models, somewhere that may crash without harm. */
export interface Executor {
  /** @throws NabijError NABIJ_PICTURE_…, NABIJ_RECIPE_…, or NABIJ_EXECUTOR_LOST after its retry. */
  inspect(recipe: RecipeFile, picture: Uint8Array): Promise<Inspection>
  /** Reads the header and decodes once, so that a bad photo is refused when it is offered. */
  examine(picture: Uint8Array): Promise<PictureFacts>
  /** Writes the recipe to `out` (complete, or not at all). Aborting ends the work at once. */
  teach(
    photos: PhotoFile[],
    out: string,
    onProgress: (progress: TeachProgress) => void,
    signal: AbortSignal,
  ): Promise<RecipeFacts>
  /** Reads and checks a recipe file, and only then tries it on a grey picture. @throws NabijError NABIJ_RECIPE_… */
  readRecipe(path: string): Promise<RecipeFacts>
  status(): { running: number; restarts: number }
  stop(): Promise<void>
}

/** Port: content-addressed files; `put` returns after the bytes are safe on disk. */
export interface Blobs {
  put(bytes: Uint8Array): Promise<string>
  /** Takes over a file that lies on the same disk (rename). */
  adopt(path: string): Promise<{ sha256: string; bytes: number }>
  get(sha256: string): Promise<Uint8Array | null>
  /** Path of the blob, for children that read it. */
  path(sha256: string): string
  /** A new path for a file that will be adopted; what is left there is swept at the next start. */
  temporary(): string
}

export interface StationRow {
  id: string
  name: string
  source: string
  stopped: boolean
  createdAt: number
}

export interface RecipeRow {
  id: string
  stationId: string
  version: number
  createdAt: number
  sha256: string
  bytes: number
  facts: RecipeFacts
}

export interface VerdictRecord {
  id: string
  stationId: string
  recipeId: string | null
  key: string | null
  verdict: VerdictWord
  reason: string | null
  score: number | null
  limit: number | null
  regions: Region[]
  capturedAt: number
  recordedAt: number
  name: string | null
  width: number | null
  height: number | null
  frame: string | null
  map: string | null
  truth: Truth | null
  ms: Verdict['ms']
}

export interface VerdictQuery {
  stationId: string
  verdict?: VerdictWord
  /** Only verdicts with a smaller seq: for paging. */
  before?: number
  limit: number
}

/** Port: the stored verdicts. `record` returns after the verdict is safe on disk (grouped commits). */
export interface Verdicts {
  /** Stores verdict, evidence, event and roll-up in one transaction; a key that is there already returns the stored one. */
  record(record: VerdictRecord): Promise<Verdict>
  byKey(stationId: string, key: string): Promise<Verdict | null>
  get(id: string): Promise<Verdict | null>
  /** Hashes of frame and map, null when not kept. */
  evidence(id: string): Promise<{ frame: string | null; map: string | null } | null>
  list(query: VerdictQuery): Promise<Verdict[]>
  /** Events after `seq`, oldest first. */
  since(seq: number, limit: number): Promise<Verdict[]>
  lastSeq(): Promise<number>
  counts(stationId: string, from: number): Promise<Counts>
  addDropped(stationId: string, at: number, dropped: number): Promise<void>
  /** The score line from the roll-ups: `bucket` is minute or hour. */
  series(stationId: string, from: number, to: number, bucket: 'minute' | 'hour'): Promise<ScorePoint[]>
}

export interface StationStore {
  list(): Promise<StationRow[]>
  get(id: string): Promise<StationRow | null>
  insert(row: StationRow): Promise<void>
  update(id: string, change: Partial<Omit<StationRow, 'id'>>): Promise<void>
  /** Removes the station with its photos, recipes and verdicts. */
  remove(id: string): Promise<void>
}

export interface RecipeStore {
  list(stationId: string): Promise<RecipeRow[]>
  get(id: string): Promise<RecipeRow | null>
  /** Stores it as the next version and makes it the active one. */
  insert(row: Omit<RecipeRow, 'version'>): Promise<RecipeRow>
  active(stationId: string): Promise<RecipeRow | null>
  activate(stationId: string, recipeId: string): Promise<void>
}

export interface PhotoStore {
  list(stationId: string): Promise<Photo[]>
  get(id: string): Promise<Photo | null>
  /** A photo with the same bytes at the same station is returned instead of stored twice. */
  insert(photo: Photo): Promise<Photo>
  remove(id: string): Promise<void>
}

/** Room left on the disk of the data folder. */
export interface DiskGuard {
  state(): { freeBytes: number; state: 'ok' | 'low' | 'full' }
}
