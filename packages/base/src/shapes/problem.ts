import { z } from 'zod'

/** RFC 9457 problem details, with nabij's own `code` and `action`. */
export const Problem = z.object({
  type: z.string(),
  code: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  action: z.string(),
  instance: z.string(),
  /** What fills the places in the texts of this code, for who shows it in another language. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Problem = z.infer<typeof Problem>
