import type { Station, Status } from '@nabij/base'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { keys } from '../api/cache.ts'
import { useLive } from './live.ts'
import { ownApi, sampleApi } from './workspace.ts'

/** A sample that is looked at must not fall asleep. */
const wakeEvery = 60_000
const lookEvery = 1500

/** Makes or wakes the sample, and keeps it awake for as long as it is looked at. */
export function useAwakeSample(wanted: boolean): UseQueryResult<Status> {
  return useQuery({
    queryKey: ['sample-awake'],
    queryFn: ownApi.wakeSample,
    enabled: wanted,
    refetchInterval: wakeEvery,
    staleTime: wakeEvery,
  })
}

export interface SampleLine {
  /** The line once it has judged something. */
  judging: Station | null
  /** The line while it still learns: its camera can be looked through already. */
  learning: Station | null
  error: Error | null
}

/** The live line of the sample company, and whether it could not be had. */
export function useSampleLine(wanted: boolean): SampleLine {
  const awake = useAwakeSample(wanted)
  useLive(awake.data ? sampleApi.base : null)
  const stations = useQuery({
    queryKey: keys.stations(sampleApi.base),
    queryFn: sampleApi.stations,
    enabled: awake.data !== undefined,
    refetchInterval: ({ state }) => (state.data?.some(hasVerdict) ? false : lookEvery),
  })
  return {
    judging: stations.data?.find(hasVerdict) ?? null,
    learning: stations.data?.[0] ?? null,
    error: awake.error ?? stations.error,
  }
}

function hasVerdict(station: Station): boolean {
  return station.lastVerdict?.frameKept ?? false
}
