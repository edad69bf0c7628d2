import { type Correction, NabijError, newId, type Verdict } from '@nabij/base'
import type { RecipeRow } from '../ports.ts'
import { recipeAt } from '../recipes.ts'
import type { Shared } from '../shared.ts'
import type { StationLife } from '../station-life.ts'
import { flipsBetween } from './flips.ts'
import { createKeeping, type Keeping, type Word } from './keeping.ts'
import { isStanding, repairStation, statesAsIn } from './repair.ts'
import { createScores } from './scores.ts'
import { baseOf, buildVersion, markedPhotos, versionWith } from './versions.ts'

/** Named defects from which on a version knows kinds. */
const kindsFrom = 10

/** What people say of verdicts, and what their station learns from it: one word at a time per station. */
export interface Corrections {
  give(station: StationLife, verdict: Verdict, word: Word, by: string | null): Promise<Correction>
  /** yes to one that asks; puts back one that was taken back. */
  apply(station: StationLife, id: string): Promise<Correction>
  /** no to one that asks; takes back one that was applied. */
  undo(station: StationLife, id: string): Promise<Correction>
  /** Takes back what was learned from a photo that goes away or gets another meaning. */
  forgetPhoto(station: StationLife, photoId: string): Promise<void>
  /** Makes any version the active one; the corrections count as they are in it. */
  activate(station: StationLife, recipeId: string): Promise<RecipeRow>
  /** Ends what a kill has interrupted. */
  repair(station: StationLife): Promise<void>
}

