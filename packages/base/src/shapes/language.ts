import { z } from 'zod'

export const Language = z.enum(['nl', 'en'])
export type Language = z.infer<typeof Language>
