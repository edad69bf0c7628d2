import type { Station } from '@nabij/base'
import { useQueries } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../../api/cache.ts'
import { useApi } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { CostLine } from '../station/setup/cost-line.tsx'
import { useToday } from '../station/setup/day.ts'
import { addUp } from './add-up.ts'
import styles from './day-overview.module.css'
import { Pareto } from './pareto.tsx'
import { YieldChart } from './yield-chart.tsx'

/** Today by hour and by kind of defect, over all stations, and what it takes. */
export function DayOverview({ stations }: { stations: Station[] }): ReactElement | null {
  const { t } = useTranslation()
  const { number } = useFormats()
  const api = useApi()
  const { from, to } = useToday()
  const answers = useQueries({
    queries: stations.map(({ id }) => ({
      queryKey: keys.overview(api.base, id, from, to),
      queryFn: () => api.overview(id, from, to),
      refetchInterval: 10_000,
    })),
  })
  const known = answers.flatMap(({ data }) => data ?? [])
  const day = addUp(known)
  if (known.length < stations.length || day.hours.length === 0) return null
  const { right, unjudged, falseAlarms, misses } = day.feedback
  const said = right + unjudged + falseAlarms + misses
  const unsure = day.hours.reduce((sum, hour) => sum + hour.unsure, 0)
  const working = stations.filter(({ today }) => today.pass + today.fail + today.unsure > 0)
  return (
    <div className={styles.grid}>
      <section className={styles.section} aria-labelledby="yield">
        <h2 id="yield">{t('overview.yield.title')}</h2>
        <YieldChart hours={day.hours} />
      </section>
      <section className={styles.section} aria-labelledby="pareto">
        <h2 id="pareto">{t('overview.pareto.title')}</h2>
        <Pareto kinds={day.kinds} />
        <p className="soft">
          {unsure > 0 && `${t('overview.unsure', { count: unsure, n: number(unsure) })} `}
          {said === 0
            ? t('overview.nobody')
            : `${t('overview.said', { count: said, n: number(said) })} ${t('overview.mistakes', { falseAlarms: number(falseAlarms), misses: number(misses) })}`}
        </p>
      </section>
      {working.length > 0 && (
        <section className={styles.section} aria-labelledby="takes">
          <h2 id="takes">{t('overview.takes')}</h2>
          {working.map((station) => (
            <div key={station.id}>
              <strong>{station.name}</strong>
              <CostLine station={station} />
            </div>
          ))}
        </section>
      )}
    </div>
  )
}
