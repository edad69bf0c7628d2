import type {
  Comparison,
  Correction,
  Job,
  Output,
  Photo,
  Recipe,
  ScorePoint,
  Station,
  Status,
  Verdict,
} from '@nabij/base'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useApi } from '../app/workspace.ts'
import { keys, recentVerdicts } from './cache.ts'
import type { Api, FoundPart, Overview } from './client.ts'

/** Events keep these fresh; the slow beat only catches what an event did not tell (midnight, a lost line). */
const slowBeat = 30_000

export function useStatus(): UseQueryResult<Status> {
  const api = useApi()
  return useQuery({ queryKey: keys.status(api.base), queryFn: api.status, refetchInterval: slowBeat })
}

export function useStations(of?: Api): UseQueryResult<Station[]> {
  const own = useApi()
  const api = of ?? own
  return useQuery({ queryKey: keys.stations(api.base), queryFn: api.stations, refetchInterval: slowBeat })
}

export interface OneStation {
  station: Station | null
  /** The list has come and the station is not in it. */
  absent: boolean
  error: Error | null
}

export function useStation(id: string): OneStation {
  const { data, error } = useStations()
  const station = data?.find((station) => station.id === id) ?? null
  return { station, absent: data !== undefined && !station, error: data ? null : error }
}

/** The newest verdicts of a station, newest first. */
export function useVerdicts(stationId: string, of?: Api): UseQueryResult<Verdict[]> {
  const own = useApi()
  const api = of ?? own
  return useQuery({
    queryKey: keys.verdicts(api.base, stationId),
    queryFn: () => api.verdicts(stationId, { limit: recentVerdicts }),
  })
}

export function useVerdict(id: string): UseQueryResult<Verdict> {
  const api = useApi()
  return useQuery({ queryKey: keys.verdict(api.base, id), queryFn: () => api.verdict(id), staleTime: Infinity })
}

/** `every`: asked again after so many milliseconds, where photos come in from elsewhere, as from a phone. */
export function usePhotos(stationId: string, every: number | false = false): UseQueryResult<Photo[]> {
  const api = useApi()
  const queryKey = keys.photos(api.base, stationId)
  return useQuery({ queryKey, queryFn: () => api.photos(stationId), refetchInterval: every })
}

/** Where a recipe finds parts on a photo; asked only of one that looks for parts. */
export function usePhotoParts(photoId: string, recipe: Recipe | null): UseQueryResult<FoundPart[]> {
  const api = useApi()
  return useQuery({
    queryKey: keys.photoParts(api.base, photoId, recipe?.id ?? ''),
    queryFn: () => api.photoParts(photoId),
    enabled: Boolean(recipe?.facts.locate),
    staleTime: Infinity,
  })
}

export function useRecipes(stationId: string): UseQueryResult<Recipe[]> {
  const api = useApi()
  return useQuery({ queryKey: keys.recipes(api.base, stationId), queryFn: () => api.recipes(stationId) })
}

export function useJobs(of?: Api): UseQueryResult<Job[]> {
  const own = useApi()
  const api = of ?? own
  return useQuery({ queryKey: keys.jobs(api.base), queryFn: api.jobs })
}

/** The score line of the last hour by minute, or of the last week by hour. */
export function useSeries(stationId: string, bucket: 'minute' | 'hour'): UseQueryResult<ScorePoint[]> {
  const api = useApi()
  const back = bucket === 'minute' ? 3_600_000 : 7 * 86_400_000
  return useQuery({
    queryKey: keys.series(api.base, stationId, bucket),
    queryFn: () => {
      const now = Date.now()
      return api.series(stationId, now - back, now + 60_000, bucket)
    },
    refetchInterval: 10_000,
  })
}

/** What people said of this station's verdicts, newest first. */
export function useCorrections(stationId: string): UseQueryResult<Correction[]> {
  const api = useApi()
  return useQuery({ queryKey: keys.corrections(api.base, stationId), queryFn: () => api.corrections(stationId) })
}

/** Verdicts of which a person said that they were wrong, newest first. */
export function useMistakes(stationId: string): UseQueryResult<Verdict[]> {
  const api = useApi()
  return useQuery({
    queryKey: keys.mistakes(api.base, stationId),
    queryFn: () => api.verdicts(stationId, { limit: recentVerdicts, feedback: 'mistakes' }),
  })
}

/** Every marked picture under two versions; asked only when both are chosen. */
export function useComparison(stationId: string, before: string, after: string): UseQueryResult<Comparison[]> {
  const api = useApi()
  return useQuery({
    queryKey: keys.comparison(api.base, stationId, before, after),
    queryFn: () => api.compareRecipes(stationId, before, after),
    enabled: before !== '' && after !== '' && before !== after,
    staleTime: 60_000,
  })
}

export function useNearest(verdictId: string, wanted: boolean): UseQueryResult<{ photo: Photo; distance: number }[]> {
  const api = useApi()
  return useQuery({
    queryKey: keys.nearest(api.base, verdictId),
    queryFn: () => api.nearest(verdictId),
    enabled: wanted,
    staleTime: Infinity,
  })
}

export function useOverview(stationId: string, from: number, to: number): UseQueryResult<Overview> {
  const api = useApi()
  return useQuery({
    queryKey: keys.overview(api.base, stationId, from, to),
    queryFn: () => api.overview(stationId, from, to),
    refetchInterval: 10_000,
  })
}

/** Where a station sends what it finds; asked again, because what waits changes by itself. */
export function useOutputs(stationId: string): UseQueryResult<Output[]> {
  const api = useApi()
  return useQuery({
    queryKey: keys.outputs(api.base, stationId),
    queryFn: () => api.outputs(stationId),
    refetchInterval: 5_000,
  })
}
