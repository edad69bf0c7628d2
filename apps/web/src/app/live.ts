import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import { dropStation, keys, takeCorrection, takeJob, takeStation, takeVerdicts } from '../api/cache.ts'
import { listen } from '../api/events.ts'

/** A short cut in the line is nobody's concern. */
const quietFor = 1500

/** Since when the box has not been reached; null while all is well. */
export const LostContext = createContext<number | null>(null)

/** Since when what is on the screen may be old; null while all is well. */
export function useLost(): number | null {
  return useContext(LostContext)
}

/** A loss that has lasted a moment. */
export function useLasting(since: number | null): number | null {
  const [lasting, setLasting] = useState<number | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(since), since === null ? 0 : quietFor)
    return () => clearTimeout(timer)
  }, [since])
  return lasting
}

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
      correction: (correction) => takeCorrection(client, base, correction),
      open: () => {
        setLostSince(null)
        void client.invalidateQueries({ queryKey: keys.all(base) })
      },
      lost: setLostSince,
    })
  }, [base, client])
  return lostSince
}
