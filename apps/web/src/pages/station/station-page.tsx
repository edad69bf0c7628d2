import { Skeleton } from '@mantine/core'
import { lazy, type ReactElement, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useStation } from '../../api/queries.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { AbsentPage } from '../absent-page.tsx'
import { AlarmBanner } from './notices/alarm-banner.tsx'
import { DriftBanner } from './notices/drift-banner.tsx'
import { OperatorView } from './operator-view.tsx'
import styles from './station-page.module.css'
import { StationTrouble } from './station-trouble.tsx'

const SetupView = lazy(async () => ({ default: (await import('./setup/setup-view.tsx')).SetupView }))
const EngineerView = lazy(async () => ({ default: (await import('./engineer/engineer-view.tsx')).EngineerView }))

/** One station: what the operator sees, and behind one tab what the engineer sees. */
export function StationPage({
  stationId,
  view,
}: {
  stationId: string
  view: 'operator' | 'engineer' | 'setup'
}): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const { station, absent, error } = useStation(stationId)
  if (absent) return <AbsentPage />
  if (error) return <ProblemView error={error} />
  const tabs = [
    { name: 'operator', to: `/stations/${stationId}` },
    { name: 'engineer', to: `/stations/${stationId}/engineering` },
    { name: 'setup', to: `/stations/${stationId}/setup` },
  ] as const
  return (
    <>
      <PageHead title={station?.name ?? ''}>
        <nav className={styles.tabs} aria-label={station?.name ?? t('stations.title')}>
          {tabs.map(({ name, to }) => (
            <Link key={name} href={to} className={styles.tab} aria-current={name === view ? 'page' : undefined}>
              {t(`station.${name}`)}
            </Link>
          ))}
        </nav>
        {kind === 'own' && (
          <LinkButton to={`/stations/${stationId}/teach`} variant="default" size="md">
            {t('station.teachMore')}
          </LinkButton>
        )}
      </PageHead>
      {station && <AlarmBanner station={station} />}
      {station && <StationTrouble station={station} />}
      {station && <DriftBanner station={station} />}
      {!station && <Skeleton height={480} />}
      {station && view === 'operator' && <OperatorView station={station} />}
      {station && view === 'setup' && (
        <Suspense fallback={<Skeleton height={480} />}>
          <SetupView station={station} />
        </Suspense>
      )}
      {station && view === 'engineer' && (
        <Suspense fallback={<Skeleton height={480} />}>
          <EngineerView station={station} />
        </Suspense>
      )}
    </>
  )
}
