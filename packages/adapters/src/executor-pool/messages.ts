import { type ErrorCode, errorCatalogue, NabijError, Region } from '@nabij/base'
import { z } from 'zod'

const id = z.int().min(0)

/** What the pool asks of a child; the bytes of the frame are the picture. */
export const Order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inspect'), id, recipe: z.object({ sha256: z.string(), path: z.string() }) }),
  z.object({ kind: z.literal('examine'), id }),
  z.object({
    kind: z.literal('teach'),
    id,
    photos: z.array(z.object({ id: z.string(), path: z.string() })),
    /** The file to write; the pool gives it its real name once it is complete. */
    out: z.string(),
  }),
  z.object({ kind: z.literal('readRecipe'), id, path: z.string() }),
])
export type Order = z.infer<typeof Order>

const Progress = z.object({
  step: z.enum(['reading', 'learning', 'checking', 'saving']),
  done: z.int(),
  total: z.int(),
})

/** What a child says; after `done` to an inspection the bytes of the frame are the map. */
export const Answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** Resident memory in bytes, twice a second. */
  z.object({ type: z.literal('beat'), rss: z.number() }),
  z.object({ type: z.literal('progress'), id, progress: Progress }),
  z.object({ type: z.literal('done'), id, result: z.unknown() }),
  z.object({ type: z.literal('failed'), id, code: z.string(), params: z.record(z.string(), z.unknown()) }),
])
export type Answer = z.infer<typeof Answer>

/** The result of an inspection, without its map. */
export const InspectionResult = z.object({
  score: z.number().min(0).max(1),
  regions: z.array(Region),
  width: z.int(),
  height: z.int(),
  ms: z.object({ decode: z.number(), model: z.number(), total: z.number() }),
})

export const ExamineResult = z.object({ format: z.string(), width: z.int(), height: z.int() })

/** The error that a child names, as the error that the caller gets. */
export function errorFrom(failed: { code: string; params: Record<string, unknown> }): NabijError {
  if (Object.hasOwn(errorCatalogue, failed.code)) return new NabijError(failed.code as ErrorCode, failed.params)
  return new NabijError('NABIJ_UNEXPECTED', { message: `an executor answered with ${failed.code}` })
}
