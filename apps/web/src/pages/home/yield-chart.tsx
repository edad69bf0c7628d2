import { type ReactElement, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Hatch } from '../../parts/hatch.tsx'
import { useFormats } from '../../texts/format.ts'
import type { Day } from './add-up.ts'
import styles from './day-overview.module.css'

const width = 800
const height = 180

/** Parts by hour: good solid, refused hatched on top, so that it survives black and white. */
export function YieldChart({ hours }: { hours: Day['hours'] }): ReactElement {
  const { t } = useTranslation()
  const { number, percent, moment } = useFormats()
  const hatch = useId()
  const total = (hour: Day['hours'][number]): number => hour.pass + hour.fail + hour.unsure
  const most = Math.max(1, ...hours.map(total))
  const step = width / Math.max(6, hours.length)
  const last = hours.at(-1)
  const good = hours.reduce((sum, { pass }) => sum + pass, 0)
  const all = hours.reduce((sum, hour) => sum + total(hour), 0)
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <Hatch id={hatch} />
        {hours.map((hour, index) => {
          const bar = (value: number): number => (value / most) * (height - 8)
          const [passed, refused] = [bar(hour.pass), bar(hour.fail + hour.unsure)]
          const x = index * step + 2
          return (
            <g key={hour.at}>
              <rect x={x} y={height - passed} width={step - 4} height={passed} fill="var(--accent)" />
              <rect x={x} y={height - passed - refused} width={step - 4} height={refused} fill={`url(#${hatch})`} />
            </g>
          )
        })}
        <line x1="0" x2={width} y1={height} y2={height} stroke="var(--line-strong)" />
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{moment(hours[0]?.at ?? 0)}</span>
        {hours.length >= 6 && <span>{moment(last?.at ?? 0)}</span>}
      </p>
      <figcaption className="soft small">
        {t('overview.yield.text', { share: percent(all === 0 ? 0 : good / all, 1), most: number(most) })}
      </figcaption>
    </figure>
  )
}
