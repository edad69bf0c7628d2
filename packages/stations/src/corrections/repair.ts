import type { Correction } from '@nabij/base'
import type { RecipeRow } from '../ports.ts'
import type { Shared } from '../shared.ts'
import type { StationLife } from '../station-life.ts'
import type { Keeping } from './keeping.ts'

/** True when a station judges with it, or would once it is taught. */
export function isStanding({ id, state }: Correction, active: RecipeRow | null): boolean {
  return state === 'applied' && (active?.corrections.includes(id) ?? true)
}

/** Which version is active says what is true: the corrections of its base become what they are in it. */
export async function statesAsIn({ ports }: Shared, keeping: Keeping, active: RecipeRow): Promise<void> {
  const rows = await ports.recipes.list(active.stationId)
  const base = active.baseId ?? active.id
  const family = rows.filter((row) => (row.baseId ?? row.id) === base)
  const versions = new Set(family.map(({ id }) => id))
  // Those that were made on it, and those from before that were built in again when it was taught.
  const built = new Set(family.flatMap(({ corrections }) => corrections))
  const all = await ports.corrections.list(active.stationId)
  const mine = all
    .filter(({ id, recipeId }) => built.has(id) || (recipeId !== null && versions.has(recipeId)))
    .reverse()
  const within = (correction: Correction): boolean => active.corrections.includes(correction.id)
  for (const one of mine) if (!within(one) && one.state === 'applied') await keeping.takeBack(one)
  for (const one of mine) if (within(one) && one.state !== 'applied') await keeping.putBack(one, null)
}

/**
 * Ends what a kill interrupted, so that nothing is half true: a correction that was written down counts from now on, a
 * photo that was to become one and did not is forgotten (nobody was told that it was taken in).
 */
export async function repairStation(shared: Shared, keeping: Keeping, station: StationLife): Promise<void> {
  const { ports } = shared
  const all = await ports.corrections.list(station.row.id)
  const photos = await ports.photos.list(station.row.id)
  const known = new Set(all.map(({ photoId }) => photoId))
  for (const { id, verdictId } of photos)
    if (verdictId !== null && !known.has(id) && !(await wasSaid(shared, verdictId))) await ports.photos.remove(id)

  const [newest] = all
  if (newest?.state === 'applied' && newest.verdictId !== null && !(await wasSaid(shared, newest.verdictId)))
    await endLast(shared, keeping, station, newest)
  for (const active of await ports.recipes.active(station.row.id)) await statesAsIn(shared, keeping, active)
}

async function endLast({ ports }: Shared, keeping: Keeping, station: StationLife, last: Correction): Promise<void> {
  if (last.recipeId === null) return void (await keeping.settle(last, null))
  const version = await ports.recipes.get(last.recipeId)
  const active = version && station.recipeOf(version.productId)
  // Taught again since: the photo is in the lesson, and the correction is history.
  if (version && active && (active.baseId ?? active.id) === version.baseId) await keeping.settle(last, version)
}

async function wasSaid({ ports }: Shared, verdictId: string): Promise<boolean> {
  const verdict = await ports.verdicts.get(verdictId)
  return verdict === null || verdict.feedback !== null
}
