import type { Verdict } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../../parts/hint.tsx'
import { useFormats } from '../../../texts/format.ts'
import styles from './engineer-view.module.css'

/** How long a part takes, and how many were skipped because the line was faster than the box. */
export function Timing({ verdicts, dropped }: { verdicts: Verdict[]; dropped: number }): ReactElement {
  const { t } = useTranslation()
  const { milliseconds, number } = useFormats()
  const totals = verdicts.flatMap(({ ms }) => (ms ? [ms.total] : [])).sort((a, b) => a - b)
  const at = (share: number): string => {
    const value = totals[Math.min(totals.length - 1, Math.floor(share * totals.length))]
    return value === undefined ? t('common.unknown') : milliseconds(value)
  }
  return (
    <section className={styles.section} aria-labelledby="timing">
      <h2 id="timing">{t('station.timing.title')}</h2>
      <dl className={styles.figures}>
        <dt>{t('station.timing.typical')}</dt>
        <dd>{at(0.5)}</dd>
        <dt>{t('station.timing.slow')}</dt>
        <dd>{at(0.95)}</dd>
        <dt>
          {t('station.timing.dropped')} <Hint text={t('station.droppedHint')} />
        </dt>
        <dd>{number(dropped)}</dd>
      </dl>
      <p className="soft small">
        {totals.length === 0 ? t('station.timing.none') : t('station.timing.of', { n: number(totals.length) })}
      </p>
    </section>
  )
}
