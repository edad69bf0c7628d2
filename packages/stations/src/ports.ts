import type {
  Correction,
  Counts,
  Feedback,
  Look,
  Part,
  Photo,
  PhotoChange,
  Product,
  RecipeFacts,
  Region,
  ScorePoint,
  StationSettings,
  Truth,
  Verdict,
  VerdictWord,
} from '@nabij/base'

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
  /** Which product it shows, when whoever brings it knows: its id, its name or its code. */
  product?: string | null
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
  /** A message says that a part lies there: one picture is taken. Only where the source waits for messages. */
  trigger?(): void
  /** Whether pictures come, where that is known before one is asked for; else a silent source that does not fail is well. */
  working?(): boolean
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

/** One part that was found, before anybody decided about it. */
export type PartInspection = Omit<Part, 'verdict' | 'reason' | 'score'> & { score: number }

/** What an executor answers about one picture. */
export interface Inspection {
  /** Of the worst part, or of the picture as a whole. 0 when no part was found. */
  score: number
  regions: Region[]
  /** Empty when the recipe judges the picture as a whole, or when no part was found. */
  parts: PartInspection[]
  layers: Verdict['layers']
  /** The kind of defect that it resembles most; null when the recipe knows no kinds. */
  kind: Verdict['kind']
  /** Of the picture as a whole, to notice drift and what is unlike anything seen. */
  look: Pick<Look, 'brightness' | 'contrast' | 'sharpness'>
  /** Size of the picture in pixels, after turning by EXIF. */
  width: number
  height: number
  /** The anomaly map as an 8-bit grey PNG of 64 × 64 (255 is 1.0). */
  map: Uint8Array
  /** A small JPEG of the picture, at most 240 pixels wide. */
  thumb: Uint8Array
  ms: { decode: number; locate: number; model: number; total: number }
}

export interface PhotoFile {
  id: string
  path: string
}

export interface MarkedPhoto extends PhotoFile {
  label: 'good' | 'bad'
  kind: string | null
}

/** What is taught: all photos that are not left out, and how parts are to be found. */
export interface Lesson {
  photos: MarkedPhoto[]
  locate: StationSettings['locate']
}

/** A taught version with a person's words on top, oldest first. */
export interface CorrectionOrder {
  /** The taught version. */
  base: RecipeFile
  /** All corrections since, the new one last. */
  corrections: MarkedPhoto[]
  /** Every picture ever marked: the taught photos and the corrected ones. */
  marked: MarkedPhoto[]
  /** The limit that the station judges with, and the share of it on either side that is unsure; else the recipe's own. */
  limit?: { value: number; band: number } | null | undefined
}

/** The score of one marked picture; null when it could not be judged. */
export interface Checked {
  id: string
  score: number | null
}

export interface TeachProgress {
  step: 'reading' | 'locating' | 'learning' | 'checking' | 'saving'
  done: number
  total: number
}

export interface PictureFacts {
  format: string
  width: number
  height: number
  look: Look
}

/** Port: decodes pictures and runs models, somewhere that may crash without harm. */
export interface Executor {
  /** @throws NabijError NABIJ_PICTURE_…, NABIJ_RECIPE_…, or NABIJ_EXECUTOR_LOST after its retry. */
  inspect(recipe: RecipeFile, picture: Uint8Array): Promise<Inspection>
  /** Reads the header and decodes once, so that a bad photo is refused when it is offered. */
  examine(picture: Uint8Array): Promise<PictureFacts>
  /** A small JPEG of the picture, at most 240 pixels wide. */
  thumb(picture: Uint8Array): Promise<Uint8Array>
  /** Writes the recipe to `out` (complete, or not at all). Aborting ends the work at once. */
  teach(
    lesson: Lesson,
    out: string,
    onProgress: (progress: TeachProgress) => void,
    signal: AbortSignal,
  ): Promise<RecipeFacts>
  /**
   * Builds the version that the corrections make of the base, and checks all marked pictures with it. The same order
   * gives the same bytes. Within a second with 300 marked pictures whose features are known.
   */
  correct(order: CorrectionOrder, out: string): Promise<{ facts: RecipeFacts; checked: Checked[] }>
  /** Scores of photos under a recipe. */
  check(recipe: RecipeFile, photos: PhotoFile[]): Promise<Checked[]>
  /** The photos that a picture resembles most, nearest first, at most three. Distance 1: as unlike as good parts are. */
  nearest(recipe: RecipeFile, picture: Uint8Array, photos: PhotoFile[]): Promise<{ id: string; distance: number }[]>
  /** Bar codes and QR codes that can be read in the picture. */
  codes(picture: Uint8Array): Promise<string[]>
  /** Reads and checks a recipe file, and only then tries it on a grey picture. @throws NabijError NABIJ_RECIPE_… */
  readRecipe(path: string): Promise<RecipeFacts>
  /**
   * Of the processes that judge: `residentBytes` is the memory of the largest as it last said, `peakBytes` the most that
   * one has had. Those that teach and correct do not count in either.
   */
  status(): { running: number; restarts: number; residentBytes: number; peakBytes: number }
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
  /** JSON of StationSettings; read tolerantly. */
  settings: string
}

