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
  const measured = verdicts.flatMap(({ ms }) => (ms ? [ms] : []))
  const totals = measured.map(({ total }) => total)
  const at = (values: number[], share: number): string => {
    const value = values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]
    return value === undefined ? t('common.unknown') : milliseconds(value)
  }
  return (
    <section className={styles.section} aria-labelledby="timing">
      <h2 id="timing">{t('station.timing.title')}</h2>
      <dl className={styles.figures}>
        <dt>{t('station.timing.typical')}</dt>
        <dd>{at(totals, 0.5)}</dd>
        <dt>{t('station.timing.slow')}</dt>
        <dd>{at(totals, 0.95)}</dd>
        <dt>
          {t('station.timing.dropped')} <Hint text={t('station.droppedHint')} />
        </dt>
        <dd>{number(dropped)}</dd>
      </dl>
      {measured.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('insight.timing.step')}</th>
              <th scope="col">{t('insight.timing.typical')}</th>
              <th scope="col">{t('insight.timing.slow')}</th>
            </tr>
          </thead>
          <tbody>
            {(['decode', 'locate', 'model'] as const).map((step) => {
              const took = measured.map((ms) => ms[step])
              return (
                <tr key={step}>
                  <th scope="row">{t(`work.steps.${step}`)}</th>
                  <td>{at(took, 0.5)}</td>
                  <td>{at(took, 0.95)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <p className="soft small">
        {totals.length === 0 ? t('station.timing.none') : t('station.timing.of', { n: number(totals.length) })}
      </p>
    </section>
  )
}
