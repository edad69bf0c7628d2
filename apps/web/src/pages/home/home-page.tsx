import { lazy, type ReactElement } from 'react'
import { useStations } from '../../api/queries.ts'
import { useRegister } from '../../api/register-queries.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { PageSkeleton } from '../../parts/page-skeleton.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'

const Doors = lazy(async () => ({ default: (await import('../doors/doors-page.tsx')).DoorsPage }))
const Depends = lazy(async () => ({ default: (await import('../register/overview/register-page.tsx')).RegisterPage }))
const Overview = lazy(async () => ({ default: (await import('./overview-page.tsx')).OverviewPage }))

/** Nothing of one's own yet: the three questions. After that: what we depend on, and how the stations stand today. */
export function HomePage(): ReactElement {
  const { kind } = useWorkspace()
  const { data: stations, error, refetch } = useStations()
  const { data: register, isPending } = useRegister()
  if (!stations) return error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />
  if (stations.length > 0 || kind === 'sample') return <Overview stations={stations} />
  if (isPending) return <PageSkeleton />
  return register && register.services.length > 0 ? <Depends /> : <Doors />
}
