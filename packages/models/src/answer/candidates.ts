import type { ModelSettings } from '@nabij/base'
import type { Tensor } from '@nabij/vision'
import { placesOf } from '../recognise/layout.ts'
import { MisfitFault } from './misfit.ts'

/** A box that may be something, in pixels of the input. */
export interface Candidate {
  label: number
  score: number
  x1: number
  y1: number
  x2: number
  y2: number
}

interface Size {
  width: number
  height: number
}

type Numbers = ArrayLike<number>
type Outputs = Readonly<Record<string, Tensor>>
type Reader = (outputs: Outputs, settings: ModelSettings, size: Size) => Candidate[]

/** Usual widths and heights of the boxes of a cell, in cells: those of Custom Vision's general compact domain. */
const cellSizes = [
  [0.573, 0.677],
  [1.87, 2.06],
  [3.34, 5.47],
  [7.88, 3.53],
  [9.77, 9.17],
] as const

export const candidateReaders: Record<Exclude<ModelSettings['layout'], 'classes'>, Reader> = {
  'yolo-rows': (outputs, settings, size) => {
    const { data, rows, each } = table(outputs, settings)
    return rowsOf(
      rows,
      settings,
      (n) => {
        const at = n * each
        const sure = data[at + 4] ?? 0
        return sure < settings.least ? null : { box: four(data, at, 1), ...best(data, at + 5, 1, each - 5, sure) }
      },
      size,
    )
  },
  'yolo-columns': (outputs, settings, size) => {
    const { data, rows: each, each: rows } = table(outputs, settings)
    return rowsOf(
      rows,
      settings,
      (n) => ({
        box: four(data, n, rows),
        ...best(data, 4 * rows + n, rows, Math.min(each - 4, settings.labels.length), 1),
      }),
      size,
    )
  },
  'yolo-grid': (outputs, settings, size) => {
    const { data, rows, each } = table(outputs, settings)
    const grid = gridOf(rows, size)
    return rowsOf(
      rows,
      settings,
      (n) => {
        const at = n * each
        const { x, y, stride } = grid[n] ?? { x: 0, y: 0, stride: 1 }
        const [a, b, c, d] = four(data, at, 1)
        const box: Four = [(a + x) * stride, (b + y) * stride, Math.exp(c) * stride, Math.exp(d) * stride]
        return { box, ...best(data, at + 5, 1, each - 5, data[at + 4] ?? 0) }
      },
      size,
    )
  },
  'yolo-cells': (outputs, settings, size) => {
    const { data, dims } = output(outputs, settings.outputs.main)
    const [, channels = 0, high = 0, wide = 0] = dims
    const each = channels / cellSizes.length
    const places = high * wide
    need(dims.length === 4 && Number.isInteger(each) && each > 5 && data.length === channels * places, 'no cells')
    const count = places * cellSizes.length
    return rowsOf(
      count,
      settings,
      (n) => {
        const kind = Math.floor(n / places)
        const place = n % places
        const at = (k: number) => data[(kind * each + k) * places + place] ?? 0
        const [w = 1, h = 1] = cellSizes[kind] ?? []
        const x = ((place % wide) + at(0)) / wide
        const y = (Math.floor(place / wide) + at(1)) / high
        const box: Four = [x, y, (Math.exp(at(2)) * w) / wide, (Math.exp(at(3)) * h) / high]
        const labels = softmax(Array.from({ length: each - 5 }, (_, k) => at(5 + k)))
        return { box, ...best(labels, 0, 1, labels.length, sigmoid(at(4))) }
      },
      size,
    )
  },
  rows: (outputs, settings, size) => {
    const { data, rows, each } = table(outputs, settings)
    need(each === 6, 'rows of six numbers')
    return rowsOf(
      rows,
      settings,
      (n) => ({ box: four(data, n * 6, 1), score: data[n * 6 + 4] ?? 0, label: data[n * 6 + 5] ?? 0 }),
      size,
    )
  },
  boxes: (outputs, settings, size) => {
    const { data } = output(outputs, settings.outputs.boxes)
    const scores = output(outputs, settings.outputs.scores).data
    const labels = output(outputs, settings.outputs.classes).data
    const rows = Math.min(scores.length, labels.length, Math.floor(data.length / 4))
    return rowsOf(
      rows,
      settings,
      (n) => ({ box: four(data, n * 4, 1), score: scores[n] ?? 0, label: (labels[n] ?? 0) - settings.first }),
      size,
    )
  },
  'scored-boxes': (outputs, settings, size) => {
    const { data } = output(outputs, settings.outputs.boxes)
    const scores = output(outputs, settings.outputs.scores)
    const each = scores.dims.at(-1) ?? 0
    const rows = Math.min(Math.floor(data.length / 4), Math.floor(scores.data.length / Math.max(1, each)))
    return rowsOf(
      rows,
      settings,
      (n) => {
        const said = Array.from({ length: each }, (_, k) => scores.data[n * each + k] ?? 0)
        const shares =
          settings.scores === 'softmax' ? softmax(said) : settings.scores === 'sigmoid' ? said.map(sigmoid) : said
        return { box: four(data, n * 4, 1), ...best(shares, settings.first, 1, each - settings.first, 1) }
      },
      size,
    )
  },
}

