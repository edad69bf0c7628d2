import type { Rate } from '@nabij/base'
import { rateOf as known } from '@nabij/base/rate'

/** The share `count` of `of` with its exact 95 % interval; null of nothing, which the page shows as unknown. */
export function rateOf(count: number, of: number): Rate | null {
  return of === 0 ? null : known(count, of)
}
