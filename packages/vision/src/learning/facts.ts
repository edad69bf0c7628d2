import type { RecipeFacts } from '@nabij/base'
import { squash } from '../graph/head.ts'
import { method } from '../method.ts'
import type { Lesson } from './learn.ts'
import { oddOnes, promises } from './limit.ts'

export type Mode = RecipeFacts['mode']

/**
 * What a recipe says about itself.
 * @param copies for each photo as given, which of the different photos it is (the same pixels count once)
 */
export function factsOf(lesson: Lesson, mode: Mode, copies: number[], model: RecipeFacts['model']): RecipeFacts {
  const { own, rows } = lesson
  const odd = oddOnes(own.map(({ score }) => score))
  const kept = own.filter((_, photo) => !odd.includes(photo))
  const photos = new Set(copies).size
  return {
    format: 'nabij-inspection/1',
    size: method.size[mode],
    mode,
    photos,
    rows,
    limit: kept.length === 0 ? null : Math.max(...kept.map(({ score }) => score)),
    mapLimit: kept.length === 0 ? squash(method.loneMapRatio) : Math.max(...kept.map(({ peak }) => peak)),
    goodScores: own.length === 0 ? [] : copies.map((photo) => own[photo]?.score ?? 1),
    oddOnes: copies.flatMap((photo, index) => (odd.includes(photo) ? [index] : [])),
    ...promises(photos, odd.length),
    model,
  }
}
