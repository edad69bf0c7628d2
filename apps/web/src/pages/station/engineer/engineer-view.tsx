import { Skeleton } from '@mantine/core'
import type { Station } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerdicts } from '../../../api/queries.ts'
import { PromiseBar } from '../../../parts/promise-bar.tsx'
import { useSteady } from '../../../parts/steady.ts'
import { Blind } from '../../teach/blind.tsx'
import { Chose } from '../../teach/locate/chose.tsx'
import { Measured } from '../../teach/measured.tsx'
import { Compare } from './compare.tsx'
import { Corrections } from './corrections.tsx'
import styles from './engineer-view.module.css'
import { Gallery } from './gallery.tsx'
import { Histogram } from './histogram.tsx'
import { limitInForce } from './limit-cost.ts'
import { LimitPanel } from './limit-panel.tsx'
import { Mistakes } from './mistakes.tsx'
import { PhotoHistogram } from './photo-histogram.tsx'
import { Recipes } from './recipes.tsx'
import { Scores } from './scores.tsx'
import { Timing } from './timing.tsx'
import { TruthBoard } from './truth-board.tsx'

const changeEvery = 1000

/** Behind the tab: how the scores run, what the limit costs, what was learned and from whom, and where it was wrong. */
export function EngineerView({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { data } = useVerdicts(station.id)
  const verdicts = useSteady(data, changeEvery)
  const [draft, setDraft] = useState<number | null>(null)
  const facts = station.recipe?.facts
  const inForce = limitInForce(station)
  if (!verdicts) return <Skeleton height={480} />
  const grip = inForce === null ? undefined : { value: draft ?? inForce, onMove: setDraft }
  return (
    <div className={styles.grid}>
      <Scores station={station} verdicts={verdicts} grip={grip} />
      {inForce !== null && (
        <LimitPanel station={station} verdicts={verdicts} inForce={inForce} draft={draft} onDraft={setDraft} />
      )}
      {facts && <PhotoHistogram facts={facts} limit={draft ?? inForce} />}
      <Histogram verdicts={verdicts} limit={draft ?? inForce} />
      <Timing verdicts={verdicts} dropped={station.today.dropped} />
      <TruthBoard verdicts={verdicts} />
      <section className={styles.section} aria-labelledby="learned">
        <h2 id="learned">{t('station.recipes.title')}</h2>
        {facts && <PromiseBar facts={facts} />}
        {facts && <Measured facts={facts} />}
        {facts && <Chose facts={facts} />}
        <Recipes stationId={station.id} />
        <Blind />
      </section>
      <Corrections stationId={station.id} />
      <div className={styles.wide}>
        <Compare stationId={station.id} />
      </div>
      <Gallery stationId={station.id} />
      <Mistakes stationId={station.id} />
    </div>
  )
}
