import type { Verdict } from '@nabij/base'
import { type ReactElement, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Hatch } from '../../../parts/hatch.tsx'
import { useFormats } from '../../../texts/format.ts'
import { binScores } from './bins.ts'
import styles from './engineer-view.module.css'

const width = 800
const height = 200

/** How often which score occurs; what lies above the limit is red and hatched. */
export function Histogram({ verdicts, limit }: { verdicts: Verdict[]; limit: number | null }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const hatch = useId()
  const scores = verdicts.flatMap(({ score }) => (score === null ? [] : [score]))
  const { top, counts } = binScores(scores, limit)
  const most = Math.max(1, ...counts)
  const step = width / counts.length
  return (
    <section className={styles.section} aria-labelledby="histogram">
      <h2 id="histogram">{t('station.scores.histogram')}</h2>
      <svg className={styles.bins} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <Hatch id={hatch} />
        {counts.map((count, index) => {
          const middle = ((index + 0.5) / counts.length) * top
          const bar = (count / most) * (height - 8)
          const above = limit !== null && middle > limit
          return (
            <rect
              key={middle}
              x={index * step + 1}
              y={height - bar}
              width={step - 2}
              height={bar}
              fill={above ? `url(#${hatch})` : 'var(--accent)'}
            />
          )
        })}
        <line x1="0" x2={width} y1={height} y2={height} stroke="var(--line-strong)" />
        {limit !== null && (
          <line
            x1={(limit / top) * width}
            x2={(limit / top) * width}
            y1="0"
            y2={height}
            stroke="var(--bad)"
            strokeWidth="2"
            strokeDasharray="8 6"
          />
        )}
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{number(0)}</span>
        <span>{number(top, 2)}</span>
      </p>
      <p className="soft small">{t('station.scores.histogramText', { n: number(scores.length) })}</p>
    </section>
  )
}
