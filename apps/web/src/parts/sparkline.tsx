import type { Verdict } from '@nabij/base'
import type { ReactElement } from 'react'

const width = 240
const height = 40

/** The last scores, oldest left, with the limit as a dashed line; what failed is a filled dot. */
export function Sparkline({ verdicts, label }: { verdicts: Verdict[]; label: string }): ReactElement {
  const scored = verdicts
    .flatMap(({ id, score, verdict }) => (score === null ? [] : [{ id, score, verdict }]))
    .reverse()
  const limit = verdicts.find((verdict) => verdict.limit !== null)?.limit ?? null
  const top = Math.max(0.05, limit ?? 0, ...scored.map(({ score }) => score)) * 1.1
  const x = (index: number): number => 3 + (index / Math.max(1, scored.length - 1)) * (width - 6)
  const y = (score: number): number => height - 3 - (score / top) * (height - 6)
  const line = scored.map(({ score }, index) => `${x(index).toFixed(1)},${y(score).toFixed(1)}`).join(' ')
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
      <title>{label}</title>
      {limit !== null && (
        <line x1="0" x2={width} y1={y(limit)} y2={y(limit)} stroke="var(--line-strong)" strokeDasharray="4 4" />
      )}
      <polyline points={line} fill="none" stroke="var(--accent)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
      {scored.map(({ id, score, verdict }, index) =>
        verdict === 'fail' ? (
          // A line of no length with a round end: a dot that stays round while the drawing is stretched.
          <path
            key={id}
            d={`M${x(index)} ${y(score)}h0.01`}
            stroke="var(--bad)"
            strokeWidth="7"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        ) : null,
      )}
    </svg>
  )
}
