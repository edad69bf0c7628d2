import type { Europe, Origin, Service } from '@nabij/base'

const eu = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
const eea = [...eu, 'IS', 'LI', 'NO']

const countries: Record<Europe, ReadonlySet<string>> = {
  eu: new Set(eu),
  eea: new Set(eea),
  'eea-ch': new Set([...eea, 'CH']),
  'eea-ch-uk': new Set([...eea, 'CH', 'GB']),
}

/** True when the setting calls this country (ISO 3166-1 alpha-2) European. */
export function isEuropean(country: string, europe: Europe): boolean {
  return countries[europe].has(country)
}

/** Where control ends: by the ultimate parent, when it is confirmed. The vendor's own country does not decide. */
export function originOf(vendor: Service['vendor'], europe: Europe): Origin {
  const parent = vendor?.ultimateParent
  if (!parent || parent.status !== 'confirmed' || parent.country === null) return 'unknown'
  return isEuropean(parent.country, europe) ? 'europe' : 'outside'
}
