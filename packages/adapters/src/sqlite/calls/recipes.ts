import type { RecipeFacts } from '@nabij/base'
import type { RecipeRow } from '@nabij/stations'
import type { Selectable } from 'kysely'
import { DatabaseFault } from '../database-fault.ts'
import type { Database, RecipeTable } from '../tables.ts'
import { ofPresentStation, requireStation } from './present.ts'

export async function listRecipes(db: Database, stationId: string): Promise<RecipeRow[]> {
  const query = db.selectFrom('recipe').selectAll().where('station_id', '=', stationId).where(ofPresentStation)
  return (await query.orderBy('version', 'desc').execute()).map(toRecipe)
}

export async function getRecipe(db: Database, id: string): Promise<RecipeRow | null> {
  const row = await db.selectFrom('recipe').selectAll().where('id', '=', id).where(ofPresentStation).executeTakeFirst()
  return row ? toRecipe(row) : null
}

/** One, or one for each product; the newest first. */
export async function activeRecipes(db: Database, stationId: string): Promise<RecipeRow[]> {
  const query = db.selectFrom('recipe').selectAll().where('station_id', '=', stationId).where('active', '=', 1)
  return (await query.where(ofPresentStation).orderBy('version', 'desc').execute()).map(toRecipe)
}

/** The station's next version; `active` makes it the one of its product that is judged with. */
export async function insertRecipe(
  db: Database,
  recipe: Omit<RecipeRow, 'version'>,
  active = true,
): Promise<RecipeRow> {
  await requireStation(db, recipe.stationId)
  const { newest } = await db
    .selectFrom('recipe')
    .select(({ fn, lit }) => fn.coalesce(fn.max('version'), lit(0)).as('newest'))
    .where('station_id', '=', recipe.stationId)
    .executeTakeFirstOrThrow()
  const row = {
    id: recipe.id,
    station_id: recipe.stationId,
    version: newest + 1,
    active: Number(active),
    created_at: recipe.createdAt,
    sha256: recipe.sha256,
    bytes: recipe.bytes,
    facts: JSON.stringify(recipe.facts),
    product_id: recipe.productId,
    made: recipe.made,
    base_id: recipe.baseId,
    corrections: JSON.stringify(recipe.corrections),
  }
  if (active) await deactivate(db, recipe.stationId, recipe.productId)
  await db.insertInto('recipe').values(row).execute()
  return toRecipe(row)
}

export async function activateRecipe(db: Database, stationId: string, recipeId: string): Promise<void> {
  const mine = db.selectFrom('recipe').select('product_id').where('station_id', '=', stationId)
  const chosen = await mine.where('id', '=', recipeId).executeTakeFirst()
  if (!chosen) throw new DatabaseFault('NABIJ_NOT_FOUND', { what: recipeId })
  await deactivate(db, stationId, chosen.product_id)
  await db.updateTable('recipe').set({ active: 1 }).where('id', '=', recipeId).execute()
}

/** Those of the same product; without products that is every one of the station. */
async function deactivate(db: Database, stationId: string, productId: string | null): Promise<void> {
  await db
    .updateTable('recipe')
    .set({ active: 0 })
    .where('station_id', '=', stationId)
    .where('product_id', productId === null ? 'is' : '=', productId)
    .execute()
}

/** What a recipe from before these were measured says of itself. */
const unsaid = {
  locate: null,
  located: 'switched-off',
  region: null,
  ignore: [],
  normal: null,
  badScores: [],
  errors: null,
  kinds: [],
  corrections: { good: 0, bad: 0 },
} satisfies Partial<RecipeFacts>

function toRecipe(row: Selectable<RecipeTable>): RecipeRow {
  return {
    id: row.id,
    stationId: row.station_id,
    version: row.version,
    createdAt: row.created_at,
    sha256: row.sha256,
    bytes: row.bytes,
    facts: { ...unsaid, ...(JSON.parse(row.facts) as RecipeFacts) },
    productId: row.product_id,
    made: row.made,
    baseId: row.base_id,
    corrections: JSON.parse(row.corrections) as string[],
  }
}
