import type { Recipe } from '@nabij/base'
import type { RecipeRow } from './ports.ts'

/** The stored recipe as the page sees it. */
export function toRecipe(row: RecipeRow, active: boolean): Recipe {
  const { id, stationId, version, createdAt, sha256, bytes, facts } = row
  return { id, stationId, version, active, createdAt, sha256, bytes, facts }
}
