import type { Ask, Claim } from './shapes/letter.ts'
import type { Finding, Service } from './shapes/register.ts'

/** What a supplier said, with the evidence in which it stands. */
export type Said = Claim & Pick<Finding, 'evidence'>

/** The latest answer of a supplier to each question; one without a day counts as the oldest. */
export function latestClaims({ findings }: Pick<Service, 'findings'>): Said[] {
  const latest = new Map<Ask, Said>()
  for (const { kind, claim, evidence } of findings) {
    if (kind !== 'answer' || !claim) continue
    const known = latest.get(claim.ask)
    if (!known || (claim.saidOn ?? '') >= (known.saidOn ?? '')) latest.set(claim.ask, { ...claim, evidence })
  }
  return [...latest.values()]
}
