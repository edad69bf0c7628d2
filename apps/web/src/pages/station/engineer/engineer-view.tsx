import { Skeleton } from '@mantine/core'
import type { Station } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerdicts } from '../../../api/queries.ts'
import { PromiseBar } from '../../../parts/promise-bar.tsx'
import { useSteady } from '../../../parts/steady.ts'
import styles from './engineer-view.module.css'
import { Histogram } from './histogram.tsx'
import { Recipes } from './recipes.tsx'
import { Scores } from './scores.tsx'
import { Timing } from './timing.tsx'
import { TruthBoard } from './truth-board.tsx'

const changeEvery = 1000

/** Behind the tab: how the scores run, how good the station is, what it has learned, and its settings. */
export function EngineerView({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { data } = useVerdicts(station.id)
  const verdicts = useSteady(data, changeEvery)
  const facts = station.recipe?.facts
  if (!verdicts) return <Skeleton height={480} />
  return (
    <div className={styles.grid}>
      <Scores station={station} verdicts={verdicts} />
      <Histogram verdicts={verdicts} limit={facts?.limit ?? null} />
      <Timing verdicts={verdicts} dropped={station.today.dropped} />
      <TruthBoard verdicts={verdicts} />
      <section className={styles.section} aria-labelledby="learned">
        <h2 id="learned">{t('station.recipes.title')}</h2>
        {facts && <PromiseBar facts={facts} />}
        <Recipes stationId={station.id} />
      </section>
    </div>
  )
}
