import type { RecipeFacts } from '@nabij/base'
import { type ReactElement, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Hatch } from '../../../parts/hatch.tsx'
import { useFormats } from '../../../texts/format.ts'
import { binScores } from './bins.ts'
import styles from './engineer-view.module.css'

const width = 800
const height = 200

/** How the photos score: good ones solid, bad ones hatched, the limit between them. */
export function PhotoHistogram({ facts, limit }: { facts: RecipeFacts; limit: number | null }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const hatch = useId()
  const { goodScores, badScores, oddOnes } = facts
  const { top } = binScores([...goodScores, ...badScores], limit)
  const good = binScores(goodScores, limit, top).counts
  const bad = binScores(badScores, limit, top).counts
  const most = Math.max(1, ...good.map((count, index) => count + (bad[index] ?? 0)))
  const step = width / good.length
  const tall = (count: number): number => (count / most) * (height - 8)
  const end = (scores: number[], which: 'min' | 'max'): string =>
    scores.length === 0 ? t('common.unknown') : number(Math[which](...scores), 2)
  const words = {
    goodLow: end(goodScores, 'min'),
    goodHigh: end(goodScores, 'max'),
    badLow: end(badScores, 'min'),
    badHigh: end(badScores, 'max'),
  }
  const x = limit === null ? null : (limit / top) * width
  return (
    <section className={styles.section} aria-labelledby="photo-histogram">
      <h2 id="photo-histogram">{t('insight.histogram.title')}</h2>
      {goodScores.length === 0 && <p className="soft">{t('insight.histogram.none')}</p>}
      {goodScores.length > 0 && (
        <>
          <svg className={styles.bins} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            <Hatch id={hatch} />
            {good.map((count, index) => {
              const bads = bad[index] ?? 0
              const left = index * step + 1
              return (
                <g key={left}>
                  <rect x={left} width={step - 2} y={height - tall(count)} height={tall(count)} fill="var(--accent)" />
                  <rect
                    x={left}
                    width={step - 2}
                    y={height - tall(count + bads)}
                    height={tall(bads)}
                    fill={`url(#${hatch})`}
                    stroke={bads > 0 ? 'var(--bad)' : 'none'}
                  />
                </g>
              )
            })}
            <line x1="0" x2={width} y1={height} y2={height} stroke="var(--line-strong)" />
            {x !== null && (
              <line x1={x} x2={x} y1="0" y2={height} stroke="var(--bad)" strokeWidth="2" strokeDasharray="8 6" />
            )}
          </svg>
          <p className={styles.ends} aria-hidden="true">
            <span>{number(0)}</span>
            <span>{number(top, 2)}</span>
          </p>
          <p className="unseen">{t('insight.histogram.label', words)}</p>
          <p className={styles.legend}>
            <span data-of="good">{t('insight.histogram.good', { n: number(goodScores.length) })}</span>
            <span data-of="bad">{t('insight.histogram.bad', { n: number(badScores.length) })}</span>
          </p>
          {oddOnes.length > 0 && <p className="soft small">{t('insight.histogram.odd', { count: oddOnes.length })}</p>}
        </>
      )}
    </section>
  )
}
