import type {
  Backup,
  Comparison,
  Correction,
  Egress,
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
  Status,
  Verdict,
  VerdictWord,
} from '@nabij/base'
import { currentLanguage } from '../texts/i18n.ts'
import { csrfHeader, signedOut } from './csrf.ts'
import { ApiError, problemFrom } from './problem.ts'

/** What is left out stays as it is; of the settings too. */
export type StationChange = Partial<StationConfig> & { stopped?: boolean; settings?: Partial<StationSettings> }

/** What is left out stays as it is; secrets go in and never come out. */
export interface OutputChange {
  address?: string
  topic?: string
  secret?: string
  username?: string
  password?: string
  on?: Output['on']
  enabled?: boolean
}

/** Where a part lies on a photo, before anything is said of it. */
export type FoundPart = Pick<Part, 'box' | 'outline' | 'angle'>

export interface VerdictQuery {
  limit: number
  verdict?: VerdictWord
  /** true: only those that a person said something of; mistakes: only where the box was wrong. */
  feedback?: 'true' | 'mistakes'
  before?: number
}

/** What a station did in a stretch of time. */
export interface Overview {
  hours: { at: number; pass: number; fail: number; unsure: number; dropped: number }[]
  kinds: { kind: string | null; fails: number }[]
  feedback: { right: number; falseAlarms: number; misses: number; unjudged: number }
  ms: { p50: number; p95: number } | null
}

/** The calls to one workspace of the box. Every call throws ApiError. */
export interface Api {
  /** Where the workspace's API starts, without a slash at the end. */
  readonly base: string
  status(): Promise<Status>
  egress(): Promise<{ entries: Egress[]; total: Status['egress'] }>
  stations(): Promise<Station[]>
  createStation(config: StationConfig): Promise<Station>
  changeStation(id: string, change: StationChange): Promise<Station>
  removeStation(id: string): Promise<void>
  /** What a live source sees now; null when it has seen nothing yet. */
  sight(stationId: string): Promise<{ picture: Blob; capturedAt: number } | null>
  photos(stationId: string): Promise<Photo[]>
  /** Where the recipe in use finds parts on a photo. */
  photoParts(id: string): Promise<FoundPart[]>
  changePhoto(id: string, change: PhotoChange): Promise<Photo>
  removePhoto(id: string): Promise<void>
  /** `productId`: of a station with several products, which one. */
  teach(stationId: string, productId?: string | null): Promise<Job>
  jobs(): Promise<Job[]>
  cancelJob(id: string): Promise<Job>
  recipes(stationId: string): Promise<Recipe[]>
  activateRecipe(id: string): Promise<Recipe>
  compareRecipes(stationId: string, before: string, after: string): Promise<Comparison[]>
  verdicts(stationId: string, query: VerdictQuery): Promise<Verdict[]>
  verdict(id: string): Promise<Verdict>
  judge(stationId: string, picture: File): Promise<Verdict>
  /** A person's word on a verdict; the station learns from it at once, or asks first. */
  giveFeedback(verdictId: string, word: { label: 'good' | 'bad'; kind: string | null }): Promise<Correction>
  /** The reference images that it resembles most, nearest first. */
  nearest(verdictId: string): Promise<{ photo: Photo; distance: number }[]>
  corrections(stationId: string): Promise<Correction[]>
  applyCorrection(id: string): Promise<Correction>
  undoCorrection(id: string): Promise<Correction>
  seeAlarm(stationId: string): Promise<Station>
  outputs(stationId: string): Promise<Output[]>
  /** The secret of a webhook comes with this answer only. */
  addOutput(stationId: string, config: OutputConfig): Promise<Output & { secret: string | null }>
  changeOutput(id: string, change: OutputChange): Promise<Output>
  removeOutput(id: string): Promise<void>
  tryOutput(id: string): Promise<void>
  addProduct(stationId: string, product: Omit<Product, 'id'>): Promise<Product>
  removeProduct(stationId: string, productId: string): Promise<void>
  /** USB cameras of the box. */
  cameras(): Promise<{ address: string; name: string }[]>
  overview(stationId: string, from: number, to: number): Promise<Overview>
  series(stationId: string, from: number, to: number, bucket: 'minute' | 'hour'): Promise<ScorePoint[]>
  backups(): Promise<Backup[]>
  backUp(): Promise<Job>
  restore(archive: File): Promise<void>
  wakeSample(): Promise<Status>
  deleteSample(): Promise<void>
}

