import { z } from 'zod'
import { Box } from './verdict.ts'

/** How a model's answer is laid out. */
export const ModelLayout = z.enum([
  /** One score for each label. */
  'classes',
  /** Rows of a box, the certainty that there is anything, and a score for each label (YOLOv5, v7). */
  'yolo-rows',
  /** Columns of a box and a score for each label (YOLOv8, v9, v11). */
  'yolo-columns',
  /** Rows of which the box still lies on a grid (YOLOX). */
  'yolo-grid',
  /** A grid with five boxes of usual sizes in each cell (Custom Vision, general compact). */
  'yolo-cells',
  /** Rows of two corners, a score and the number of a label: nothing is left to do. */
  'rows',
  /** Boxes, scores and numbers of labels apart (SSD, Custom Vision S1). */
  'boxes',
  /** Boxes, and apart from them a score for each label (SSD without its last step, RF-DETR). */
  'scored-boxes',
])
export type ModelLayout = z.infer<typeof ModelLayout>

const three = z.tuple([z.number(), z.number(), z.number()])
const output = z.string().max(200).optional()
const label = z.string().trim().min(1).max(100)

/** How a picture becomes numbers, and numbers become labels. */
export const ModelSettings = z.strictObject({
  layout: ModelLayout,
  /** Which output is what: main; or boxes, scores and classes. */
  outputs: z.strictObject({ main: output, boxes: output, scores: output, classes: output }),
  /** stretch: aspect not kept; letterbox: kept, with a rim around it or (corner) below and right of it; crop: its middle. */
  fit: z.enum(['stretch', 'letterbox', 'letterbox-corner', 'crop']),
  /** Of `crop`: how much of the shorter side stays. */
  keep: z.number().gt(0).max(1).default(1),
  /** Grey of the rim. */
  rim: z.int().min(0).max(255).default(114),
  order: z.enum(['rgb', 'bgr']),
  /** A pixel (0–255) becomes (pixel / divide − mean) / spread, for red, green and blue. */
  divide: z.number().positive(),
  mean: three,
  spread: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]),
  /** What is still to be done to the scores. */
  scores: z.enum(['as-they-are', 'softmax', 'sigmoid']),
  /** What the four numbers of a box are. */
  corners: z.enum(['xyxy', 'yxyx', 'cxcywh', 'xywh']),
  /** Whether they count in shares of the input, or in its pixels. */
  unit: z.enum(['shares', 'pixels']),
  /** Number of the first label: 1 where 0 is the background. */
  first: z.int().min(0).max(1),
  labels: z.array(label).min(1).max(10_000),
  /** Labels below this score are left out. */
  least: z.number().min(0).max(1),
  /** Of two boxes of one label that share more than this, only the better one stays; 1: all stay. */
  overlap: z.number().min(0).max(1),
})
export type ModelSettings = z.infer<typeof ModelSettings>

/** One thing that was recognised about a model, and by what. */
export const ModelReason = z.object({
  about: z.enum(['layout', 'fit', 'colours', 'numbers', 'scores', 'boxes', 'labels']),
  /** manifest: a file beside the model; metadata: what the model says of itself; usual: nothing says it, most are so. */
  by: z.enum(['manifest', 'metadata', 'names', 'shapes', 'operators', 'usual', 'person']),
  /** What was seen there. */
  saw: z.string(),
})
export type ModelReason = z.infer<typeof ModelReason>

/** A value that goes into a model or comes out of it; the sizes are those with one picture at a time. */
export const ModelValue = z.object({
  name: z.string(),
  type: z.enum(['float32', 'float16', 'uint8', 'int32', 'int64', 'other']),
  dims: z.array(z.int()),
})
export type ModelValue = z.infer<typeof ModelValue>

export const ModelFamily = z.enum(['custom-vision', 'ultralytics', 'roboflow', 'yolox', 'ssd', 'classifier', 'unknown'])
export type ModelFamily = z.infer<typeof ModelFamily>

/** What was read from a model's file, without running it. */
export const ModelReading = z.object({
  family: ModelFamily,
  inputs: z.array(ModelValue).min(1),
  /** Where it finds nothing, or another number of things, the sizes are the largest that there can be. */
  outputs: z.array(ModelValue).min(1),
  opset: z.int(),
  /** Multiplications for one picture, as far as that can be told. */
  work: z.number(),
  /** Null: it takes and gives numbers only, until a person says how it is laid out. */
  settings: ModelSettings.nullable(),
  reasons: z.array(ModelReason),
})
export type ModelReading = z.infer<typeof ModelReading>

/** A model that somebody brought along. */
export const OwnModel = ModelReading.extend({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.int(),
  sha256: z.string(),
  bytes: z.int(),
  /** It answers no program; it can be tried. */
  stopped: z.boolean(),
})
export type OwnModel = z.infer<typeof OwnModel>

export const ModelChange = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  stopped: z.boolean().optional(),
  settings: ModelSettings.partial().optional(),
})
export type ModelChange = z.infer<typeof ModelChange>

/** What a model finds in a picture, the most certain first. */
export const Recognised = z.object({
  labels: z.array(z.object({ name: z.string(), score: z.number().min(0).max(1), box: Box.nullable() })),
  /** Of the picture, after turning by EXIF. */
  width: z.int(),
  height: z.int(),
  ms: z.object({ decode: z.number(), model: z.number(), total: z.number() }),
})
export type Recognised = z.infer<typeof Recognised>
