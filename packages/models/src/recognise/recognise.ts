import type { ModelFamily, ModelReading, ModelReason, ModelSettings } from '@nabij/base'
import type { CheckedGraph } from '../check/check-graph.ts'
import type { Known } from '../check/known.ts'
import type { Hints } from './hints.ts'
import { type LayoutFound, layoutOf } from './layout.ts'
import { pixelsOf } from './pixels.ts'

type Said = Pick<ModelReading, 'family' | 'settings' | 'reasons'>

/**
 * What the numbers of a model mean, as far as its file, the files beside it and its shapes say so. What nothing says is
 * taken as most models have it, and named as such: a person can put it right.
 */
export function recognise(graph: CheckedGraph, hints: Hints): Said {
  const input = pictureInput(graph.inputs)
  const layout = input && layoutOf(graph, input, hints)
  if (!input || !layout) return { family: hints.family, settings: null, reasons: [] }
  const family = familyOf(hints.family, layout)
  const pixels = pixelsOf(family, layout, input, hints)
  const labels = labelsOf(hints, layout)
  const settings: ModelSettings = {
    ...layout.settings,
    ...pixels.settings,
    labels: labels.names,
    least: leastOf(layout),
    overlap: 0.45,
  }
  return { family, settings, reasons: [...layout.reasons, ...pixels.reasons, labels.reason] }
}

/** Where the picture goes in: one input of three channels, first or last. */
export interface PictureInput {
  name: string
  type: number
  height: number
  width: number
  channels: 'first' | 'last'
}

export function pictureInput(inputs: readonly (Known & { name: string })[]): PictureInput | null {
  const [input, ...more] = inputs
  if (!input || more.length > 0 || ![1, 2, 10].includes(input.type)) return null
  const [batch = 0, a = 0, b = 0, c = 0] = input.dims
  if (input.dims.length !== 4 || batch !== 1) return null
  const { name, type } = input
  if (a === 3) return { name, type, height: b, width: c, channels: 'first' }
  return c === 3 ? { name, type, height: a, width: b, channels: 'last' } : null
}

function familyOf(said: ModelFamily, { settings: { layout }, family }: LayoutFound): ModelFamily {
  if (said !== 'unknown') return said
  if (family) return family
  if (layout === 'yolo-grid') return 'yolox'
  if (layout === 'yolo-columns' || layout === 'yolo-rows') return 'ultralytics'
  if (layout === 'yolo-cells') return 'custom-vision'
  if (layout === 'classes') return 'classifier'
  return layout === 'boxes' || layout === 'scored-boxes' ? 'ssd' : 'unknown'
}

/** What a label needs at least: a class always has its share, a box is only worth showing when it is likely. */
function leastOf({ settings: { layout } }: LayoutFound): number {
  return layout === 'classes' ? 0 : 0.25
}

function labelsOf({ labels }: Hints, { count, background }: LayoutFound): { names: string[]; reason: ModelReason } {
  const known = labels && !background ? labels : labels && { ...labels, names: withoutBackground(labels.names, count) }
  // A model that tells its labels by number only does not say how many there are.
  const names =
    count === null ? (known?.names ?? []) : Array.from({ length: count }, (_, n) => known?.names[n] ?? `label ${n + 1}`)
  const all = names.length > 0 ? names : Array.from({ length: 91 }, (_, n) => `label ${n + 1}`)
  const reason: ModelReason = known
    ? { about: 'labels', by: known.by, saw: `${known.saw} (${known.names.length})` }
    : { about: 'labels', by: 'usual', saw: `${all.length}` }
  return { names: all, reason }
}

/** Where number 0 is the background, some lists name it and some do not. */
function withoutBackground(names: string[], count: number | null): string[] {
  const named = /^_*background_*$/i.test(names[0] ?? '') || (count !== null && names.length === count + 1)
  return named ? names.slice(1) : names
}
