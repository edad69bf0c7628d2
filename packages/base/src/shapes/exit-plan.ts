import { z } from 'zod'

/** How far a person is with leaving a service. */
export const ExitState = z.strictObject({
  state: z.enum(['considered', 'planned', 'switched', 'gone']).nullable().default(null),
  option: z.string().max(200).nullable().default(null),
  owner: z.string().max(200).nullable().default(null),
  fallBack: z.string().max(1000).nullable().default(null),
  by: z.iso.date().nullable().default(null),
  changedAt: z.int().nullable().default(null),
})
export type ExitState = z.infer<typeof ExitState>

/** How a company could do without a service: options beside each other, clocks, steps. Unknown stays unknown. */
export interface ExitPlan {
  serviceId: string
  serviceName: string
  options: ExitOption[]
  clocks: ExitClock[]
  steps: { id: 'export' | 'choose' | 'try' | 'notice' | 'move' | 'check' | 'erase'; text: string }[]
  /** What a person still has to fill in. */
  missing: string[]
}

export interface ExitOption {
  kind: 'stay-protected' | 'european-vendor' | 'self-hosted' | 'end-it'
  title: string
  /** Names with country and price where known. */
  candidates: {
    name: string
    country: string
    price: string
    effort: string
    weakerIn: string
    ownDependencies: string
  }[]
  whatGetsWorse: string
}

/** A day by which something must or may happen; `source` is the rule that says so. */
export interface ExitClock {
  text: string
  day: string | null
  source: string
}