/** The API at `base`, for instance `/sample/api/v1`. */
export function createApi(base: string): Api {
  const send = (method: string, path: string, body?: BodyInit, type?: string): Promise<Response> =>
    request(base + path, method, body, type)
  const get = async <T>(path: string): Promise<T> => (await send('GET', path)).json() as Promise<T>
  const post = async <T>(path: string, value?: object): Promise<T> => {
    const body = value === undefined ? undefined : JSON.stringify(value)
    return (await send('POST', path, body, body && 'application/json')).json() as Promise<T>
  }
  const patch = async <T>(path: string, value: object): Promise<T> =>
    (await send('PATCH', path, JSON.stringify(value), 'application/json')).json() as Promise<T>
  return {
    base,
    status: () => get('/status'),
    egress: () => get('/egress'),
    stations: async () => (await get<{ stations: Station[] }>('/stations')).stations,
    createStation: (config) => post('/stations', config),
    changeStation: (id, change) => patch(`/stations/${id}`, change),
    removeStation: async (id) => void (await send('DELETE', `/stations/${id}`)),
    sight: async (id) => {
      // A browser writes every refusal in its console; that there is nothing to see yet is none.
      const answer = await send('GET', `/stations/${id}/picture?empty=allowed`).catch(absentAsNull)
      return answer?.status !== 200
        ? null
        : { picture: await answer.blob(), capturedAt: Number(answer.headers.get('captured-at')) }
    },
    photos: async (id) => (await get<{ photos: Photo[] }>(`/stations/${id}/photos`)).photos,
    photoParts: async (id) => (await get<{ parts: FoundPart[] }>(`/photos/${id}/parts`)).parts,
    changePhoto: (id, change) => patch(`/photos/${id}`, change),
    removePhoto: async (id) => void (await send('DELETE', `/photos/${id}`)),
    teach: (id, product) => post(`/stations/${id}/teach${product ? `?${searchOf({ product })}` : ''}`),
    jobs: async () => (await get<{ jobs: Job[] }>('/jobs')).jobs,
    cancelJob: async (id) => (await send('DELETE', `/jobs/${id}`)).json() as Promise<Job>,
    recipes: async (id) => (await get<{ recipes: Recipe[] }>(`/stations/${id}/recipes`)).recipes,
    activateRecipe: (id) => post(`/recipes/${id}/activate`),
    compareRecipes: async (id, before, after) =>
      (await get<{ comparisons: Comparison[] }>(`/stations/${id}/recipes/compare?${searchOf({ before, after })}`))
        .comparisons,
    verdicts: async (id, query) =>
      (await get<{ verdicts: Verdict[] }>(`/stations/${id}/verdicts?${searchOf(query)}`)).verdicts,
    verdict: (id) => get(`/verdicts/${id}`),
    judge: async (id, picture) =>
      (
        await send('POST', `/stations/${id}/frames?${searchOf({ name: picture.name })}`, picture, typeOf(picture))
      ).json() as Promise<Verdict>,
    giveFeedback: (id, word) => post(`/verdicts/${id}/feedback`, word),
    nearest: async (id) =>
      (await get<{ photos: { photo: Photo; distance: number }[] }>(`/verdicts/${id}/nearest`)).photos,
    corrections: async (id) => (await get<{ corrections: Correction[] }>(`/stations/${id}/corrections`)).corrections,
    applyCorrection: (id) => post(`/corrections/${id}/apply`),
    undoCorrection: (id) => post(`/corrections/${id}/undo`),
    seeAlarm: (id) => post(`/stations/${id}/alarm/seen`),
    outputs: async (id) => (await get<{ outputs: Output[] }>(`/stations/${id}/outputs`)).outputs,
    addOutput: (id, config) => post(`/stations/${id}/outputs`, config),
    changeOutput: (id, change) => patch(`/outputs/${id}`, change),
    removeOutput: async (id) => void (await send('DELETE', `/outputs/${id}`)),
    tryOutput: async (id) => void (await send('POST', `/outputs/${id}/try`)),
    addProduct: (id, product) => post(`/stations/${id}/products`, product),
    removeProduct: async (id, productId) => void (await send('DELETE', `/stations/${id}/products/${productId}`)),
    cameras: async () => (await get<{ cameras: { address: string; name: string }[] }>('/cameras')).cameras,
    overview: (id, from, to) => get(`/stations/${id}/overview?${searchOf({ from, to })}`),
    series: async (id, from, to, bucket) =>
      (await get<{ points: ScorePoint[] }>(`/stations/${id}/series?${searchOf({ from, to, bucket })}`)).points,
    backups: async () => (await get<{ backups: Backup[] }>('/backups')).backups,
    backUp: () => post('/backups'),
    restore: async (archive) => void (await send('POST', '/restore', archive, 'application/octet-stream')),
    wakeSample: () => post('/sample'),
    deleteSample: async () => void (await send('DELETE', '/sample')),
  }
}

/** One call to the box. Throws ApiError. */
export async function request(
  url: string,
  method: string,
  body?: BodyInit,
  type?: string,
  signal?: AbortSignal,
): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': currentLanguage(), ...csrfHeader() }
  if (type) headers['content-type'] = type
  // A browser may send a request again by itself when the line breaks: the key makes it the same request.
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID()
  const init = { method, headers, ...(body === undefined ? {} : { body }), ...(signal ? { signal } : {}) }
  const response = await fetch(url, init).catch(() => {
    throw new ApiError(null)
  })
  if (response.status === 401) signedOut.dispatchEvent(new Event('signed-out'))
  if (!response.ok) throw new ApiError(problemFrom(response.status, await response.text().catch(() => '')))
  return response
}

/** What is not there (yet) is an answer too. */
function absentAsNull(error: unknown): null {
  if (error instanceof ApiError && error.problem?.status === 404) return null
  throw error
}

/** The type that a file says it has; what has none is sent as bytes, and the box looks for itself. */
export function typeOf(file: File): string {
  return file.type || 'application/octet-stream'
}

function searchOf(query: Record<string, string | number> | VerdictQuery): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
}
