import { z } from 'zod'

/** A picture to teach from. */
export const Photo = z.object({
  id: z.uuid(),
  stationId: z.uuid(),
  label: z.enum(['good', 'bad']),
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  createdAt: z.int(),
})
export type Photo = z.infer<typeof Photo>
