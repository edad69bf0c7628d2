import type { ModelFamily, ModelReason, ModelSettings } from '@nabij/base'
import type { CheckedGraph } from '../check/check-graph.ts'
import { type Known, product } from '../check/known.ts'
import type { Hints } from './hints.ts'
import type { PictureInput } from './recognise.ts'

type Parts = Pick<ModelSettings, 'layout' | 'outputs' | 'scores' | 'corners' | 'unit' | 'first'>

export interface LayoutFound {
  settings: Parts
  /** How many labels the shapes have room for; null where they do not say. */
  count: number | null
  /** Whether number 0 is the background. */
  background: boolean
  family: ModelFamily | null
  reasons: ModelReason[]
}

type Output = Known & { name: string }

/** How the answer is laid out, by names where they are well known, else by shapes. */
export function layoutOf(graph: CheckedGraph, input: PictureInput, hints: Hints): LayoutFound | null {
  const floats = graph.outputs.filter(({ type }) => type === 1 || type === 10)
  return (
    named(graph.outputs) ??
    apart(graph.outputs, graph) ??
    (graph.outputs.length >= 1 && floats[0] ? single(floats[0], graph, input, hints) : null)
  )
}

function found(
  settings: Partial<Parts> & Pick<Parts, 'layout' | 'outputs'>,
  by: ModelReason['by'],
  saw: string,
  more: Partial<LayoutFound> = {},
): LayoutFound {
  const usual: Omit<Parts, 'layout' | 'outputs'> = {
    scores: 'as-they-are',
    corners: 'cxcywh',
    unit: 'pixels',
    first: 0,
  }
  return {
    settings: { ...usual, ...settings },
    count: null,
    background: false,
    family: null,
    reasons: [{ about: 'layout', by, saw }],
    ...more,
  }
}

/** Sets of outputs whose names say it all. */
function named(outputs: Output[]): LayoutFound | null {
  const names = outputs.map(({ name }) => name)
  const pick = (wanted: RegExp) => names.find((name) => wanted.test(name))
  const all = (boxes: RegExp, scores: RegExp, classes: RegExp) => {
    const [b, s, c] = [pick(boxes), pick(scores), pick(classes)]
    return b !== undefined && s !== undefined && c !== undefined ? { boxes: b, scores: s, classes: c } : null
  }
  const custom = all(/^detected_boxes$/, /^detected_scores$/, /^detected_classes$/)
  if (custom)
    return found(
      { layout: 'boxes', outputs: custom, corners: 'xyxy', unit: 'shares' },
      'names',
      Object.values(custom).join(', '),
      { family: 'custom-vision' },
    )
  const tensorflow = all(/^detection_boxes(:0)?$/, /^detection_scores(:0)?$/, /^detection_classes(:0)?$/)
  if (tensorflow)
    return found(
      { layout: 'boxes', outputs: tensorflow, corners: 'yxyx', unit: 'shares', first: 1 },
      'names',
      Object.values(tensorflow).join(', '),
      { family: 'ssd', background: true },
    )
  const [dets, labels] = ['dets', 'labels'].map((name) => outputs.find((output) => output.name === name))
  if (!dets || !labels || dets.dims.at(-1) !== 4 || labels.dims.length !== 3) return null
  return found(
    { layout: 'scored-boxes', outputs: { boxes: dets.name, scores: labels.name }, scores: 'sigmoid', unit: 'shares' },
    'names',
    'dets, labels',
    {
      family: 'roboflow',
      count: labels.dims[2] ?? null,
    },
  )
}

/** Boxes in one output, scores in another, and perhaps numbers of labels in a third. */
function apart(outputs: Output[], { madeBy }: CheckedGraph): LayoutFound | null {
  if (outputs.length < 2 || outputs.length > 4) return null
  const boxes = outputs.find(
    ({ dims }) => dims.at(-1) === 4 && (dims.length === 2 || (dims.length === 3 && dims[0] === 1)),
  )
  if (!boxes) return null
  const rows = boxes.dims.at(-2) ?? 0
  const rest = outputs.filter((output) => output !== boxes)
  const lists = rest.filter(({ dims }) => product(dims) === rows || (dims.at(-1) === rows && dims.length <= 2))
  const scores = lists.find(({ name, type }) => (type === 1 || type === 10) && !/label|class/i.test(name))
  const classes = lists.find(
    (output) => output !== scores && (/label|class/i.test(output.name) || output.type === 7 || output.type === 6),
  )
  // Nothing says whether the corners are shares or pixels, except the way in which it is used most: SSD of torchvision in pixels.
  if (scores && classes) {
    const shares = /bboxes|detection/i.test(boxes.name)
    const settings = { corners: 'xyxy', unit: shares ? 'shares' : 'pixels', first: 1 } as const
    const names = { boxes: boxes.name, scores: scores.name, classes: classes.name }
    return found({ layout: 'boxes', outputs: names, ...settings }, 'shapes', shapesOf(outputs), {
      family: 'ssd',
      background: true,
      reasons: [
        { about: 'layout', by: 'shapes', saw: shapesOf(outputs) },
        { about: 'boxes', by: 'usual', saw: shares ? boxes.name : 'xyxy' },
      ],
    })
  }
  const many = rest.find(
    ({ dims, type }) => (type === 1 || type === 10) && dims.at(-2) === rows && (dims.at(-1) ?? 0) > 1,
  )
  if (!many) return null
  const count = many.dims.at(-1) ?? 2
  const settings = { corners: 'xyxy', unit: 'shares', scores: lastStep(many.name, madeBy), first: 1 } as const
  return found(
    { layout: 'scored-boxes', outputs: { boxes: boxes.name, scores: many.name }, ...settings },
    'shapes',
    shapesOf(outputs),
    {
      family: 'ssd',
      background: true,
      count: count - 1,
    },
  )
}

