import type { Recipe } from '@nabij/base'
import type { RecipeRow } from './ports.ts'

/** The stored recipe as the page sees it. */
export function toRecipe({ corrections: _corrections, ...row }: RecipeRow, active: boolean): Recipe {
  return { ...row, active }
}
