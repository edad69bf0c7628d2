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

/** The live line of the sample company, and whether it could not be had. */
export function useSampleLine(wanted: boolean): { station: Station | null; error: Error | null } {
  const awake = useAwakeSample(wanted)
  useLive(awake.data ? sampleApi.base : null)
  const stations = useQuery({
    queryKey: keys.stations(sampleApi.base),
    queryFn: sampleApi.stations,
    enabled: awake.data !== undefined,
    refetchInterval: ({ state }) => (state.data?.some(hasVerdict) ? false : lookEvery),
  })
  return { station: stations.data?.find(hasVerdict) ?? null, error: awake.error ?? stations.error }
}

function hasVerdict(station: Station): boolean {
  return station.lastVerdict?.frameKept ?? false
}
