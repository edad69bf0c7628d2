import { z } from 'zod'

const Text = z.strictObject({ nl: z.string(), en: z.string() })

/** How far a person is with leaving a service: also the life of a move, which is the same thing with more beside it. */
export const ExitState = z.strictObject({
  state: z.enum(['considered', 'planned', 'shadowing', 'switched', 'gone']).nullable().default(null),
  option: z.string().max(200).nullable().default(null),
  owner: z.string().max(200).nullable().default(null),
  fallBack: z.string().max(1000).nullable().default(null),
  by: z.iso.date().nullable().default(null),
  /** Since when it is no longer used, as a person says it. */
  switchedOn: z.iso.date().nullable().default(null),
  /** It was left, and evidence shows it again: why the plan is open again. */
  reopened: z.strictObject({ on: z.iso.date(), because: Text }).nullable().default(null),
  changedAt: z.int().nullable().default(null),
})
export type ExitState = z.infer<typeof ExitState>

/**
 * What evidence says of a service that is said to be left. `gone`: everything that showed it is silent since; `not-proven`:
 * not enough was looked at yet; `back`: it is seen again.
 */
export const ExitProof = z.strictObject({
  state: z.enum(['gone', 'not-proven', 'back']),
  /** The day from which silence is proof, or on which it was last seen; null: nobody can say yet. */
  on: z.iso.date().nullable(),
  because: z.array(Text),
})
export type ExitProof = z.infer<typeof ExitProof>

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
