import type { Scenario } from '@nabij/base'

/** What the fields hold; not every kind uses all of them. */
export interface ScenarioDraft {
  kind: Scenario['kind']
  /** Percent. */
  percent: number
  vendorId: string
  serviceId: string
  country: string
  days: number
}

export const kinds = [
  'price-rise',
  'levy',
  'exchange-rate',
  'transfer-basis-falls',
  'vendor-stops',
  'service-retired',
  'take-over',
] as const satisfies readonly Scenario['kind'][]

export const uses: Record<Scenario['kind'], ReadonlySet<keyof ScenarioDraft>> = {
  'price-rise': new Set(['percent', 'vendorId']),
  levy: new Set(['percent', 'country']),
  'exchange-rate': new Set(['percent']),
  'transfer-basis-falls': new Set(['country']),
  'vendor-stops': new Set(['vendorId', 'days']),
  'service-retired': new Set(['serviceId', 'days']),
  'take-over': new Set(['vendorId', 'country']),
}

/** As the box wants it; null while something has not been chosen. */
export function scenarioOf({ kind, percent, vendorId, serviceId, country, days }: ScenarioDraft): Scenario | null {
  const share = percent / 100
  switch (kind) {
    case 'price-rise':
      return { kind, share, vendorId: vendorId || null }
    case 'levy':
      return { kind, share: Math.max(0, share), country }
    case 'exchange-rate':
      return { kind, share }
    case 'transfer-basis-falls':
      return { kind, country }
    case 'vendor-stops':
      return vendorId ? { kind, vendorId, days } : null
    case 'service-retired':
      return serviceId ? { kind, serviceId, days } : null
    case 'take-over':
    default:
      return vendorId ? { kind, vendorId, country } : null
  }
}
