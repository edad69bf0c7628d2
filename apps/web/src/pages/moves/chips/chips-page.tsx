import { NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import { useStations } from '../../../api/queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { Amount } from '../money/amount.tsx'
import { MovesNav } from '../moves-nav.tsx'
import styles from './chips.module.css'
import { Facts } from './facts.tsx'
import { ModelCheck } from './model-check.tsx'
import { Need } from './need.tsx'

/** Whether a station needs a chip, whether a model fits one, and what goes on with those of Europe. */
export function ChipsPage(): ReactElement {
  const { t } = useTranslation()
  const { data: stations, error, refetch } = useStations()
  const [path, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch())
  const wanted = asked.get('wanted') ?? ''
  const station =
    stations?.find(({ id }) => id === asked.get('station')) ?? stations?.find(({ recipe }) => recipe) ?? stations?.[0]
  // Only a number that is no longer being typed is asked with.
  const [settled] = useDebouncedValue(wanted, 300)
  const set = (change: Record<string, string>): void => {
    const next = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(location.search)), ...change })
    navigate(`${path}?${next}`, { replace: true })
  }
  return (
    <>
      <MovesNav />
      <PageHead title={t('chips.title')} />
      <p className={styles.text}>{t('chips.text')}</p>
      {!stations && (error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />)}
      {stations && !station && (
        <section className={styles.section}>
          <p>{t('chips.noStation')}</p>
          <div>
            <LinkButton to="/stations/new" size="md">
              {t('chips.makeStation')}
            </LinkButton>
          </div>
        </section>
      )}
      {stations && station && (
        <>
          <form className={styles.ask} onSubmit={(event) => event.preventDefault()} data-print="no">
            <NativeSelect
              size="md"
              label={t('chips.station')}
              value={station.id}
              data={stations.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => set({ station: event.currentTarget.value })}
            />
            <Amount
              label={t('chips.wanted')}
              description={t('chips.wantedHint')}
              most={9999}
              value={wanted}
              onChange={(value) => set({ wanted: value })}
            />
          </form>
          <Need stationId={station.id} wanted={wantedIn(settled)} />
        </>
      )}
      <ModelCheck />
      <Facts />
    </>
  )
}

/** As the box takes it: thousandths at most. */
function wantedIn(text: string): number | null {
  const value = Math.round(Number(text) * 1000) / 1000
  return value > 0 && value < 10_000 ? value : null
}
