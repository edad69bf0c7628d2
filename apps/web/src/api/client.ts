import type {
  Backup,
  Egress,
  Job,
  Photo,
  Recipe,
  ScorePoint,
  Station,
  StationConfig,
  Status,
  Verdict,
  VerdictWord,
} from '@nabij/base'
import { currentLanguage } from '../texts/i18n.ts'
import { ApiError, problemFrom } from './problem.ts'

export type StationChange = Partial<StationConfig> & { stopped?: boolean }

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
  removePhoto(id: string): Promise<void>
  teach(stationId: string): Promise<Job>
  jobs(): Promise<Job[]>
  cancelJob(id: string): Promise<Job>
  recipes(stationId: string): Promise<Recipe[]>
  activateRecipe(id: string): Promise<Recipe>
  verdicts(stationId: string, query: { limit: number; verdict?: VerdictWord; before?: number }): Promise<Verdict[]>
  verdict(id: string): Promise<Verdict>
  judge(stationId: string, picture: File): Promise<Verdict>
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
  return {
    base,
    status: () => get('/status'),
    egress: () => get('/egress'),
    stations: async () => (await get<{ stations: Station[] }>('/stations')).stations,
    createStation: (config) => post('/stations', config),
    changeStation: async (id, change) =>
      (await send('PATCH', `/stations/${id}`, JSON.stringify(change), 'application/json')).json() as Promise<Station>,
    removeStation: async (id) => void (await send('DELETE', `/stations/${id}`)),
    sight: async (id) => {
      const answer = await send('GET', `/stations/${id}/picture`).catch(absentAsNull)
      return answer && { picture: await answer.blob(), capturedAt: Number(answer.headers.get('captured-at')) }
    },
    photos: async (id) => (await get<{ photos: Photo[] }>(`/stations/${id}/photos`)).photos,
    removePhoto: async (id) => void (await send('DELETE', `/photos/${id}`)),
    teach: (id) => post(`/stations/${id}/teach`),
    jobs: async () => (await get<{ jobs: Job[] }>('/jobs')).jobs,
    cancelJob: async (id) => (await send('DELETE', `/jobs/${id}`)).json() as Promise<Job>,
    recipes: async (id) => (await get<{ recipes: Recipe[] }>(`/stations/${id}/recipes`)).recipes,
    activateRecipe: (id) => post(`/recipes/${id}/activate`),
    verdicts: async (id, query) =>
      (await get<{ verdicts: Verdict[] }>(`/stations/${id}/verdicts?${searchOf(query)}`)).verdicts,
    verdict: (id) => get(`/verdicts/${id}`),
    judge: async (id, picture) =>
      (
        await send('POST', `/stations/${id}/frames?${searchOf({ name: picture.name })}`, picture, typeOf(picture))
      ).json() as Promise<Verdict>,
    series: async (id, from, to, bucket) =>
      (await get<{ points: ScorePoint[] }>(`/stations/${id}/series?${searchOf({ from, to, bucket })}`)).points,
    backups: async () => (await get<{ backups: Backup[] }>('/backups')).backups,
    backUp: () => post('/backups'),
    restore: async (archive) => void (await send('POST', '/restore', archive, 'application/octet-stream')),
    wakeSample: () => post('/sample'),
    deleteSample: async () => void (await send('DELETE', '/sample')),
  }
}

async function request(url: string, method: string, body?: BodyInit, type?: string): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': currentLanguage() }
  if (type) headers['content-type'] = type
  // A browser may send a request again by itself when the line breaks: the key makes it the same request.
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID()
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) }).catch(() => {
    throw new ApiError(null)
  })
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

function searchOf(query: Record<string, string | number>): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
}