function single(
  output: Output,
  { madeBy, outputs }: CheckedGraph,
  input: PictureInput,
  hints: Hints,
): LayoutFound | null {
  const { name, dims } = output
  const main = { main: name }
  const saw = shapesOf([output])
  const many = product(dims)
  if (
    outputs.length === 1 &&
    dims[0] === 1 &&
    many > 1 &&
    dims.slice(2).every((dim) => dim === 1) &&
    dims.length >= 2 &&
    hints.task !== 'boxes'
  ) {
    const step = lastStep(name, madeBy)
    const scores =
      hints.family === 'custom-vision' || hints.family === 'ultralytics'
        ? 'as-they-are'
        : step === 'as-they-are'
          ? 'as-they-are'
          : 'softmax'
    const reason: ModelReason = {
      about: 'scores',
      by: step === 'as-they-are' ? 'operators' : scores === 'softmax' ? 'usual' : 'metadata',
      saw: madeBy[name] ?? '–',
    }
    return found({ layout: 'classes', outputs: main, scores }, 'shapes', saw, {
      count: many,
      reasons: [{ about: 'layout', by: 'shapes', saw }, reason],
    })
  }
  if (dims.length === 4) return cells(output, hints)
  return dims.length === 3 && dims[0] === 1 ? rowsOrColumns(output, input, hints) : null
}

/** Five boxes in each cell, each with five numbers and the labels. */
function cells({ name, dims }: Output, { family, labels, task }: Hints): LayoutFound | null {
  const [, channels = 0, height = 0, width = 0] = dims
  const each = channels / 5
  const fits = Number.isInteger(each) && each > 5 && height > 0 && width > 0
  const meant = family === 'custom-vision' || task === 'boxes' || labels?.names.length === each - 5
  if (!fits || !meant) return null
  return found(
    { layout: 'yolo-cells', outputs: { main: name }, unit: 'shares' },
    family === 'custom-vision' ? 'manifest' : 'shapes',
    shapesOf([{ name, dims }]),
    { count: each - 5 },
  )
}

/** YOLO in its kinds: how many places there are says which, for the input has a fixed number of cells. */
function rowsOrColumns(
  { name, dims }: Output,
  { height, width }: PictureInput,
  { labels, family }: Hints,
): LayoutFound | null {
  const [, a = 0, b = 0] = dims
  const outputs = { main: name }
  const saw = shapesOf([{ name, dims }])
  const places = placesOf(height, width)
  const anchored = places.map((count) => count * 3)
  // What stands behind the labels is of masks or joints.
  const columns = labels && labels.names.length < a - 4 ? labels.names.length : a - 4
  if (places.includes(b) && a > 4) return found({ layout: 'yolo-columns', outputs }, 'shapes', saw, { count: columns })
  if (anchored.includes(a) && b > 5) return found({ layout: 'yolo-rows', outputs }, 'shapes', saw, { count: b - 5 })
  if (places.includes(a) && b > 5) {
    const grid = family !== 'ultralytics' && labels?.names.length !== b - 4
    return grid ? found({ layout: 'yolo-grid', outputs }, 'shapes', saw, { count: b - 5 }) : null
  }
  if (b === 6 && a <= 1000)
    return found({ layout: 'rows', outputs, corners: 'xyxy' }, 'shapes', saw, { family: 'ultralytics' })
  return null
}

/** Cells of a YOLO's grids: 8, 16 and 32 pixels wide, of the larger ones also 64, of small ones also 4. */
export function placesOf(height: number, width: number): number[] {
  const cells = (stride: number) => Math.ceil(height / stride) * Math.ceil(width / stride)
  const usual = cells(8) + cells(16) + cells(32)
  return [usual, usual + cells(64), usual + cells(4)]
}

function lastStep(name: string, madeBy: Record<string, string>): ModelSettings['scores'] {
  return ['Softmax', 'Sigmoid', 'HardSigmoid'].includes(madeBy[name] ?? '') ? 'as-they-are' : 'softmax'
}

function shapesOf(outputs: readonly Pick<Output, 'name' | 'dims'>[]): string {
  return outputs.map(({ name, dims }) => `${name.slice(0, 60)} [${dims.join(', ')}]`).join('; ')
}
