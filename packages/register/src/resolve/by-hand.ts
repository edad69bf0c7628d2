import type { Finding } from '@nabij/base'
import type { KnowledgeIndex, Known } from '@nabij/knowledge'
import { lookUp } from './asked.ts'
import { idFrom } from './digest.ts'
import { idOf, matchesIn } from './name-match.ts'

/** What somebody ticked or typed. */
export interface ByHand {
  /** Product id, or `vendor:<id>`. */
  productId?: string | undefined
  name?: string | undefined
}

/**
 * A tick by hand as the finding that it is. A typed name counts as a known product only when it is that name and nothing
 * more, and nobody else has it; every other name stays what it is, with an unknown origin.
 * @param evidence id of the evidence that is this tick
 */
export function findingByHand(
  { productId, name = '' }: ByHand,
  index: KnowledgeIndex,
  evidence: string,
): Finding | null {
  const known = productId === undefined ? onlyOne(name, index) : lookUp(productId, index)
  const shown = known ? (known.product?.name ?? known.vendor.name) : name.trim()
  if (shown === '') return null
  return {
    id: idFrom(evidence, 'manual', shown),
    evidence,
    kind: 'manual',
    locator: 'hand',
    text: shown,
    confidence: 'confirmed',
    productId: known?.product?.id ?? null,
    vendorId: known?.vendor.id ?? null,
    name: shown,
    domain: known?.vendor.domains[0] ?? null,
    why: 'said by hand',
    payment: null,
    location: null,
  }
}

function onlyOne(name: string, index: KnowledgeIndex): Known | null {
  const matches = matchesIn(name, index.byName(name)).filter(({ rest }) => rest === 'exact')
  const longest = matches.filter(({ length }) => length === matches[0]?.length)
  return new Set(longest.map(idOf)).size === 1 ? (longest[0] ?? null) : null
}
