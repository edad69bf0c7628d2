import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesAsked } from '../../../api/moves-queries.ts'
import { useFormats } from '../../../texts/format.ts'
import styles from './hub.module.css'

const width = 800
const height = 160

/** Euros a year that go outside Europe, over time, with what was won. Nothing until there are two days to compare. */
export function Line(): ReactElement | null {
  const { t } = useTranslation()
  const { euros, number, date, partialDay } = useFormats()
  const { data } = useMovesAsked(['line'], (api) => api.moveLine())
  const [first, last] = [data?.points[0], data?.points.at(-1)]
  if (!data || !first || !last) return null
  const start = Date.parse(first.day)
  const span = Math.max(1, Date.parse(last.day) - start)
  const most = Math.max(1, ...data.points.map(({ outsideCost }) => outsideCost))
  const x = (at: number): number => ((at - start) / span) * (width - 8) + 4
  const points = data.points.map(
    ({ day, outsideCost }) =>
      `${x(Date.parse(day)).toFixed(1)},${(height - 4 - (outsideCost / most) * (height - 12)).toFixed(1)}`,
  )
  const { won } = data
  return (
    <section className={styles.over} aria-labelledby="over">
      <h2 id="over">{t('moves.line.title')}</h2>
      <p className={styles.won}>
        {won.gone > 0 || won.outsideCost > 0
          ? t('moves.line.won', { euros: euros(won.outsideCost), gone: number(won.gone) })
          : t('moves.line.nothing')}
      </p>
      {data.points.length > 1 && (
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" className={styles.line}>
          <line x1="0" x2={width} y1={height - 4} y2={height - 4} stroke="var(--line-strong)" />
          <polyline
            points={points.join(' ')}
            fill="none"
            stroke="var(--bad)"
            strokeWidth="3"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      )}
      <p className="soft">
        {t('moves.line.text', {
          first: partialDay(first.day),
          last: partialDay(last.day),
          before: euros(first.outsideCost),
          now: euros(last.outsideCost),
          crucial: number(last.crucialOutside),
        })}
      </p>
      <ul className={styles.steps}>
        {data.steps
          .slice(-5)
          .toReversed()
          .map((step) => (
            <li key={`${step.at} ${step.serviceId}`}>
              {date(step.at)} · {step.serviceName}: {t(`moves.state.${step.state}`)}
            </li>
          ))}
      </ul>
    </section>
  )
}
