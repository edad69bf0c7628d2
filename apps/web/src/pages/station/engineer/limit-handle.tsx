import type { KeyboardEvent, PointerEvent, ReactElement, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type UPlot from 'uplot'
import { useFormats } from '../../../texts/format.ts'
import styles from './engineer-view.module.css'
import { limitByKey } from './limit-keys.ts'
import type { Grip } from './score-chart.tsx'

interface LimitHandleProps {
  ref: Ref<HTMLDivElement>
  grip: Grip
  chart: UPlot | null
}

/** The limit as a line across the chart: dragged by mouse or finger, moved by arrow keys. */
export function LimitHandle({ ref, grip, chart }: LimitHandleProps): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { value, onMove } = grip
  const onKey = (event: KeyboardEvent): void => {
    const next = limitByKey(value, event.key)
    if (next === null) return
    event.preventDefault()
    onMove(next)
  }
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!chart || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const y = event.clientY - chart.over.getBoundingClientRect().top
    onMove(Math.min(1, Math.max(0, chart.posToVal(y, 'y'))))
  }
  return (
    <div
      ref={ref}
      className={styles.limitHandle}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input cannot lie across a chart as its line
      role="slider"
      tabIndex={0}
      aria-label={t('insight.limit.handle')}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={value}
      aria-valuetext={number(value, 3)}
      data-print="no"
      onKeyDown={onKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      <span className={styles.limitGrip}>{number(value, 3)}</span>
    </div>
  )
}
