import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { dropStation, keys, takeJob, takeStation, takeVerdicts } from '../api/cache.ts'
import { listen } from '../api/events.ts'

/** Feeds a workspace's events into the kept answers; returns since when the box cannot be reached, or null. */
export function useLive(base: string | null): number | null {
  const client = useQueryClient()
  const [lostSince, setLostSince] = useState<number | null>(null)
  useEffect((): (() => void) | undefined => {
    if (base === null) return undefined
    return listen(base, {
      verdicts: (verdicts) => takeVerdicts(client, base, verdicts),
      station: (station) => takeStation(client, base, station),
      stationRemoved: (id) => dropStation(client, base, id),
      job: (job) => takeJob(client, base, job),
      open: () => {
        setLostSince(null)
        void client.invalidateQueries({ queryKey: keys.all(base) })
      },
      lost: setLostSince,
    })
  }, [base, client])
  return lostSince
}
