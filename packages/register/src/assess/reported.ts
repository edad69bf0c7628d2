import { type Ask, latestClaims, type Objective, type Service } from '@nabij/base'

/** What a supplier can tell about an objective. */
const about: Partial<Record<Objective, Ask>> = {
  'SOV-1': 'parent',
  'SOV-2': 'parent',
  'SOV-3': 'location',
  'SOV-4': 'sub-processors',
  'SOV-5': 'sub-processors',
}

/** Why nothing can be said, with what the supplier says about it: read, and not confirmed. */
export function withReported(because: { nl: string; en: string }, objective: Objective, service: Service) {
  const ask = about[objective]
  const said = ask && latestClaims(service).find((claim) => claim.ask === ask)
  if (!said) return because
  const value = said.value.replaceAll(/\s+/g, ' ').slice(0, 120)
  return {
    nl: `${because.nl}. De leverancier zegt: „${value}” (niet nagelezen)`,
    en: `${because.en}. The supplier says: “${value}” (not confirmed)`,
  }
}
