import { useComputedColorScheme } from '@mantine/core'
import { type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useFormats } from '../../../texts/format.ts'
import styles from './engineer-view.module.css'

export interface ScoreLines {
  /** Epoch milliseconds, ascending. */
  at: number[]
  lines: { name: string; values: (number | null)[]; points: boolean }[]
}

interface ScoreChartProps {
  lines: ScoreLines
  limit: number | null
  /** What the drawing says, for who does not see it. */
  label: string
}

/** Lines of scores with the limit as a dashed line. */
export function ScoreChart({ lines, limit, label }: ScoreChartProps): ReactElement {
  const { i18n } = useTranslation()
  const formats = useFormats()
  const scheme = useComputedColorScheme('light')
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<UPlot | null>(null)
  const names = lines.lines.map(({ name, points }) => `${name}${points}`).join()

  useEffect(() => {
    const element = place.current
    if (!element) return
    const made = new UPlot(optionsFor(element, lines, formats), [[]], element)
    chart.current = made
    const watcher = new ResizeObserver(() => made.setSize(sizeOf(element)))
    watcher.observe(element)
    return () => {
      watcher.disconnect()
      made.destroy()
      chart.current = null
    }
    // The chart is made anew when its look changes; its figures are set below.
  }, [scheme, i18n.resolvedLanguage, names])

  useEffect(() => {
    const seconds = lines.at.map((at) => at / 1000)
    chart.current?.setData([seconds, ...lines.lines.map(({ values }) => values), seconds.map(() => limit)])
  }, [lines, limit, scheme, i18n.resolvedLanguage, names])

  return <div ref={place} className={styles.chart} role="img" aria-label={label} />
}

const legendHeight = 32

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: element.clientWidth, height: element.clientHeight - legendHeight }
}

function optionsFor(
  element: HTMLElement,
  { lines }: ScoreLines,
  formats: ReturnType<typeof useFormats>,
): UPlot.Options {
  const colour = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim()
  const score = (value: number | null): string => (value === null ? '' : formats.number(value, 3))
  const axis = {
    stroke: colour('--ink-soft'),
    grid: { stroke: colour('--line'), width: 1 },
    font: `14px ${colour('font-family')}`,
  }
  const strokes = [colour('--accent'), colour('--ink-soft')]
  return {
    ...sizeOf(element),
    cursor: { y: false },
    scales: { y: { range: (_chart, _low, high) => [0, Math.max(0.1, high * 1.1)] } },
    axes: [
      { ...axis, space: 96, values: (_chart, ticks) => ticks.map((tick) => formats.moment(tick * 1000)) },
      { ...axis, size: 56, values: (_chart, ticks) => ticks.map((tick) => formats.number(tick, 2)) },
    ],
    series: [
      { label: '', value: (_chart, at: number | null) => (at === null ? '' : formats.instant(at * 1000)) },
      ...lines.map(({ name, points }, index) => ({
        label: name,
        stroke: strokes[index] ?? colour('--ink'),
        width: 1.5,
        points: { show: points, size: 5 },
        value: (_chart: UPlot, value: number | null) => score(value),
      })),
      {
        label: '—',
        stroke: colour('--bad'),
        width: 2,
        dash: [8, 6],
        points: { show: false },
        value: (_chart: UPlot, value: number | null) => score(value),
      },
    ],
  }
}
