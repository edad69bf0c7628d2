import type { Finding, OwnRule } from '@nabij/base'
import type { KnowledgeIndex, Known } from '@nabij/knowledge'
import { ruleFor } from './own-rules.ts'

/** `why` of a finding about which a question is open; its `name` is the question's words. */
export const askedMark = 'asked'
/** `why` of a finding that a rule of the user's own decided. */
export const ruleMark = 'rule of your own'

/** True for a finding that waits for an answer. It is stored with the others and counts for nothing yet. */
export function isAsked({ why }: Finding): boolean {
  return why === askedMark
}

/** What an answered question makes of its finding; none when it is unanswered, or when the answer is "no service". */
export function answered(finding: Finding, rules: readonly OwnRule[], index: KnowledgeIndex): Finding[] {
  const rule = ruleFor(rules, finding.name)
  if (!rule) return []
  const known = rule.productId === null ? null : lookUp(rule.productId, index)
  if (!known && rule.name === null) return []
  return [
    {
      ...finding,
      name: known ? (known.product?.name ?? known.vendor.name) : (rule.name ?? finding.name),
      productId: known?.product?.id ?? null,
      vendorId: known?.vendor.id ?? null,
      domain: finding.domain ?? known?.vendor.domains[0] ?? null,
      confidence: 'confirmed',
      why: ruleMark,
    },
  ]
}

/** A product id, or `vendor:<id>`. */
export function lookUp(id: string, index: KnowledgeIndex): Known | null {
  if (!id.startsWith('vendor:')) return index.product(id)
  const vendor = index.vendor(id.slice('vendor:'.length))
  return vendor && { vendor, product: null }
}