export interface RecipeRow {
  id: string
  stationId: string
  version: number
  createdAt: number
  sha256: string
  bytes: number
  facts: RecipeFacts
  productId: string | null
  made: 'taught' | 'corrected' | 'imported'
  baseId: string | null
  /** Of a corrected one: ids of the corrections that it has on top of its base, in the order in which they were built in. */
  corrections: string[]
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
  parts: Part[]
  layers: Verdict['layers']
  kind: Verdict['kind']
  productId: string | null
  capturedAt: number
  recordedAt: number
  name: string | null
  width: number | null
  height: number | null
  frame: string | null
  map: string | null
  thumb: string | null
  truth: Truth | null
  ms: Verdict['ms']
  /** Outputs that must hear of it: their messages are written in the same transaction. */
  outputs: string[]
  /** Outputs that must hear that a rule came true with it. */
  alarm: { rule: string; outputs: string[] } | null
}

export interface VerdictQuery {
  stationId: string
  verdict?: VerdictWord
  /** Only those on which a person gave feedback (true), or whose feedback says that the box was wrong ('mistakes'). */
  feedback?: true | 'mistakes'
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
  /** Hashes of frame, map and thumbnail, null when not kept. */
  evidence(id: string): Promise<{ frame: string | null; map: string | null; thumb: string | null } | null>
  /** Writes down, changes or (null) takes back what a person said of it. A picture with feedback is kept longest. */
  setFeedback(id: string, feedback: Feedback | null): Promise<Verdict>
  overview(stationId: string, from: number, to: number): Promise<Overview>
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
  /** Stores it as the station's next version and, unless told otherwise, makes it the active one of its product. */
  insert(row: Omit<RecipeRow, 'version'>, active?: boolean): Promise<RecipeRow>
  /** The active ones: one, or one for each product. */
  active(stationId: string): Promise<RecipeRow[]>
  activate(stationId: string, recipeId: string): Promise<void>
}

export interface PhotoStore {
  list(stationId: string): Promise<Photo[]>
  get(id: string): Promise<Photo | null>
  /** A photo with the same bytes at the same station is returned instead of stored twice. */
  insert(photo: Photo): Promise<Photo>
  /** By hand: from now on that is what it was brought as. */
  update(id: string, change: PhotoChange): Promise<void>
  /** It is what was said of a verdict on it; what it was brought as is remembered. */
  say(id: string, word: Pick<Photo, 'label' | 'kind'>): Promise<void>
  /** What was said was taken back: it is what it was brought as; one that came of a word is left out. Twice is once. */
  unsay(id: string): Promise<void>
  remove(id: string): Promise<void>
}

/** What a station did in a stretch of time: for the overview and for a shift's summary. */
export interface Overview {
  /** By hour, oldest first; hours without verdicts are left out. */
  hours: { at: number; pass: number; fail: number; unsure: number; dropped: number }[]
  /** Failed parts by kind of defect, most first; the unnamed ones have null. */
  kinds: { kind: string | null; fails: number }[]
  /** Feedback that agreed and disagreed with the verdict. */
  feedback: { right: number; falseAlarms: number; misses: number; unjudged: number }
  /** Milliseconds a picture, from all verdicts with times. */
  ms: { p50: number; p95: number } | null
}

export interface ProductStore {
  list(stationId: string): Promise<Product[]>
  insert(stationId: string, product: Product): Promise<void>
  update(id: string, change: Partial<Omit<Product, 'id'>>): Promise<void>
  /** Removes it with its photos and recipes. */
  remove(id: string): Promise<void>
}

export interface CorrectionStore {
  /** Newest first. */
  list(stationId: string): Promise<Correction[]>
  get(id: string): Promise<Correction | null>
  insert(correction: Correction): Promise<void>
  update(id: string, change: Pick<Correction, 'state'> & Partial<Pick<Correction, 'recipeId'>>): Promise<void>
}

/** Teaching that was asked for and has not ended: what goes on after a restart. */
export interface JobStore {
  list(): Promise<JobRow[]>
  insert(row: JobRow): Promise<void>
  remove(id: string): Promise<void>
}

export interface JobRow {
  id: string
  stationId: string
  productId: string | null
  createdAt: number
}

export interface OutputRow {
  id: string
  stationId: string
  /** JSON of OutputConfig, secrets included. */
  config: string
  createdAt: number
  lastSentAt: number | null
  problem: string | null
}

export interface OutputStore {
  list(stationId: string): Promise<(OutputRow & { waiting: number; waitingSince: number | null })[]>
  /** Of all stations. */
  all(): Promise<OutputRow[]>
  insert(row: OutputRow): Promise<void>
  update(id: string, config: string): Promise<void>
  /** With the messages that wait. */
  remove(id: string): Promise<void>
  /** The oldest message that waits; null when none does. */
  next(outputId: string): Promise<OutputMessage | null>
  /** It was taken by the other side: never sent again. */
  sent(outputId: string, seq: number, at: number): Promise<void>
  failed(outputId: string, problem: string): Promise<void>
}

/** One message of the disk queue; `id` is the same at each try. */
export interface OutputMessage {
  seq: number
  id: string
  createdAt: number
  /** JSON, as it is sent. */
  body: string
}

/** Port: carries one message to the other side. */
export interface Sink {
  /** Returns when the other side has it. @throws NabijError NABIJ_OUTPUT_… */
  send(output: OutputRow, message: OutputMessage, signal: AbortSignal): Promise<void>
  /** Lets go of connections to this output. */
  release(outputId: string): void
}

/** Room left on the disk of the data folder. */
export interface DiskGuard {
  state(): { freeBytes: number; state: 'ok' | 'low' | 'full' }
}
