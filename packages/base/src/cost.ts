import type { Service } from './shapes/register.ts'

/** Euro cents a year; null when nobody knows, or when it is in another currency. */
export function yearlyCost({ cost }: Pick<Service, 'cost'>): number | null {
  return cost?.currency === 'EUR' ? cost.amountMinor : null
}
