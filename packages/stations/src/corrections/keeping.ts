import { type Correction, type Feedback, newId, type Photo, type Verdict } from '@nabij/base'
import { blobOrThrow } from '../photos.ts'
import type { RecipeRow } from '../ports.ts'
import type { Shared } from '../shared.ts'

export interface Word {
  label: Feedback['label']
  kind: string | null
}

/**
 * Writes down what a person said and what became of it. The order is such that a kill at any moment leaves something
 * that repair.ts can end: version, photo, correction, which version is active, and last what was said of the verdict.
 */
export interface Keeping {
  /** The picture of a verdict as a photo with this word, not stored yet. @throws NabijError NABIJ_EVIDENCE_GONE */
  photoOf(verdict: Verdict, word: Word): Promise<Photo>
  keep(photo: Photo, correction: Correction): Promise<Correction>
  /** It counts from now on. `version`: with which it was made. */
  settle(correction: Correction, version: RecipeRow | null): Promise<Correction>
  /** What was said is known; what it would change waits for a yes. */
  say(correction: Correction): Promise<Correction>
  refuse(correction: Correction): Promise<Correction>
  takeBack(correction: Correction): Promise<Correction>
  putBack(correction: Correction, version: RecipeRow | null): Promise<Correction>
}

export function createKeeping({ ports, events }: Shared): Keeping {
  async function feedbackOf({ verdictId, label, kind, at, by }: Correction, said: boolean): Promise<void> {
    if (verdictId === null || !(await ports.verdicts.get(verdictId))) return
    await ports.verdicts.setFeedback(verdictId, said ? { label, kind, at, by } : null)
  }

  async function become(
    correction: Correction,
    state: Correction['state'],
    recipeId = correction.recipeId,
  ): Promise<Correction> {
    const changed = { ...correction, state, recipeId }
    await ports.corrections.update(correction.id, { state, recipeId })
    events.emit({ type: 'correction', correction: changed })
    return changed
  }

  async function replaceOthers({ id, photoId, stationId }: Correction): Promise<void> {
    for (const other of await ports.corrections.list(stationId)) {
      if (other.id === id || other.photoId !== photoId) continue
      if (other.state === 'applied') await become(other, 'undone')
      if (other.state === 'asks') await become(other, 'refused')
    }
  }

  /** An earlier word on the photo counts. */
  async function hasOther({ id, photoId, stationId }: Correction): Promise<boolean> {
    const all = await ports.corrections.list(stationId)
    return all.some((other) => other.id !== id && other.photoId === photoId && other.state === 'applied')
  }

  /** What follows once the station judges with it. */
  async function count(correction: Correction): Promise<void> {
    await replaceOthers(correction)
    const { label, kind } = correction
    await ports.photos.say(correction.photoId, { label, kind })
    await feedbackOf(correction, true)
  }

  return {
    async photoOf(verdict, { label, kind: named }) {
      const evidence = await ports.verdicts.evidence(verdict.id)
      const sha256 = evidence?.frame ?? null
      const picture = await blobOrThrow(ports, sha256)
      const kind = label === 'bad' ? named : null
      const photos = await ports.photos.list(verdict.stationId)
      const stored = photos.find((photo) => photo.sha256 === sha256)
      if (stored) return { ...stored, label, kind, leftOut: false }
      const { width, height, look } = await ports.executor.examine(picture)
      return {
        id: newId(),
        stationId: verdict.stationId,
        label,
        name: verdict.name ?? '',
        sha256: sha256 ?? '',
        bytes: picture.length,
        width,
        height,
        createdAt: ports.clock(),
        kind,
        productId: verdict.productId,
        verdictId: verdict.id,
        leftOut: false,
        belongs: false,
        look,
        remarks: [],
      }
    },
    async keep(photo, correction) {
      await ports.photos.insert(photo)
      await ports.corrections.insert(correction)
      return correction
    },
    async settle(correction, version) {
      if (version) await ports.recipes.activate(version.stationId, version.id)
      await count(correction)
      events.emit({ type: 'correction', correction })
      return correction
    },
    async say(correction) {
      await feedbackOf(correction, true)
      events.emit({ type: 'correction', correction })
      return correction
    },
    async refuse(correction) {
      if (!(await hasOther(correction))) await ports.photos.unsay(correction.photoId)
      return become(correction, 'refused')
    },
    // The state last: what a kill leaves "applied" without a version is taken back again.
    async takeBack(correction) {
      await ports.photos.unsay(correction.photoId)
      await feedbackOf(correction, false)
      return become(correction, 'undone')
    },
    async putBack(correction, version) {
      const applied = await become(correction, 'applied', version?.id ?? correction.recipeId)
      await count(applied)
      return applied
    },
  }
}