export function createCorrections(shared: Shared): Corrections {
  const { ports } = shared
  const keeping: Keeping = createKeeping(shared)
  const scores = createScores(ports)

  async function give(station: StationLife, verdict: Verdict, word: Word, by: string | null): Promise<Correction> {
    const began = ports.clock()
    const stationId = station.row.id
    const photo = await keeping.photoOf(verdict, word)
    const all = await ports.corrections.list(stationId)
    const active = station.recipeOf(photo.productId)
    const same = all.find(
      (one) =>
        one.photoId === photo.id &&
        one.label === word.label &&
        one.kind === photo.kind &&
        (one.state === 'asks' || (one.state === 'applied' && (!active || active.corrections.includes(one.id)))),
    )
    if (same) return same
    const correction: Correction = {
      id: newId(),
      stationId,
      photoId: photo.id,
      verdictId: verdict.id,
      label: word.label,
      kind: photo.kind,
      at: began,
      by,
      state: 'applied',
      recipeId: null,
      checked: 0,
      flips: [],
      ms: 0,
    }
    if (!active) return keeping.settle(await keeping.keep(photo, correction), null)
    const others = (await ports.photos.list(stationId)).filter(({ id }) => id !== photo.id)
    const photos = [...others, photo]
    const before = ofOtherPhotos(active, all, photo.id)
    const base = await baseOf(shared, active)
    const { settings } = station
    const built = await buildVersion(shared, {
      stationId,
      base,
      corrections: [...before, correction],
      photos,
      settings,
    })
    const marked = photos.filter((one) => one.productId === base.productId && !one.leftOut)
    const checked = await scores.under(active, marked)
    scores.know(built.row, built.checked)
    const flips = flipsBetween({ row: active, checked }, built, marked, settings)
    const asks = flips.some((flip) => flip.wrong)
    const kept = await keeping.keep(photo, {
      ...correction,
      state: asks ? 'asks' : 'applied',
      recipeId: built.row.id,
      checked: built.checked.length,
      flips,
      ms: Math.max(0, ports.clock() - began),
    })
    return asks ? keeping.say(kept) : keeping.settle(kept, built.row)
  }

  /** The corrections in a version, but for those on this photo: a new word replaces the one before. */
  function ofOtherPhotos(active: RecipeRow, all: Correction[], photoId: string): Correction[] {
    const byId = new Map(all.map((one) => [one.id, one]))
    return active.corrections.flatMap((id) => byId.get(id) ?? []).filter((one) => one.photoId !== photoId)
  }

  /** The active version with other corrections: the one that was there before, else one that is made now. */
  async function turnTo(
    station: StationLife,
    active: RecipeRow,
    corrections: Correction[],
    takenBack: Correction | null = null,
  ): Promise<RecipeRow> {
    const base = await baseOf(shared, active)
    const ids = corrections.map(({ id }) => id)
    const known = await versionWith(shared, base, ids)
    const stationId = station.row.id
    const build = async (): Promise<RecipeRow> => {
      const words = new Map(corrections.map((one) => [one.photoId, one]))
      const photos = (await ports.photos.list(stationId)).map((photo) => {
        const word = words.get(photo.id)
        if (photo.id === takenBack?.photoId) return { ...photo, leftOut: true }
        return word ? { ...photo, label: word.label, kind: word.kind, leftOut: false } : photo
      })
      const { settings } = station
      const built = await buildVersion(shared, { stationId, base, corrections, photos, settings })
      scores.know(built.row, built.checked)
      return built.row
    }
    const losesKinds = known === base && takenBack !== null && (await hasKindsWithout(base, takenBack))
    const row = known && !losesKinds ? known : await build()
    await ports.recipes.activate(stationId, row.id)
    return row
  }

  /** The taught version lacks the kinds that were put on top of it together with this word: it never judged by itself. */
  async function hasKindsWithout(base: RecipeRow, { photoId, recipeId }: Correction): Promise<boolean> {
    const version = recipeId === null ? null : await ports.recipes.get(recipeId)
    if (version?.baseId === base.id) return false
    const marked = markedPhotos(await ports.photos.list(base.stationId), base.productId)
    const named = marked.filter(({ id, label, kind }) => id !== photoId && label === 'bad' && kind !== null)
    return named.length >= kindsFrom
  }

  async function apply(station: StationLife, id: string): Promise<Correction> {
    const correction = await correctionAt(station, id)
    const photo = await ports.photos.get(correction.photoId)
    if (!photo) throw new NabijError('NABIJ_EVIDENCE_GONE')
    const active = station.recipeOf(photo.productId)
    if (isStanding(correction, active)) return correction
    if (!active) return keeping.putBack(correction, null)
    const before = ofOtherPhotos(active, await ports.corrections.list(station.row.id), photo.id)
    return keeping.putBack(correction, await turnTo(station, active, [...before, correction]))
  }

  async function undo(station: StationLife, id: string): Promise<Correction> {
    const correction = await correctionAt(station, id)
    if (correction.state === 'asks') return keeping.refuse(correction)
    if (correction.state !== 'applied') return correction
    const active = station.shelf.recipes.find((row) => row.corrections.includes(id))
    if (active) {
      const all = await ports.corrections.list(station.row.id)
      const byId = new Map(all.map((one) => [one.id, one]))
      const left = active.corrections.flatMap((other) => (other === id ? [] : (byId.get(other) ?? [])))
      await turnTo(station, active, left, correction)
    }
    return keeping.takeBack(correction)
  }

  async function correctionAt(station: StationLife, id: string): Promise<Correction> {
    const correction = await ports.corrections.get(id)
    if (correction?.stationId === station.row.id) return correction
    throw new NabijError('NABIJ_NOT_FOUND', { what: `/corrections/${id}` })
  }

  return {
    give: (station, verdict, word, by) => station.changeRecipes(() => give(station, verdict, word, by)),
    apply: (station, id) => station.changeRecipes(() => apply(station, id)),
    undo: (station, id) => station.changeRecipes(() => undo(station, id)),
    async forgetPhoto(station, photoId) {
      const all = await ports.corrections.list(station.row.id)
      const standing = all.filter((one) => one.photoId === photoId && ['asks', 'applied'].includes(one.state))
      for (const { id } of standing) await station.changeRecipes(() => undo(station, id))
    },
    activate: (station, recipeId) =>
      station.changeRecipes(async () => {
        const row = await recipeAt(ports, station, recipeId)
        await ports.recipes.activate(row.stationId, row.id)
        await statesAsIn(shared, keeping, row)
        return row
      }),
    repair: (station) => station.changeRecipes(() => repairStation(shared, keeping, station)),
  }
}
