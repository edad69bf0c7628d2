import { useComputedColorScheme } from '@mantine/core'
import { type ReactElement, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useFormats } from '../../../texts/format.ts'
import { chartOptions, chartSize, type LineLook } from './chart-options.ts'
import styles from './engineer-view.module.css'

export interface ScoreLines {
  /** Epoch milliseconds, ascending. */
  at: number[]
  lines: (LineLook & { values: (number | null)[] })[]
}

interface ScoreChartProps {
  lines: ScoreLines
  limit: number | null
  /** What the drawing says, for who does not see it. */
  label: string
}

/** Lines of scores with the limit as a dashed line. */
export function ScoreChart({ lines, limit, label }: ScoreChartProps): ReactElement {
  const { t } = useTranslation()
  const formats = useFormats()
  const scheme = useComputedColorScheme('light')
  const chart = useRef<UPlot | null>(null)
  const latest = useRef<UPlot.AlignedData>([[]])
  const looks = JSON.stringify(lines.lines.map(({ name, points }) => ({ name, points })))

  const attach = useCallback(
    (element: HTMLElement) => {
      const words = { time: t('station.verdict.time'), limit: t('station.verdict.limit'), unknown: t('common.unknown') }
      const made = new UPlot(
        chartOptions(element, JSON.parse(looks) as LineLook[], formats, words),
        latest.current,
        element,
      )
      const watcher = new ResizeObserver(() => made.setSize(chartSize(element)))
      watcher.observe(element)
      chart.current = made
      return () => {
        watcher.disconnect()
        made.destroy()
        chart.current = null
      }
    },
    [looks, formats, t],
  )

  useEffect(() => {
    const seconds = lines.at.map((at) => at / 1000)
    latest.current = [seconds, ...lines.lines.map(({ values }) => values), seconds.map(() => limit)]
    chart.current?.setData(latest.current)
  }, [lines, limit])

  // Its colours are drawn, not styled: in another scheme it is another chart.
  return <figure key={scheme} ref={attach} className={styles.chart} aria-label={label} />
}
