import type { Claim, Confidence, Finding, OwnRule, Question, Trace } from '@nabij/base'
import type { KnowledgeIndex, Known } from '@nabij/knowledge'
import { askedMark, lookUp, ruleMark } from './asked.ts'
import { idFrom } from './digest.ts'
import { ruleFor } from './own-rules.ts'
import { namesPerson } from './person.ts'
import { type Recognised, recognise, unknownVendor } from './recognise.ts'
import { ruleWords } from './words.ts'

/**
 * `asked` is the finding that waits for the question's answer: it counts for nothing until a rule of the user's own has its
 * words.
 */
export type Resolution = { finding: Finding } | { question: Question; asked: Finding } | { ignored: string }

/**
 * What a trace means: a finding about a known vendor or product, a question for a person, or nothing, with the reason. The
 * user's own rules go before everything that we know.
 * @param evidence id of the evidence that it was read from
 */
export function resolve(trace: Trace, index: KnowledgeIndex, rules: readonly OwnRule[], evidence = ''): Resolution {
  if (trace.claim && trace.kind === 'answer') return { finding: claimed(trace, trace.claim, index, evidence) }
  const words = ruleWords(trace.name)
  const rule = ruleFor(rules, words)
  if (rule) return byRule(trace, rule, index, evidence)

  const recognition = recognise(trace, index)
  if (recognition.what === 'known') return { finding: findingOf(trace, recognition.known, index, evidence) }
  if (recognition.what === 'nothing' && !isService(trace, recognition.reason)) return { ignored: recognition.reason }
  const candidates = recognition.what === 'ask' ? recognition.candidates : []
  const asked = bare(trace, { name: words, confidence: 'possible', why: askedMark }, evidence)
  return { question: questionOf(trace, words, candidates, evidence), asked }
}

/** Lists in which everything is software or cloud: what stands there and is not known has an owner that is not known. */
const servicesOnly: ReadonlySet<Trace['kind']> = new Set(['sign-on', 'sub-processor', 'cloud-bill', 'dns', 'mail-host'])

/** Worth a question although nobody knows it: of a host only when it is one, not an address or a mark. */
function isService({ kind, name }: Trace, reason: string): boolean {
  // An app that somebody made may bear that person's name: then it is let go, as a payment would be.
  if (reason !== unknownVendor || !servicesOnly.has(kind) || namesPerson(name)) return false
  return kind === 'dns' || kind === 'mail-host' ? /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(name) : true
}

function byRule(trace: Trace, rule: OwnRule, index: KnowledgeIndex, evidence: string): Resolution {
  const known = rule.productId === null ? null : lookUp(rule.productId, index)
  if (known) return { finding: findingOf(trace, { ...known, confidence: 'confirmed', why: ruleMark }, index, evidence) }
  if (rule.name === null) return { ignored: 'rule of your own: no service' }
  return { finding: bare(trace, { name: rule.name, confidence: 'confirmed', why: ruleMark }, evidence) }
}

function findingOf(trace: Trace, known: Recognised, index: KnowledgeIndex, evidence: string): Finding {
  const { vendor, product, confidence, why } = known
  const name = product?.name ?? vendor.name
  const finding = bare(trace, { name, confidence: weaker(confidence, trace.atMost), why }, evidence)
  return {
    ...finding,
    // The payee may be a person here: then only what is known is said.
    text: known.aside ? name : finding.text,
    productId: product?.id ?? null,
    vendorId: vendor.id,
    domain: finding.domain ?? vendor.domains[0] ?? null,
    ...(trace.kind === 'sub-processor' ? { of: ofWhom(trace, index) } : {}),
  }
}

/** What a supplier said is about the service that it names, and is never more than possible. */
function claimed(trace: Trace, { serviceId }: Claim, index: KnowledgeIndex, evidence: string): Finding {
  const known = lookUp(serviceId, index)
  return {
    ...bare(
      trace,
      { name: known?.product?.name ?? serviceId, confidence: 'possible', why: 'said by supplier' },
      evidence,
    ),
    productId: known?.product?.id ?? null,
    vendorId: known?.vendor.id ?? null,
  }
}

function ofWhom({ of, claim }: Trace, index: KnowledgeIndex): string | null {
  return claim?.serviceId ?? (of ? ownerOf(of, index) : null)
}

function weaker(confidence: Confidence, atMost: Confidence = 'confirmed'): Confidence {
  const order: readonly Confidence[] = ['possible', 'likely', 'confirmed']
  return order.indexOf(confidence) <= order.indexOf(atMost) ? confidence : atMost
}

function bare(trace: Trace, said: Pick<Finding, 'name' | 'confidence' | 'why'>, evidence: string): Finding {
  return {
    ...said,
    id: idFrom(evidence, trace.kind, trace.locator, trace.name, trace.text),
    evidence,
    kind: trace.kind,
    locator: trace.locator,
    text: trace.text,
    productId: null,
    vendorId: null,
    domain: trace.domain ?? null,
    payment: trace.payment ?? null,
    location: trace.location ?? null,
    ...(trace.claim ? { claim: trace.claim } : {}),
  }
}

/** Whose sub-processor it is: the vendor's id when it is known, else the name as it stood. */
function ownerOf(name: string, index: KnowledgeIndex): string {
  const recognition = recognise({ kind: 'answer', name, locator: '', text: '' }, index)
  return recognition.what === 'known' ? `vendor:${recognition.known.vendor.id}` : name
}

function questionOf(trace: Trace, words: string, candidates: Known[], evidence: string): Question {
  return {
    id: idFrom('question', evidence, trace.kind, words),
    evidence,
    locator: trace.locator,
    text: trace.text,
    words,
    kind: trace.kind,
    candidates: candidates.map(({ vendor, product }) => ({
      productId: product?.id ?? null,
      vendorId: vendor.id,
      name: product?.name ?? vendor.name,
    })),
    count: 1,
    total: trace.payment ? { amountMinor: trace.payment.amountMinor, currency: trace.payment.currency } : null,
  }
}
