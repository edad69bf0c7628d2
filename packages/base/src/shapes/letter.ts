import { z } from 'zod'
import { Day } from './knowledge.ts'
import { Language } from './language.ts'

/** What a supplier is asked, and answers, about one service. */
export const Ask = z.enum([
  'entity',
  'parent',
  'location',
  'sub-processors',
  'keys',
  'support',
  'export',
  'alternative',
  'price',
])
export type Ask = z.infer<typeof Ask>

/** What a supplier said about one service, on a day. It is never more than that: it is reported, not confirmed. */
export const Claim = z.strictObject({
  serviceId: z.string(),
  ask: Ask,
  /** In the supplier's words. */
  value: z.string(),
  /** The day that the supplier wrote; null when it wrote none. */
  saidOn: Day.nullable(),
  /** The letter that it answers. */
  letter: z.string().nullable(),
})
export type Claim = z.infer<typeof Claim>

/** The answer sheet as JSON: a block for each service. What is not answered is left out. */
export const AnswerSheet = z.strictObject({
  format: z.literal('nabij-answer/1'),
  letter: z.string().max(100).nullable(),
  answeredOn: Day.nullable(),
  services: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(300),
        answers: z.partialRecord(Ask, z.string().max(2000)),
      }),
    )
    .max(1000),
})
export type AnswerSheet = z.infer<typeof AnswerSheet>

/** A letter as it is kept: written by nabij, edited and sent by a person. */
export const Letter = z.strictObject({
  id: z.string(),
  serviceId: z.string(),
  language: Language,
  subject: z.string().min(1).max(300),
  body: z.string().min(1).max(20_000),
  /** What was missing when it was written. */
  asks: z.array(z.string()),
  /** `late` is said by the day, `answered` by a person or by the answer itself. */
  state: z.enum(['draft', 'sent', 'answered', 'late']),
  createdAt: z.int(),
  sentAt: z.int().nullable(),
  answeredAt: z.int().nullable(),
  /** Until when an answer was asked for. */
  answerBy: Day.nullable(),
  /** The evidence that is its answer. */
  evidence: z.string().nullable().default(null),
})
export type Letter = z.infer<typeof Letter>
