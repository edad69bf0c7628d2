import { asNabijError, type Correction, type Photo, type StationSettings } from '@nabij/base'
import { wordOf } from '../decide.ts'
import { limitOf } from '../limit-of.ts'
import type { RecipeRow } from '../ports.ts'
import type { Shared } from '../shared.ts'
import type { StationLife } from '../station-life.ts'
import { untilAborted } from '../time.ts'
import { makeVersion, markedPhotos } from './versions.ts'

/** What people said of the parts of one product: what a version that is taught anew must still know. */
export interface Words {
  /** Those that stand, oldest first. */
  corrections: Correction[]
  /** All marked ones. */
  photos: Photo[]
  settings: StationSettings
  /** The same while nothing was said, taken back or named otherwise. */
  key: string
}

/** Null when nobody said anything that the photos of good parts do not say already. */
export async function wordsOn(
  { ports }: Shared,
  station: StationLife,
  productId: string | null,
): Promise<Words | null> {
  const { settings } = station
  const photos = markedPhotos(await ports.photos.list(station.row.id), productId)
  const labels = new Map(photos.map(({ id, label }) => [id, label]))
  const all = await ports.corrections.list(station.row.id)
  const corrections = all
    .filter(({ state, photoId, label }) => state === 'applied' && labels.get(photoId) === label)
    .reverse()
  if (corrections.length === 0 && !photos.some(({ label, kind }) => label === 'bad' && kind !== null)) return null
  const said = [corrections.map(({ id }) => id), photos.map(({ id, label, kind }) => [id, label, kind])]
  return { corrections, photos, settings, key: JSON.stringify([said, settings.limit, settings.band]) }
}

/**
 * The taught version with these words on top: what was called bad as corrections, in their order; what was called good
 * is taught, and only a correction where it does not pass all the same. Null when that is the taught version itself.
 * A word that cannot be followed any more is left out, and said in the log.
 */
export async function withWords(
  shared: Shared,
  base: Omit<RecipeRow, 'version'>,
  { corrections, photos, settings }: Words,
  signal: AbortSignal,
): Promise<Omit<RecipeRow, 'version'> | null> {
  const { stationId, facts } = base
  const chosen = new Set(corrections.filter(({ label }) => label === 'bad'))
  const contradicting = new Set<Correction>()
  for (;;) {
    const words = corrections.filter((each) => chosen.has(each) && !contradicting.has(each))
    try {
      const order = { stationId, base, corrections: words, photos, settings }
      const { row, checked } = await makeVersion(shared, order, (work) => untilAborted(work, signal))
      const scores = new Map(checked.map(({ id, score }) => [id, score]))
      const limit = limitOf(facts, settings.limit)
      const passes = ({ photoId }: Correction): boolean => {
        const score = scores.get(photoId) ?? null
        return score === null || limit === null || wordOf(score, limit, settings.band).verdict === 'pass'
      }
      const lost = corrections.filter((each) => each.label === 'good' && !chosen.has(each) && !passes(each))
      if (lost.length === 0) return row.sha256 === base.sha256 ? null : row
      for (const each of lost) chosen.add(each)
    } catch (thrown) {
      const last = words.at(-1)
      if (!last || asNabijError(thrown).code !== 'NABIJ_CORRECTION_CONTRADICTS') throw thrown
      shared.ports.log('warn', 'what was said of a part does not go with what was taught', { correctionId: last.id })
      contradicting.add(last)
    }
  }
}
