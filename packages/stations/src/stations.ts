import type { Job, Photo, Recipe, ScorePoint, Station, StationConfig, StationSource, Verdict } from '@nabij/base'
import type { Limits } from './limits.ts'
import type {
  Blobs,
  Clock,
  DiskGuard,
  Executor,
  Frame,
  FrameSource,
  PhotoStore,
  RecipeStore,
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
  /** null: the station has no source of its own (http). `known`: whether the part with this key has its verdict already. */
  openSource(source: StationSource, known: KnownPart): FrameSource | null
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

/** All stations of one workspace: the front door of this room. */
export interface Stations {
  /** Opens the sources of all stations that are not stopped. */
  start(): Promise<void>
  /** Ends sources, lets pictures that were acknowledged finish, cancels teaching. */
  stop(): Promise<void>

  list(): Promise<Station[]>
  get(id: string): Promise<Station>
  create(config: StationConfig): Promise<Station>
  change(id: string, change: Partial<StationConfig> & { stopped?: boolean }): Promise<Station>
  remove(id: string): Promise<void>

  /** Judges and stores one part; returns when the verdict is safe on disk. */
  inspect(stationId: string, frame: Frame): Promise<Verdict>

  /** The newest picture of a live source, judged or not: also an untaught station shows what it sees. Null when there is none. */
  latestFrame(stationId: string): { picture: Uint8Array; capturedAt: number } | null

  photos(stationId: string): Promise<Photo[]>
  addPhoto(stationId: string, photo: { picture: Uint8Array; name: string; label: 'good' | 'bad' }): Promise<Photo>
  photoFile(photoId: string): Promise<Uint8Array>
  removePhoto(photoId: string): Promise<void>

  teach(stationId: string): Promise<Job>
  jobs(): Job[]
  job(id: string): Job
  cancelJob(id: string): Promise<Job>

  recipes(stationId: string): Promise<Recipe[]>
  recipeFile(recipeId: string): Promise<{ bytes: Uint8Array; name: string }>
  /** Takes in a recipe made elsewhere (checked first) and makes it the active one. */
  addRecipe(stationId: string, onnx: Uint8Array): Promise<Recipe>
  activateRecipe(stationId: string, recipeId: string): Promise<Recipe>

  verdicts(query: VerdictQuery): Promise<Verdict[]>
  verdict(id: string): Promise<Verdict>
  verdictsSince(seq: number, limit: number): Promise<Verdict[]>
  /** Bytes of the picture or of its anomaly map (PNG). */
  evidence(verdictId: string, which: 'frame' | 'map'): Promise<Uint8Array>
  series(stationId: string, from: number, to: number, bucket: 'minute' | 'hour'): Promise<ScorePoint[]>

  /** Calls the listener for each event until the returned function is called. */
  listen(listener: (event: StationsEvent) => void): () => void
}
