import type { Flip, Photo, StationSettings } from '@nabij/base'
import { wordOf } from '../decide.ts'
import { limitOf } from '../limit-of.ts'
import type { Checked, RecipeRow } from '../ports.ts'

/** How the marked pictures score under a version. */
export interface Scored {
  row: Pick<RecipeRow, 'facts'>
  checked: Checked[]
}

/** The marked pictures that get another verdict, the wrong ones first. */
export function flipsBetween(before: Scored, after: Scored, photos: Photo[], settings: StationSettings): Flip[] {
  const wordBefore = wordsOf(before, settings)
  const wordAfter = wordsOf(after, settings)
  const flips = photos.flatMap(({ id, name, label }): Flip[] => {
    const words = { before: wordBefore(id), after: wordAfter(id) }
    if (words.before === words.after) return []
    const wrong = words.after === (label === 'good' ? 'fail' : 'pass')
    return [{ photoId: id, name, label, ...words, wrong }]
  })
  return flips.sort((a, b) => Number(b.wrong) - Number(a.wrong))
}

function wordsOf({ row, checked }: Scored, { limit, band }: StationSettings): (photoId: string) => Flip['before'] {
  const scores = new Map(checked.map(({ id, score }) => [id, score]))
  const value = limitOf(row.facts, limit)
  return (id) => wordOf(scores.get(id) ?? null, value, band).verdict
}
