import { z } from 'zod'
import { Problem } from './problem.ts'

/** Long work, seen and cancelled in one place. */
export const Job = z.object({
  id: z.uuid(),
  kind: z.enum(['teach', 'backup']),
  stationId: z.uuid().nullable(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** What it does now. */
  step: z.enum(['waiting', 'reading', 'locating', 'learning', 'checking', 'saving']),
  done: z.int(),
  total: z.int(),
  createdAt: z.int(),
  finishedAt: z.int().nullable(),
  problem: Problem.nullable(),
  /** The recipe that it made. */
  recipeId: z.uuid().nullable(),
})
export type Job = z.infer<typeof Job>