type Four = [number, number, number, number]

function rowsOf(
  rows: number,
  { least, corners, unit }: ModelSettings,
  read: (row: number) => { box: Four; score: number; label: number } | null,
  { width, height }: Size,
): Candidate[] {
  const found: Candidate[] = []
  const [sx, sy] = unit === 'shares' ? [width, height] : [1, 1]
  for (let n = 0; n < rows; n++) {
    const one = read(n)
    if (!one || !(one.score >= least) || one.score <= 0) continue
    const [x1, y1, x2, y2] = cornersOf(one.box, corners)
    const candidate = {
      label: one.label,
      score: Math.min(1, one.score),
      x1: x1 * sx,
      y1: y1 * sy,
      x2: x2 * sx,
      y2: y2 * sy,
    }
    // A number that is none, or a box without an inside, says nothing.
    if (Object.values(candidate).every(Number.isFinite) && candidate.x2 > candidate.x1 && candidate.y2 > candidate.y1)
      found.push(candidate)
  }
  return found
}

function cornersOf([a, b, c, d]: Four, corners: ModelSettings['corners']): Four {
  if (corners === 'xyxy') return [a, b, c, d]
  if (corners === 'yxyx') return [b, a, d, c]
  return corners === 'xywh' ? [a, b, a + c, b + d] : [a - c / 2, b - d / 2, a + c / 2, b + d / 2]
}

function four(data: Numbers, at: number, step: number): Four {
  return [data[at] ?? 0, data[at + step] ?? 0, data[at + 2 * step] ?? 0, data[at + 3 * step] ?? 0]
}

function best(data: Numbers, at: number, step: number, count: number, times: number): { label: number; score: number } {
  let label = 0
  for (let n = 1; n < count; n++) if ((data[at + n * step] ?? 0) > (data[at + label * step] ?? 0)) label = n
  return { label, score: (data[at + label * step] ?? 0) * times }
}

/** Middle cells of the grids of 8, 16, 32 (and perhaps more) pixels, in the order in which their rows stand. */
function gridOf(rows: number, { width, height }: Size): { x: number; y: number; stride: number }[] {
  const [, large, small] = placesOf(height, width)
  const strides = rows === large ? [8, 16, 32, 64] : rows === small ? [4, 8, 16, 32] : [8, 16, 32]
  const cells = strides.flatMap((stride) => {
    const [wide, high] = [Math.ceil(width / stride), Math.ceil(height / stride)]
    return Array.from({ length: wide * high }, (_, n) => ({ x: n % wide, y: Math.floor(n / wide), stride }))
  })
  need(cells.length === rows, 'as many rows as the grid has cells')
  return cells
}

/** An output of [1, rows, each]. */
function table(outputs: Outputs, settings: ModelSettings): { data: Numbers; rows: number; each: number } {
  const { data, dims } = output(outputs, settings.outputs.main)
  const [each = 0, rows = 0] = dims.toReversed()
  need(dims.length >= 2 && data.length === rows * each && each > 0, 'one table')
  return { data, rows, each }
}

export function output(outputs: Outputs, name: string | undefined): { data: Numbers; dims: readonly number[] } {
  const found = name === undefined ? undefined : outputs[name]
  if (!found) throw new MisfitFault(`no output ${name ?? '?'}`)
  const { data, dims } = found
  return { data: data instanceof BigInt64Array ? Array.from(data, Number) : data, dims }
}

export function softmax(values: readonly number[]): number[] {
  const top = Math.max(...values)
  const raised = values.map((value) => Math.exp(value - top))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((value) => value / sum)
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function need(holds: boolean, what: string): asserts holds {
  if (!holds) throw new MisfitFault(`the layout needs ${what}`)
}
