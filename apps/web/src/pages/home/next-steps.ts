import type { Station, Status } from '@nabij/base'

/** Something that the owner could do now; at most three are shown, the most urgent first. */
export type NextStep = { kind: 'fix' | 'teach' | 'more'; station: Station } | { kind: 'backup' }

/** What to do next, from how the stations stand. In the sample nothing has to be taught or backed up. */
export function nextSteps(stations: Station[], status: Status | undefined): NextStep[] {
  const own = status?.workspace === 'own'
  const fix = stations.filter(({ state }) => state === 'degraded')
  const teach = own ? stations.filter(({ state }) => state === 'untaught') : []
  const more = own ? stations.filter(({ recipe }) => recipe?.facts.next) : []
  const steps: NextStep[] = [
    ...fix.map((station) => ({ kind: 'fix', station }) as const),
    ...teach.map((station) => ({ kind: 'teach', station }) as const),
    ...(own && status.lastBackupAt === null && stations.length > 0 ? [{ kind: 'backup' } as const] : []),
    ...more.map((station) => ({ kind: 'more', station }) as const),
  ]
  return steps.slice(0, 3)
}
