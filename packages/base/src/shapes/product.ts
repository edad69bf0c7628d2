import { z } from 'zod'

/** One of several products at a station, each with its own photos and recipes. */
export const Product = z.object({
  id: z.uuid(),
  name: z.string(),
  /** How it is recognised when the station chooses by name or by code: a beginning of the file's name, or the code. */
  code: z.string().nullable(),
})
export type Product = z.infer<typeof Product>
