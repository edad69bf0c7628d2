import type { MoneyResult } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import { ScrollX } from '../../register/choices/scroll-x.tsx'
import styles from './money.module.css'

const width = 800
const height = 240

/** What has been kept until each month, with the line of nought and the month in which it is crossed. */
export function CashLine({ result: { months, verdict } }: { result: MoneyResult }): ReactElement {
  const { t } = useTranslation()
  const { euros, number } = useFormats()
  const amounts = months.map(({ discounted }) => discounted)
  const [least, most] = [Math.min(0, ...amounts), Math.max(0, ...amounts)]
  const span = Math.max(1, most - least)
  const x = (month: number): number => (month / Math.max(1, months.length - 1)) * (width - 8) + 4
  const y = (amount: number): number => 8 + ((most - amount) / span) * (height - 16)
  const line = months.map(({ month, discounted }) => `${x(month).toFixed(1)},${y(discounted).toFixed(1)}`).join(' ')
  const at = verdict.months === null ? null : (months.find(({ month }) => month === verdict.months) ?? null)
  const years = months.filter(({ month }) => month > 0 && month % 12 === 0)
  return (
    <section aria-labelledby="flow">
      <h2 id="flow">{t('money.flow.title')}</h2>
      <figure className={styles.chart}>
        <div className={styles.plot}>
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            {years.map(({ month }) => (
              <line
                key={month}
                x1={x(month)}
                x2={x(month)}
                y1="0"
                y2={height}
                stroke="var(--line)"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            <line
              x1="0"
              x2={width}
              y1={y(0)}
              y2={y(0)}
              stroke="var(--line-strong)"
              strokeWidth="2"
              strokeDasharray="6 6"
              vectorEffect="non-scaling-stroke"
            />
            {at && (
              <line
                x1={x(at.month)}
                x2={x(at.month)}
                y1={y(0) - 16}
                y2={y(0) + 16}
                stroke="var(--ink)"
                strokeWidth="3"
                vectorEffect="non-scaling-stroke"
              />
            )}
            <polyline
              points={line}
              fill="none"
              stroke={verdict.word === 'pays-back' ? 'var(--accent)' : 'var(--bad)'}
              strokeWidth="3"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          {most > 0 && <span className={styles.top}>{euros(most)}</span>}
          {least < 0 && <span className={styles.bottom}>{euros(least)}</span>}
        </div>
        <p className={styles.years} aria-hidden="true">
          <span>{t('money.flow.begin')}</span>
          {years.map(({ month }) => (
            <span key={month}>{t('money.flow.year', { count: month / 12 })}</span>
          ))}
        </p>
        <figcaption>
          {t('money.flow.text', { first: euros(amounts[0] ?? 0), last: euros(amounts.at(-1) ?? 0) })}{' '}
          {at
            ? t('money.flow.crosses', { month: number(at.month) })
            : verdict.word === 'never' && t('money.flow.never')}
        </figcaption>
      </figure>
      <details className={styles.more}>
        <summary>{t('money.flow.table')}</summary>
        <ScrollX>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('money.flow.month')}</th>
                <th scope="col">{t('money.flow.cloud')}</th>
                <th scope="col">{t('money.flow.here')}</th>
                <th scope="col">{t('money.flow.sum')}</th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, cloud, here, discounted }) => (
                <tr key={month}>
                  <th scope="row">{number(month)}</th>
                  <td>{euros(cloud)}</td>
                  <td>{euros(here)}</td>
                  <td>{euros(discounted)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      </details>
    </section>
  )
}
