import { z } from 'zod'
import { ExitProof, ExitState } from './exit-plan.ts'

const Text = z.strictObject({ nl: z.string(), en: z.string() })
const Cents = z.int().nullable()

export const MoveState = z.enum(['considered', 'planned', 'shadowing', 'switched', 'gone'])
export type MoveState = z.infer<typeof MoveState>

/** One step in leaving a service, as it is written down when it is made. */
export const MoveStep = z.strictObject({
  at: z.int(),
  state: MoveState,
  /** Evidence made this step, not a person. */
  seen: z.boolean(),
  /** Who decided; null: nobody has a name here. */
  by: z.string().nullable(),
  note: z.string().nullable(),
  /** What the step rested on at that moment. */
  evidence: z.array(Text),
})
export type MoveStep = z.infer<typeof MoveStep>

/** What a person says of a move beside the plan of leaving itself. */
export const MoveSaid = z.strictObject({
  /** The route over which the cloud is asked and compared; null: there is none. */
  routeId: z.uuid().nullable().default(null),
  stationId: z.uuid().nullable().default(null),
  /** Euro cents a year afterwards, and once; null: not said. */
  costAfter: Cents.default(null),
  costOnce: Cents.default(null),
  /** What gets worse, in a person's own words. */
  worse: z.string().max(2000).nullable().default(null),
})
export type MoveSaid = z.infer<typeof MoveSaid>

/** Taking a service to a European supplier or to a station of our own. It is the plan of leaving that service: one life. */
export const Move = z.strictObject({
  /** The id of the service. */
  id: z.string(),
  serviceName: z.string(),
  ...ExitState.omit({ state: true }).shape,
  state: MoveState,
  proof: ExitProof.nullable(),
  ...MoveSaid.shape,
  cost: z.strictObject({
    /** Euro cents a year. */
    before: Cents,
    from: z.enum(['meter', 'register']).nullable(),
    after: Cents,
    once: Cents,
  }),
  /** Of its route; null without one. */
  route: z
    .strictObject({ mode: z.string(), agreement: z.number().nullable(), n: z.int(), ruleMet: z.boolean() })
    .nullable(),
  next: Text,
  steps: z.array(MoveStep),
})
export type Move = z.infer<typeof Move>

/** The company over time: what is outside Europe, and what was left. Euro cents a year. */
export const MoveLine = z.strictObject({
  points: z.array(
    z.strictObject({ day: z.iso.date(), outsideCost: z.int(), crucialOutside: z.int(), costPerYear: z.int() }),
  ),
  won: z.strictObject({ outsideCost: z.int(), crucialOutside: z.int(), gone: z.int() }),
  /** What happened to moves on the way, oldest first. */
  steps: z.array(MoveStep.extend({ serviceId: z.string(), serviceName: z.string() })),
})
export type MoveLine = z.infer<typeof MoveLine>
