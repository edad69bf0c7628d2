import { z } from 'zod'

/** One outward connection. */
export const Egress = z.object({
  id: z.uuid(),
  at: z.int(),
  /** Who asked for it, in words ("webhook of station Press 2"). */
  purpose: z.string(),
  host: z.string(),
  bytesOut: z.int(),
  bytesIn: z.int(),
})
export type Egress = z.infer<typeof Egress>
