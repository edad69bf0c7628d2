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
})
export type Problem = z.infer<typeof Problem>
