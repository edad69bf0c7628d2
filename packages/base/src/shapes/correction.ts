import { z } from 'zod'
import { VerdictWord } from './verdict.ts'

/** A marked picture whose verdict a correction changes. */
export const Flip = z.object({
  photoId: z.uuid(),
  name: z.string(),
  label: z.enum(['good', 'bad']),
  before: VerdictWord,
  after: VerdictWord,
  /** The new verdict contradicts what a person said of it. */
  wrong: z.boolean(),
})
export type Flip = z.infer<typeof Flip>

/**
 * What a person's word on one picture changed. asks: it would turn other marked pictures wrong, and waits for a yes;
 * applied: the station judges with it; undone: taken back; refused: a person said no.
 */
export const Correction = z.object({
  id: z.uuid(),
  stationId: z.uuid(),
  photoId: z.uuid(),
  verdictId: z.uuid().nullable(),
  label: z.enum(['good', 'bad']),
  kind: z.string().nullable(),
  at: z.int(),
  by: z.string().nullable(),
  state: z.enum(['asks', 'applied', 'undone', 'refused']),
  /** The version that it made. Null when it changed nothing (an untaught station). */
  recipeId: z.uuid().nullable(),
  /** All marked pictures were checked again: how many, and those that flip. */
  checked: z.int(),
  flips: z.array(Flip),
  ms: z.number(),
})
export type Correction = z.infer<typeof Correction>

/** One marked picture under two versions. */
export const Comparison = z.object({
  photoId: z.uuid(),
  name: z.string(),
  label: z.enum(['good', 'bad']),
  before: z.object({ verdict: VerdictWord, score: z.number().nullable() }),
  after: z.object({ verdict: VerdictWord, score: z.number().nullable() }),
})
export type Comparison = z.infer<typeof Comparison>
