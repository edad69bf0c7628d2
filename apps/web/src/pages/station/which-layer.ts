import type { Verdict } from '@nabij/base'

/** Closer together than this share, neither of the two said it alone. */
const alike = 0.15

/** Which branch of the recipe said so, for words; null when nothing is known of it. */
export function whichLayer({
  layers,
  verdict,
}: Pick<Verdict, 'layers' | 'verdict'>): 'local' | 'semantic' | 'both' | 'usual' | null {
  if (!layers) return null
  if (verdict === 'pass') return 'usual'
  const { local, semantic } = layers
  if (semantic === null) return 'local'
  if (Math.abs(local - semantic) <= alike * Math.max(local, semantic)) return 'both'
  return local > semantic ? 'local' : 'semantic'
}
