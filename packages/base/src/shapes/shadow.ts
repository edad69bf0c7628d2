import { z } from 'zod'

const Box = z.strictObject({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })

/** What either side said, in the one form in which answers are compared: scores 0 to 1, boxes in shares of the picture. */
export const Answer = z.strictObject({
  /** Where the service says it itself; null: it follows from the labels. */
  decision: z.enum(['pass', 'fail', 'unsure']).nullable(),
  labels: z.array(z.strictObject({ name: z.string(), score: z.number(), box: Box.nullable() })).max(1000),
})
export type Answer = z.infer<typeof Answer>

export const AnswerDecision = z.enum(['pass', 'fail', 'unsure'])
export type AnswerDecision = z.infer<typeof AnswerDecision>

/** What a person said of a picture about which cloud and box do not agree. */
export const ComparisonWord = z.strictObject({
  label: z.enum(['good', 'bad']),
  by: z.string().nullable(),
  at: z.int(),
})
export type ComparisonWord = z.infer<typeof ComparisonWord>

/** One picture that both sides answered. */
export const DropInComparison = z.strictObject({
  id: z.uuid(),
  routeId: z.uuid(),
  at: z.int(),
  /** Hash of the picture. */
  picture: z.string(),
  /** Whether the picture itself is still here to look at. */
  kept: z.boolean(),
  agrees: z.boolean(),
  /** The cloud saw a defect that may not be missed, and the box let it pass. */
  missed: z.boolean(),
  decision: z.strictObject({ cloud: AnswerDecision, box: AnswerDecision }),
  ms: z.strictObject({ cloud: z.number(), box: z.number() }),
  /** Which model answered, where the service tells. */
  version: z.strictObject({ cloud: z.string().nullable(), box: z.string().nullable() }),
  answers: z.strictObject({ cloud: Answer, box: Answer }),
  word: ComparisonWord.nullable(),
})
export type DropInComparison = z.infer<typeof DropInComparison>

/** A share with the interval in which it lies with 95 % certainty (Wilson); null without cases. */
export const Proportion = z.strictObject({
  n: z.int(),
  yes: z.int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type Proportion = z.infer<typeof Proportion>

/** Times in milliseconds; null without any. */
export const Latency = z.strictObject({
  n: z.int(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
  most: z.number().nullable(),
  /** How many took at most so long; null: longer than all of these. */
  spread: z.array(z.strictObject({ upTo: z.number().nullable(), n: z.int() })),
})
export type Latency = z.infer<typeof Latency>

/** Two that judge the same cases: where only one of them says (or is right about) it, and how likely that is by chance. */
export const McNemar = z.strictObject({ onlyCloud: z.int(), onlyBox: z.int(), p: z.number() })
export type McNemar = z.infer<typeof McNemar>

const Text = z.strictObject({ nl: z.string(), en: z.string() })

/** Whether the box may take over, each part with its reason. */
export const CutOverRule = z.strictObject({
  met: z.boolean(),
  why: z.array(z.strictObject({ id: z.string(), met: z.boolean(), text: Text })),
})
export type CutOverRule = z.infer<typeof CutOverRule>

/** How cloud and box compare on one route. */
export const RouteComparison = z.strictObject({
  /** Different pictures since either side last changed its model. */
  n: z.int(),
  /** Comparisons that do not count: of an earlier model, or the same picture again. */
  earlier: z.int(),
  repeated: z.int(),
  since: z.int().nullable(),
  agreement: Proportion,
  /** Agreement beyond chance; null where everything is the same answer. */
  kappa: z.number().nullable(),
  /** Who calls more parts bad. */
  mcnemar: McNemar,
  latency: z.strictObject({ cloud: Latency, box: Latency }),
  /** How often the cloud agrees with itself on the same picture. */
  noise: Proportion,
  /** Where a person said what it is: how often each was right. */
  judged: z.strictObject({ cloud: Proportion, box: Proportion, mcnemar: McNemar }),
  missed: z.int(),
  versions: z.array(
    z.strictObject({ cloud: z.string().nullable(), box: z.string().nullable(), from: z.int(), n: z.int() }),
  ),
  rule: CutOverRule,
  /** Newest first; those without a person's word before those with one. */
  disagreements: z.array(DropInComparison),
})
export type RouteComparison = z.infer<typeof RouteComparison>

const Exact = z.strictObject({ amount: z.string(), currency: z.string() })

/** What one month of a route amounts to, out of the box's own log. */
export const MeterMonth = z.strictObject({
  /** YYYY-MM */
  month: z.string(),
  /** Calls that the cloud answered, those that it did not, and what the box answered itself. */
  cloud: z.int(),
  failed: z.int(),
  box: z.int(),
  /** Hours of the clock in which the cloud was asked. */
  hours: z.int(),
  /** What the bill counts; null: the log does not show it. */
  units: z.int().nullable(),
  cost: Exact.nullable(),
  /** What the box's own answers would have cost there. */
  avoided: Exact.nullable(),
  billed: Exact.nullable(),
  /** Billed less metered, exact. */
  difference: z.string().nullable(),
  /** As a share of what was metered. */
  share: z.number().nullable(),
  /** What is remarkable about it. */
  remarks: z.array(Text),
})
export type MeterMonth = z.infer<typeof MeterMonth>

export const RouteMeter = z.strictObject({
  priceId: z.string().nullable(),
  unit: z.string().nullable(),
  status: z.string().nullable(),
  source: z.string().nullable(),
  checkedOn: z.string().nullable(),
  serviceId: z.string().nullable(),
  months: z.array(MeterMonth),
})
export type RouteMeter = z.infer<typeof RouteMeter>
