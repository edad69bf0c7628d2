import { useComputedColorScheme } from '@mantine/core'
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useFormats } from '../../../texts/format.ts'
import { chartOptions, chartSize, type LineLook } from './chart-options.ts'
import styles from './engineer-view.module.css'
import { LimitHandle } from './limit-handle.tsx'

export interface ScoreLines {
  /** Epoch milliseconds, ascending. */
  at: number[]
  lines: (LineLook & { values: (number | null)[] })[]
}

/** A limit that can be taken hold of. */
export interface Grip {
  value: number
  onMove: (value: number) => void
}

interface ScoreChartProps {
  lines: ScoreLines
  limit: number | null
  grip?: Grip | undefined
  /** What the drawing says, for who does not see it. */
  label: string
}

/** Lines of scores with the limit as a dashed line, which can be dragged where there is a grip. */
export function ScoreChart({ lines, limit, grip, label }: ScoreChartProps): ReactElement {
  const { t } = useTranslation()
  const formats = useFormats()
  const scheme = useComputedColorScheme('light')
  const [chart, setChart] = useState<UPlot | null>(null)
  const handle = useRef<HTMLDivElement>(null)
  const at = useRef(grip?.value ?? 0)
  const latest = useRef<UPlot.AlignedData>([[]])
  const looks = JSON.stringify(lines.lines.map(({ name, points }) => ({ name, points })))

  const attach = useCallback(
    (element: HTMLElement) => {
      const words = { time: t('station.verdict.time'), limit: t('station.verdict.limit'), unknown: t('common.unknown') }
      const options = chartOptions(element, JSON.parse(looks) as LineLook[], formats, words)
      const place = (drawn: UPlot): void => placeHandle(handle.current, drawn, at.current)
      const made = new UPlot({ ...options, hooks: { draw: [place] } }, latest.current, element)
      const watcher = new ResizeObserver(() => made.setSize(chartSize(element)))
      watcher.observe(element)
      setChart(made)
      return () => {
        watcher.disconnect()
        made.destroy()
        setChart(null)
      }
    },
    [looks, formats, t],
  )

  useEffect(() => {
    const seconds = lines.at.map((at) => at / 1000)
    latest.current = [seconds, ...lines.lines.map(({ values }) => values), seconds.map(() => limit)]
    chart?.setData(latest.current)
  }, [lines, limit, chart])

  const value = grip?.value
  useEffect(() => {
    if (value === undefined || !chart) return
    at.current = value
    placeHandle(handle.current, chart, value)
  }, [value, chart])

  // Its colours are drawn, not styled: in another scheme it is another chart.
  return (
    <div className={styles.chartPlace}>
      <figure key={scheme} ref={attach} className={styles.chart} aria-label={label} />
      {grip && <LimitHandle ref={handle} grip={grip} chart={chart} />}
    </div>
  )
}

function placeHandle(handle: HTMLDivElement | null, chart: UPlot, value: number): void {
  if (!handle) return
  const { left, top, width, height } = chart.bbox
  const y = Math.min(Math.max(chart.valToPos(value, 'y'), 0), height / devicePixelRatio)
  handle.style.left = `${left / devicePixelRatio}px`
  handle.style.width = `${width / devicePixelRatio}px`
  handle.style.top = `${top / devicePixelRatio + y}px`
}
