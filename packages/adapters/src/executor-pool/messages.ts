import {
  type ErrorCode,
  errorCatalogue,
  Layers,
  Look,
  ModelReading,
  ModelSettings,
  ModelValue,
  NabijError,
  Part,
  RecipeFacts,
  Recognised,
  Region,
  StationSettings,
} from '@nabij/base'
import { z } from 'zod'

const id = z.int().min(0)
const recipe = z.object({ sha256: z.string(), path: z.string() })
const photoFile = z.object({ id: z.string(), path: z.string() })
const photos = z.array(photoFile)
const limit = z.object({ value: z.number(), band: z.number() })
const marked = z.array(photoFile.extend({ label: z.enum(['good', 'bad']), kind: z.string().nullable() }))

const tensors = z.array(ModelValue)

/** What the pool asks of a child; the bytes of the frame are the picture, or the numbers of tensors one after the other. */
export const Order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inspect'), id, recipe }),
  z.object({ kind: z.literal('examine'), id }),
  z.object({ kind: z.literal('thumb'), id }),
  z.object({
    kind: z.literal('teach'),
    id,
    lesson: z.object({ photos: marked, locate: StationSettings.shape.locate }),
    /** The file to write; the pool gives it its real name once it is complete. */
    out: z.string(),
  }),
  z.object({ kind: z.literal('readRecipe'), id, path: z.string() }),
  z.object({
    kind: z.literal('correct'),
    id,
    order: z.object({ base: recipe, corrections: marked, marked, limit: limit.nullish() }),
  }),
  z.object({ kind: z.literal('check'), id, recipe, photos }),
  z.object({ kind: z.literal('nearest'), id, recipe, photos }),
  z.object({ kind: z.literal('codes'), id }),
  z.object({ kind: z.literal('readModel'), id, model: recipe }),
  z.object({ kind: z.literal('recognise'), id, model: recipe, settings: ModelSettings.nullable() }),
  z.object({ kind: z.literal('infer'), id, model: recipe, tensors }),
])
export type Order = z.infer<typeof Order>

const Progress = z.object({
  step: z.enum(['reading', 'locating', 'learning', 'checking', 'saving']),
  done: z.int(),
  total: z.int(),
})

/** What a child says; after `done` to an inspection the bytes of the frame are the map and the small picture. */
export const Answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** Resident memory in bytes, twice a second. */
  z.object({ type: z.literal('beat'), rss: z.number() }),
  z.object({ type: z.literal('progress'), id, progress: Progress }),
  z.object({ type: z.literal('done'), id, result: z.unknown() }),
  z.object({ type: z.literal('failed'), id, code: z.string(), params: z.record(z.string(), z.unknown()) }),
])
export type Answer = z.infer<typeof Answer>

/** The result of an inspection, without its pictures: of the bytes the first `mapBytes` are the map. */
export const InspectionResult = z.object({
  score: z.number().min(0).max(1),
  regions: z.array(Region),
  parts: z.array(Part.omit({ verdict: true, reason: true }).extend({ score: z.number().min(0).max(1) })),
  layers: Layers.nullable(),
  kind: z.object({ name: z.string(), confidence: z.number().min(0).max(1) }).nullable(),
  look: Look.pick({ brightness: true, contrast: true, sharpness: true }),
  width: z.int(),
  height: z.int(),
  ms: z.object({ decode: z.number(), locate: z.number(), model: z.number(), total: z.number() }),
  mapBytes: z.int().min(0),
})

export const ExamineResult = z.object({ format: z.string(), width: z.int(), height: z.int(), look: Look })

export const CheckResult = z.array(z.object({ id: z.string(), score: z.number().min(0).max(1).nullable() }))

export const CorrectResult = z.object({ facts: RecipeFacts, checked: CheckResult, file: z.string() })

export const NearestResult = z.array(z.object({ id: z.string(), distance: z.number() })).max(3)

export const CodesResult = z.array(z.string())

export const ReadModelResult = ModelReading

export const RecogniseResult = Recognised

/** What came out; the bytes are its numbers. */
export const InferResult = tensors

/** The error that a child names, as the error that the caller gets. */
export function errorFrom(failed: { code: string; params: Record<string, unknown> }): NabijError {
  if (Object.hasOwn(errorCatalogue, failed.code)) return new NabijError(failed.code as ErrorCode, failed.params)
  return new NabijError('NABIJ_UNEXPECTED', { message: `an executor answered with ${failed.code}` })
}
