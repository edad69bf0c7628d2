import { NabijError, newId, type Recipe } from '@nabij/base'
import { assertRoom, blobOrThrow } from './photos.ts'
import type { RecipeRow } from './ports.ts'
import type { StationLife } from './station-life.ts'
import type { StationsPorts } from './stations.ts'
import { toRecipe } from './to-recipe.ts'

export async function listRecipes(ports: StationsPorts, station: StationLife): Promise<Recipe[]> {
  const rows = await ports.recipes.list(station.row.id)
  return rows.map((row) => toRecipe(row, row.id === station.recipe?.id))
}

/** The ONNX file and a name under which a person would save it. */
export async function recipeFile(ports: StationsPorts, recipeId: string): Promise<{ bytes: Uint8Array; name: string }> {
  const row = await recipeOrThrow(ports, recipeId)
  const station = await ports.stations.get(row.stationId)
  return { bytes: await blobOrThrow(ports, row.sha256), name: `${fileName(station?.name)}-v${row.version}.onnx` }
}

/** @throws NabijError NABIJ_RECIPE_… when the file is not one that may run here, NABIJ_DISK_FULL. */
export async function addRecipe(ports: StationsPorts, station: StationLife, onnx: Uint8Array): Promise<Recipe> {
  assertRoom(ports)
  const sha256 = await ports.blobs.put(onnx)
  const facts = await ports.executor.readRecipe(ports.blobs.path(sha256))
  const { id: stationId } = station.row
  const row = { id: newId(), stationId, createdAt: ports.clock(), sha256, bytes: onnx.length, facts }
  return toRecipe(await station.changeRecipe(() => ports.recipes.insert(row)), true)
}

export async function activateRecipe(ports: StationsPorts, station: StationLife, recipeId: string): Promise<Recipe> {
  const row = await recipeOrThrow(ports, recipeId)
  if (row.stationId !== station.row.id) throw notFound(recipeId)
  const active = await station.changeRecipe(async () => {
    await ports.recipes.activate(row.stationId, recipeId)
    return row
  })
  return toRecipe(active, true)
}

async function recipeOrThrow({ recipes }: StationsPorts, id: string): Promise<RecipeRow> {
  const row = await recipes.get(id)
  if (!row) throw notFound(id)
  return row
}

function notFound(id: string): NabijError {
  return new NabijError('NABIJ_NOT_FOUND', { what: `/recipes/${id}` })
}

/** Letters and digits of any script, the rest as dashes: safe as a file name everywhere. */
function fileName(name = ''): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'nabij'
}
