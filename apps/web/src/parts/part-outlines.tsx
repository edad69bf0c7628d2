import type { Part } from '@nabij/base'
import type { ReactElement } from 'react'
import { VerdictShape } from './icons.tsx'
import styles from './part-outlines.module.css'

/** One that was only found has no verdict. */
type OutlinedPart = Pick<Part, 'outline' | 'box'> & { verdict?: Part['verdict'] }

/** The outline of each part that was found, in the colour and with the shape of its own verdict. Lies over a picture. */
export function PartOutlines({ parts }: { parts: OutlinedPart[] }): ReactElement {
  return (
    <div className={styles.layer} data-testid="outlines" aria-hidden="true">
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" className={styles.lines}>
        {parts.map(({ outline, box, verdict }) => {
          const points = (outline.length > 2 ? outline : cornersOf(box)).map(([x, y]) => `${x},${y}`).join(' ')
          return (
            <g key={points}>
              <polygon points={points} className={styles.casing} vectorEffect="non-scaling-stroke" />
              <polygon
                points={points}
                className={styles.line}
                data-verdict={verdict}
                vectorEffect="non-scaling-stroke"
              />
            </g>
          )
        })}
      </svg>
      {parts.length > 1 &&
        parts.map(
          ({ box, verdict }) =>
            verdict && (
              <span
                key={`${box.x} ${box.y}`}
                className={styles.shape}
                data-verdict={verdict}
                style={{ left: `${box.x * 100}%`, top: `${box.y * 100}%` }}
              >
                <VerdictShape verdict={verdict} size={24} />
              </span>
            ),
        )}
    </div>
  )
}

function cornersOf({ x, y, w, h }: Part['box']): [number, number][] {
  return [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ]
}
