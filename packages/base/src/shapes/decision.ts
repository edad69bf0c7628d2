import { z } from 'zod'

/** What was decided about a product that somebody considered. */
export const Decision = z.strictObject({
  id: z.string(),
  /** What was considered. */
  asked: z.string().min(1).max(300),
  decision: z.enum(['buy', 'not', 'later']),
  reason: z.string().max(2000),
  createdAt: z.int(),
})
export type Decision = z.infer<typeof Decision>
