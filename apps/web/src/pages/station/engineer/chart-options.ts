import type UPlot from 'uplot'
import type { Formats } from '../../../texts/format.ts'

/** How a line is named and whether its points are drawn. */
export interface LineLook {
  name: string
  points: boolean
}

const legendHeight = 36

/** Seconds between two ticks of the time axis. */
const increments = [5, 10, 30, 60, 300, 600, 1800, 3600, 7200, 21_600, 43_200, 86_400]

/** The room for the drawing itself, without the legend below it. */
export function chartSize(element: HTMLElement): { width: number; height: number } {
  return { width: element.clientWidth, height: element.clientHeight - legendHeight }
}

export interface ChartWords {
  time: string
  limit: string
  unknown: string
}

/** The value that is pointed at; while nothing is, the newest. */
function shown(write: (value: number) => string, unknown: string): UPlot.Series.Value {
  return (chart, pointed: number | null, line) => {
    const value = pointed ?? chart.data[line]?.at(-1) ?? null
    return value === null ? unknown : write(value)
  }
}

/** Colours and font of the page around it; scores from 0 up; the limit as the last, dashed line. */
export function chartOptions(
  element: HTMLElement,
  looks: LineLook[],
  formats: Formats,
  words: ChartWords,
): UPlot.Options {
  const style = getComputedStyle(element)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  const score = shown((value) => formats.number(value, 3), words.unknown)
  const axis = {
    stroke: colour('--ink-soft'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { stroke: colour('--line'), width: 1 },
    font: `14px ${style.fontFamily}`,
  }
  const strokes = [colour('--accent'), colour('--ink-soft')]
  return {
    ...chartSize(element),
    cursor: { y: false },
    scales: { y: { range: (_chart, _low, high) => [0, Math.max(0.1, high * 1.1)] } },
    axes: [
      {
        ...axis,
        space: 96,
        incrs: increments,
        values: (_chart, ticks, _axis, _space, increment) =>
          ticks.map((tick) => (increment < 60 ? formats.second(tick * 1000) : formats.moment(tick * 1000))),
      },
      { ...axis, size: 56, values: (_chart, ticks) => ticks.map((tick) => formats.number(tick, 2)) },
    ],
    series: [
      {
        label: words.time,
        value: shown((at) => formats.instant(at * 1000), words.unknown),
      },
      ...looks.map(({ name, points }, index) => ({
        label: name,
        stroke: strokes[index] ?? colour('--ink'),
        width: 1.5,
        points: { show: points, size: 5 },
        value: score,
      })),
      { label: words.limit, stroke: colour('--bad'), width: 2, dash: [8, 6], points: { show: false }, value: score },
    ],
  }
}
