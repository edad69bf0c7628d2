import type { Station } from '@nabij/base'

/**
 * Whether a station's last verdict is about the part that lies there now. When something is wrong it is not, unless
 * the verdict itself says so: a part that could not be judged is "unsure", with the reason.
 */
export function isCurrent({ state, lastVerdict }: Pick<Station, 'state' | 'lastVerdict'>): boolean {
  if (!lastVerdict) return false
  return state !== 'degraded' || lastVerdict.reason !== null
}
