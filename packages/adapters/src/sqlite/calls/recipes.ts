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

export async function activeRecipe(db: Database, stationId: string): Promise<RecipeRow | null> {
  const query = db.selectFrom('recipe').selectAll().where('station_id', '=', stationId).where('active', '=', 1)
  const row = await query.where(ofPresentStation).executeTakeFirst()
  return row ? toRecipe(row) : null
}

export async function insertRecipe(db: Database, recipe: Omit<RecipeRow, 'version'>): Promise<RecipeRow> {
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
    active: 1,
    created_at: recipe.createdAt,
    sha256: recipe.sha256,
    bytes: recipe.bytes,
    facts: JSON.stringify(recipe.facts),
  }
  await db.updateTable('recipe').set({ active: 0 }).where('station_id', '=', recipe.stationId).execute()
  await db.insertInto('recipe').values(row).execute()
  return toRecipe(row)
}

export async function activateRecipe(db: Database, stationId: string, recipeId: string): Promise<void> {
  const mine = db.updateTable('recipe').where('station_id', '=', stationId)
  await mine.set({ active: 0 }).execute()
  const [chosen] = await mine.set({ active: 1 }).where('id', '=', recipeId).execute()
  if (chosen?.numUpdatedRows !== 1n) throw new DatabaseFault('NABIJ_NOT_FOUND', { what: recipeId })
}

function toRecipe(row: Selectable<RecipeTable>): RecipeRow {
  return {
    id: row.id,
    stationId: row.station_id,
    version: row.version,
    createdAt: row.created_at,
    sha256: row.sha256,
    bytes: row.bytes,
    facts: JSON.parse(row.facts) as RecipeFacts,
  }
}
