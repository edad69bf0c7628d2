import { z } from 'zod'

/** A finished backup. */
export const Backup = z.object({
  name: z.string(),
  createdAt: z.int(),
  bytes: z.int(),
})
export type Backup = z.infer<typeof Backup>
