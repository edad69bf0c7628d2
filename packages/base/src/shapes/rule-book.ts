import { z } from 'zod'
import { OwnRule } from './register.ts'

/** What a person decided about what was found, as a file: it can go to another nabij, or come back. */
export const RuleBook = z.strictObject({
  format: z.literal('nabij-rules'),
  version: z.literal(1),
  /** Answers to questions. */
  rules: z.array(OwnRule).max(20_000),
  /** Findings that are not about a service. */
  apart: z
    .array(z.strictObject({ serviceId: z.string().min(1).max(300), findingId: z.string().min(1).max(300) }))
    .max(50_000),
  /** Services that are used and that only their own name tells. */
  names: z.array(z.string().trim().min(1).max(200)).max(5000),
})
export type RuleBook = z.infer<typeof RuleBook>

/** What a file with rules brings, or brought. */
export const RuleBookImport = z.strictObject({
  rules: z.strictObject({ added: z.int(), same: z.int(), replaced: z.int() }),
  apart: z.strictObject({ added: z.int(), same: z.int() }),
  names: z.strictObject({ added: z.int(), same: z.int() }),
  /** The same words, another answer: what stands here, and what the file says. */
  conflicts: z.array(z.strictObject({ words: z.string(), ours: OwnRule, theirs: OwnRule })),
})
export type RuleBookImport = z.infer<typeof RuleBookImport>
