import type { Verdict } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { Thumbnails } from '../last-twenty.tsx'
import { countOutcomes, outcomeOf } from '../truth.ts'
import styles from './engineer-view.module.css'

const shown = 8

/** Where the truth is known (a simulation): how often the station was right, and the parts where it was not. */
export function TruthBoard({ verdicts }: { verdicts: Verdict[] }): ReactElement | null {
  const { t } = useTranslation()
  const { number } = useFormats()
  const counts = countOutcomes(verdicts)
  if (counts.n === 0) return null
  const wrong = verdicts.filter((verdict) => ['missed', 'alarm'].includes(outcomeOf(verdict) ?? ''))
  const words = {
    n: number(counts.n),
    right: number(counts.right),
    missed: number(counts.missed),
    alarm: number(counts.alarm),
    unsure: number(counts.unsure),
  }
  return (
    <section className={styles.section} style={{ gridColumn: '1 / -1' }} aria-labelledby="truth">
      <h2 id="truth">{t('station.truth.title')}</h2>
      <p>{t('station.truth.sum', words)}</p>
      {wrong.length > 0 && <Thumbnails verdicts={wrong.slice(0, shown)} />}
    </section>
  )
}
