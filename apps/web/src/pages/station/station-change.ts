import { useMutation, useQueryClient } from '@tanstack/react-query'
import { takeStation } from '../../api/cache.ts'
import type { StationChange } from '../../api/client.ts'
import { useApi } from '../../app/workspace.ts'

/** Changes a station's settings; the answer takes its place at once. */
export function useStationChange(id: string): {
  change: (change: StationChange) => Promise<unknown>
  error: Error | null
  busy: boolean
} {
  const api = useApi()
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: (change: StationChange) => api.changeStation(id, change),
    onSuccess: (station) => takeStation(client, api.base, station),
  })
  return { change: mutation.mutateAsync, error: mutation.error, busy: mutation.isPending }
}
