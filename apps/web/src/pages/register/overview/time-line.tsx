import type { PathGoal, RegisterSnapshot } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../texts/format.ts'
import styles from './overview.module.css'

const width = 800
const height = 160

/** Crucial services outside Europe by month, with the goal as a dashed line down to nothing. */
export function TimeLine({ snapshots, goal }: { snapshots: RegisterSnapshot[]; goal: PathGoal | null }): ReactElement {
  const { t } = useTranslation()
  const { date, number } = useFormats()
  const sorted = snapshots.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last || first === last) return <p className="soft">{t('register.below.timeNone')}</p>
  const start = Date.parse(first.day)
  const end = Math.max(Date.parse(last.day), goal ? Date.parse(`${goal.year}-12-31`) : 0)
  const most = Math.max(1, ...sorted.map(({ crucialOutside }) => crucialOutside))
  const x = (day: string): number => ((Date.parse(day) - start) / Math.max(1, end - start)) * (width - 8) + 4
  const y = (value: number): number => height - 4 - (value / most) * (height - 16)
  const points = sorted.map(({ day, crucialOutside }) => `${x(day).toFixed(1)},${y(crucialOutside).toFixed(1)}`)
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2={width} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" />
        {goal && (
          <line
            x1={x(first.day)}
            y1={y(first.crucialOutside)}
            x2={width - 4}
            y2={y(0)}
            stroke="var(--accent)"
            strokeWidth="2"
            strokeDasharray="6 6"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <polyline
          points={points.join(' ')}
          fill="none"
          stroke="var(--bad)"
          strokeWidth="3"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{date(start)}</span>
        <span>{goal ? t('register.below.goal', { year: goal.year }) : date(end)}</span>
      </p>
      <figcaption>
        {t('register.below.timeText', {
          from: number(first.crucialOutside),
          to: number(last.crucialOutside),
          first: date(start),
          last: date(Date.parse(last.day)),
        })}
      </figcaption>
    </figure>
  )
}
