import type { Look, RecipeFacts } from '@nabij/base'
import { rateOf } from '@nabij/base/rate'
import { normalOf } from '../care/normal.ts'
import { squash } from '../graph/head.ts'
import { method } from '../method.ts'
import type { Lesson } from './learn.ts'
import { limitFrom, promises } from './limit.ts'

export type Mode = RecipeFacts['mode']

export interface Taught {
  lesson: Lesson
  mode: Mode
  /** For each photo as given, which of the different photos it is (the same pixels count once); −1: it shows no part. */
  copies: number[]
  /** Of each different photo a number: those that are not independent (near-duplicates, one picture) share it. */
  groups: number[]
  /** Of each different photo, of the picture as a whole. */
  looks: Look[]
  model: RecipeFacts['model']
}

/** What a recipe says about itself. */
export function factsOf({ lesson, mode, copies, groups, looks, model }: Taught): RecipeFacts {
  const { own, rows } = lesson
  const independent = new Set(groups).size
  const { limit, odd } = limitFrom(
    own.map(({ score }) => score),
    groups,
  )
  const kept = own.filter((_, photo) => !odd.includes(photo))
  // Photos that show no part could not be taught: they are odd, and count against the promise.
  const without = copies.filter((photo) => photo < 0).length
  const oddGroups = new Set(odd.map((photo) => groups[photo])).size
  return {
    format: 'nabij-inspection/2',
    size: method.size[mode],
    mode,
    photos: independent,
    rows,
    limit,
    mapLimit: kept.length === 0 ? squash(method.loneMapRatio[mode]) : Math.max(...kept.map(({ peak }) => peak)),
    goodScores: own.length === 0 ? [] : copies.map((photo) => own[photo]?.score ?? 1),
    oddOnes: copies.flatMap((photo, index) => (photo < 0 || odd.includes(photo) ? [index] : [])),
    ...promises(independent + without, oddGroups + without),
    locate: null,
    located: 'switched-off',
    region: null,
    ignore: [],
    normal: normalOf(
      looks,
      own.map(({ whole }) => whole),
      mode,
    ),
    badScores: [],
    errors: null,
    kinds: [],
    corrections: { good: 0, bad: 0 },
    model,
  }
}

/**
 * The facts with what photos of bad parts scored. They change neither limit nor promise: those stand on good parts alone.
 * Good parts count once a group, as if it had not been taught.
 */
export function withBad(facts: RecipeFacts, badScores: number[], independentGood: number[]): RecipeFacts {
  const { limit } = facts
  if (limit === null || badScores.length === 0) return { ...facts, badScores }
  const falseAlarms = rateOf(independentGood.filter((score) => score > limit).length, independentGood.length)
  const misses = rateOf(badScores.filter((score) => score <= limit).length, badScores.length)
  return { ...facts, badScores, errors: { falseAlarms, misses } }
}
