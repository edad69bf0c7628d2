import type {
  Comparison,
  Correction,
  Job,
  Output,
  OutputConfig,
  Part,
  Photo,
  PhotoChange,
  Product,
  Recipe,
  ScorePoint,
  Station,
  StationConfig,
  StationSettings,
  StationSource,
  Verdict,
} from '@nabij/base'
import type { Limits } from './limits.ts'
import type {
  Blobs,
  Clock,
  CorrectionStore,
  DiskGuard,
  Executor,
  Frame,
  FrameSource,
  JobStore,
  OutputStore,
  Overview,
  PhotoStore,
  ProductStore,
  RecipeStore,
  Sink,
  StationStore,
  Timer,
  VerdictQuery,
  Verdicts,
} from './ports.ts'

/** What the stations need from the world. */
export interface StationsPorts {
  clock: Clock
  timer: Timer
  /** Midnight before `at` on the box's own wall clock (its time zone): where "today" begins. Epoch milliseconds. */
  startOfDay(at: number): number
  executor: Executor
  blobs: Blobs
  disk: DiskGuard
  stations: StationStore
  recipes: RecipeStore
  photos: PhotoStore
  verdicts: Verdicts
  products: ProductStore
  corrections: CorrectionStore
  jobs: JobStore
  outputs: OutputStore
  sink: Sink
  /** null: the station has no source of its own (http). `known`: whether the part with this key has its verdict already. */
  openSource(source: StationSource, known: KnownPart): FrameSource | null
  /** A fresh secret for a webhook, from the machine's own randomness. */
  newSecret(): string
  /** A line for the log of whoever runs the box. */
  log(level: 'info' | 'warn', message: string, fields: Record<string, unknown>): void
  /** Bounds other than the usual ones (limits.ts says what each means). */
  limits?: Partial<Limits>
}

/** Whether the verdict on the part with this key is stored already: a source need not bring it again. */
export type KnownPart = (key: string) => Promise<boolean>

/** Something that happened, for the page. */
export type StationsEvent =
  | { type: 'verdict'; verdict: Verdict }
  | { type: 'station'; station: Station }
  | { type: 'station-removed'; stationId: string }
  | { type: 'job'; job: Job }
  /** New, or in another state. */
  | { type: 'correction'; correction: Correction }
  /** A rule came true. */
  | { type: 'alarm'; stationId: string; alarm: NonNullable<Station['alarm']> }

/** What is left out stays as it is; of the settings too. */
export type StationChange = Partial<StationConfig> & { stopped?: boolean; settings?: Partial<StationSettings> }

export interface NewPhoto {
  picture: Uint8Array
  name: string
  label: 'good' | 'bad'
  kind?: string | null
  productId?: string | null
}

/** Where a part lies, before anything is said of it. */
export type FoundPart = Pick<Part, 'box' | 'outline' | 'angle'>

/** All stations of one workspace: the front door of this room. */
export interface Stations {
  /** Opens the sources of all stations that are not stopped. */
  start(): Promise<void>
  /** Ends sources, lets pictures that were acknowledged finish, cancels teaching. */
  stop(): Promise<void>

  list(): Promise<Station[]>
  get(id: string): Promise<Station>
  create(config: StationConfig): Promise<Station>
  change(id: string, change: StationChange): Promise<Station>
  remove(id: string): Promise<void>

  /** Judges and stores one part; returns when the verdict is safe on disk. */
  inspect(stationId: string, frame: Frame): Promise<Verdict>

  /** The newest picture of a live source, judged or not: also an untaught station shows what it sees. Null when there is none. */
  latestFrame(stationId: string): { picture: Uint8Array; capturedAt: number } | null

  photos(stationId: string): Promise<Photo[]>
  addPhoto(stationId: string, photo: NewPhoto): Promise<Photo>
  changePhoto(photoId: string, change: PhotoChange): Promise<Photo>
  photoFile(photoId: string): Promise<Uint8Array>
  /** Where the recipe in use finds parts on a photo; empty when it judges pictures as a whole, or finds none. */
  photoParts(photoId: string): Promise<FoundPart[]>
  removePhoto(photoId: string): Promise<void>

  /** `productId`: of a station with several products, which one. */
  teach(stationId: string, productId?: string | null): Promise<Job>
  jobs(): Job[]
  job(id: string): Job
  cancelJob(id: string): Promise<Job>

  recipes(stationId: string): Promise<Recipe[]>
  recipeFile(recipeId: string): Promise<{ bytes: Uint8Array; name: string }>
  /** Takes in a recipe made elsewhere (checked first) and makes it the active one. */
  addRecipe(stationId: string, onnx: Uint8Array): Promise<Recipe>
  activateRecipe(stationId: string, recipeId: string): Promise<Recipe>
  /** Every marked picture under two versions; only those with another verdict or another score. */
  compareRecipes(stationId: string, beforeId: string, afterId: string): Promise<Comparison[]>

  /**
   * A person's word on a verdict. The station judges with what it learned from it when this returns, unless the answer
   * asks first. @throws NabijError NABIJ_EVIDENCE_GONE when the picture is no longer kept.
   */
  giveFeedback(
    verdictId: string,
    word: { label: 'good' | 'bad'; kind: string | null },
    by: string | null,
  ): Promise<Correction>
  /** Newest first. */
  corrections(stationId: string): Promise<Correction[]>
  /** yes to one that asks. */
  applyCorrection(id: string): Promise<Correction>
  /** no to one that asks, or takes back one that was applied; the later ones stay. */
  undoCorrection(id: string): Promise<Correction>
  /** The three reference images that the picture resembles most. */
  nearest(verdictId: string): Promise<{ photo: Photo; distance: number }[]>

  addProduct(stationId: string, product: Omit<Product, 'id'>): Promise<Product>
  changeProduct(stationId: string, productId: string, change: Partial<Omit<Product, 'id'>>): Promise<Product>
  removeProduct(stationId: string, productId: string): Promise<void>

  outputs(stationId: string): Promise<Output[]>
  /** `secret`: that of a webhook, shown this once. */
  addOutput(stationId: string, config: OutputConfig): Promise<Output & { secret: string | null }>
  changeOutput(id: string, change: Partial<OutputConfig>): Promise<Output>
  removeOutput(id: string): Promise<void>
  /** Sends a trial message now, past the queue. @throws NabijError NABIJ_OUTPUT_… */
  tryOutput(id: string): Promise<void>

  /** One picture from a camera that waits for a message. @throws NabijError NABIJ_NO_TRIGGER */
  trigger(stationId: string): Promise<void>
  /** Somebody has seen the alarm. */
  seeAlarm(stationId: string): Promise<Station>
  overview(stationId: string, from: number, to: number): Promise<Overview>

  verdicts(query: VerdictQuery): Promise<Verdict[]>
  verdict(id: string): Promise<Verdict>
  verdictsSince(seq: number, limit: number): Promise<Verdict[]>
  /** Bytes of the picture or of its anomaly map (PNG). */
  evidence(verdictId: string, which: 'frame' | 'map' | 'thumb'): Promise<Uint8Array>
  series(stationId: string, from: number, to: number, bucket: 'minute' | 'hour'): Promise<ScorePoint[]>

  /** Calls the listener for each event until the returned function is called. */
  listen(listener: (event: StationsEvent) => void): () => void
}
