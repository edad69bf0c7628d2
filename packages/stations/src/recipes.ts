import { type Comparison, NabijError, newId, type Recipe } from '@nabij/base'
import { wordOf } from './decide.ts'
import { limitOf } from './limit-of.ts'
import { assertRoom, blobOrThrow, photosOf } from './photos.ts'
import type { RecipeFile, RecipeRow } from './ports.ts'
import type { StationLife } from './station-life.ts'
import type { StationsPorts } from './stations.ts'
import { toRecipe } from './to-recipe.ts'

export async function listRecipes(ports: StationsPorts, station: StationLife): Promise<Recipe[]> {
  const rows = await ports.recipes.list(station.row.id)
  const active = new Set(station.shelf.recipes.map(({ id }) => id))
  return rows.map((row) => toRecipe(row, active.has(row.id)))
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
  const row = {
    id: newId(),
    stationId: station.row.id,
    createdAt: ports.clock(),
    sha256,
    bytes: onnx.length,
    facts,
    productId: null,
    made: 'imported' as const,
    baseId: null,
    corrections: [],
  }
  return toRecipe(await station.changeRecipes(() => ports.recipes.insert(row)), true)
}

/** Every marked picture under two versions; only those with another verdict or another score. */
export async function compareRecipes(
  ports: StationsPorts,
  station: StationLife,
  beforeId: string,
  afterId: string,
): Promise<Comparison[]> {
  const before = await recipeAt(ports, station, beforeId)
  const after = await recipeAt(ports, station, afterId)
  const photos = photosOf(await ports.photos.list(station.row.id), after.productId).filter((photo) => !photo.leftOut)
  const files = photos.map(({ id, sha256 }) => ({ id, path: ports.blobs.path(sha256) }))
  const scoresUnder = async (row: RecipeRow): Promise<(id: string) => Comparison['before']> => {
    const { limit: by, band } = station.settings
    const checked = await ports.executor.check(fileOf(ports, row), files)
    const scores = new Map(checked.map(({ id, score }) => [id, score]))
    return (id) => {
      const { verdict, score } = wordOf(scores.get(id) ?? null, limitOf(row.facts, by), band)
      return { verdict, score }
    }
  }
  const under = [await scoresUnder(before), await scoresUnder(after)] as const
  return photos
    .map(({ id, name, label }) => ({ photoId: id, name, label, before: under[0](id), after: under[1](id) }))
    .filter(({ before, after }) => before.verdict !== after.verdict || before.score !== after.score)
}

export function fileOf({ blobs }: StationsPorts, { sha256 }: Pick<RecipeRow, 'sha256'>): RecipeFile {
  return { sha256, path: blobs.path(sha256) }
}

/** A version of this station. */
export async function recipeAt(ports: StationsPorts, station: StationLife, id: string): Promise<RecipeRow> {
  const row = await recipeOrThrow(ports, id)
  if (row.stationId !== station.row.id) throw notFound(id)
  return row
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
