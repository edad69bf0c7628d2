import type { Recipe, Station, Verdict } from '@nabij/base'

/** What one place of a map is compared with when the recipe that judged is not known any more. */
const usual = 0.5

/** The limit for one place of the map, of the recipe that gave this verdict. */
export function mapLimitOf(verdict: Verdict, station: Station | null, recipes: Recipe[] = []): number {
  const known = station?.recipe ? [station.recipe, ...recipes] : recipes
  return (known.find(({ id }) => id === verdict.recipeId) ?? known[0])?.facts.mapLimit ?? usual
}

/** A part that passed shows no heat: there is nothing to look at. */
export function heatStrength(verdict: Verdict, strength: number): number {
  return verdict.verdict === 'pass' ? 0 : strength
}
