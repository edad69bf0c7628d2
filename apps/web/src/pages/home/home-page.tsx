import { lazy, type ReactElement } from 'react'
import { useStations } from '../../api/queries.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { PageSkeleton } from '../../parts/page-skeleton.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'

const Doors = lazy(async () => ({ default: (await import('../doors/doors-page.tsx')).DoorsPage }))
const Overview = lazy(async () => ({ default: (await import('./overview-page.tsx')).OverviewPage }))

/** Nothing of one's own yet: the three questions. After that: how it stands today. */
export function HomePage(): ReactElement {
  const { kind } = useWorkspace()
  const { data: stations, error, refetch } = useStations()
  if (!stations) return error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />
  return stations.length === 0 && kind === 'own' ? <Doors /> : <Overview stations={stations} />
}
