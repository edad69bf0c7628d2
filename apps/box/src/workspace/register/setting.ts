import { Europe, PathGoal } from '@nabij/base'
import { z } from 'zod'

/** What a person set for the register as a whole. */
export const RegisterSettings = z.strictObject({
  company: z.string().trim().min(1).max(200).nullable().default(null),
  /** The company's own domains: what is found about them is no service. */
  domains: z.array(z.string().trim().toLowerCase().min(3).max(253)).max(50).default([]),
  europe: Europe.default('eea'),
  goal: PathGoal.nullable().default(null),
  /** When the register is gone over again. */
  reviewOn: z.iso.date().nullable().default(null),
})
export type RegisterSettings = z.infer<typeof RegisterSettings>
