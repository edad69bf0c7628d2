import type { Photo } from '@nabij/base'
import type { Checked, RecipeRow } from '../ports.ts'
import { fileOf } from '../recipes.ts'
import type { StationsPorts } from '../stations.ts'

/** Versions whose scores are kept at hand. */
const remembered = 16

/** How marked pictures score under a version: asked once, since neither changes. */
export interface Scores {
  under(row: RecipeRow, photos: Photo[]): Promise<Checked[]>
  know(row: RecipeRow, checked: Checked[]): void
}

export function createScores(ports: StationsPorts): Scores {
  const known = new Map<string, Map<string, number | null>>()

  function know(row: RecipeRow, checked: Checked[]): void {
    const scores = known.get(row.sha256) ?? new Map()
    for (const { id, score } of checked) scores.set(id, score)
    known.delete(row.sha256)
    known.set(row.sha256, scores)
    for (const oldest of [...known.keys()].slice(0, -remembered)) known.delete(oldest)
  }

  return {
    know,
    async under(row, photos) {
      const missing = photos.filter(({ id }) => !known.get(row.sha256)?.has(id))
      const files = missing.map(({ id, sha256 }) => ({ id, path: ports.blobs.path(sha256) }))
      if (files.length > 0) know(row, await ports.executor.check(fileOf(ports, row), files))
      return photos.map(({ id }) => ({ id, score: known.get(row.sha256)?.get(id) ?? null }))
    },
  }
}
