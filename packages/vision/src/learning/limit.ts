import type { RecipeFacts } from '@nabij/base'
import { atMost, shareWhere } from '@nabij/base/rate'
import { median } from '../averages.ts'
import { method } from '../method.ts'

const confidence = 0.95
/** The shares of good parts refused that are worth striving for: with 20, 59, 149 and 299 photos. */
const shares = [0.14, 0.05, 0.02, 0.01]

/**
 * Photos whose score stands out among their own kind: above the median of the log scores by 3.5 robust deviations,
 * at most one in ten, worst first. They would drag the limit up and let bad parts pass.
 */
export function oddOnes(scores: number[]): number[] {
  const logs = scores.map((score) => Math.log(Math.max(score, 1e-9)))
  const centre = median(logs)
  const deviation = 1.4826 * median(logs.map((log) => Math.abs(log - centre)))
  return logs
    .map((log, index) => ({ log, index }))
    .filter(({ log }) => log > centre + method.oddDeviations * deviation)
    .sort((a, b) => b.log - a.log)
    .slice(0, mostOdd(scores.length))
    .map(({ index }) => index)
}

function mostOdd(photos: number): number {
  return Math.floor(photos * method.oddShare)
}

/**
 * At most which share of good parts lies above the highest but `above` of `photos` good scores, with 95 % confidence,
 * whatever their distribution is (Wilks 1941). Odd photos count as above the limit: they may well be good.
 * That bound is for a number left out that was fixed beforehand, and here the scores themselves choose it. So once some
 * are left out, half of the doubt of 5 % is shared over the numbers that could have been (as Bonferroni); without that up
 * to 9 % of the promises were false where scores have a long tail (limit.test.ts).
 * Leave-one-out scores are a little higher than those against all photos, which errs on the safe side.
 */
export function promisedShare(photos: number, above: number): number {
  const doubt = (1 - confidence) / (above === 0 ? 1 : 2 * (1 + Math.max(above, mostOdd(photos))))
  return shareWhere((share) => atMost(above, photos, share) > doubt)
}

/**
 * The limit, and the photos that are left out of it because they are odd. Photos of one group are one part: its score is
 * that of its worst photo.
 */
export function limitFrom(scores: number[], groups: number[]): { limit: number | null; odd: number[] } {
  const order = [...new Set(groups.slice(0, scores.length))]
  const worst = order.map((group) => Math.max(...scores.filter((_, photo) => groups[photo] === group)))
  const odd = new Set(oddOnes(worst).map((place) => order[place]))
  const kept = worst.filter((_, place) => !odd.has(order[place]))
  return {
    limit: kept.length === 0 ? null : Math.max(...kept),
    odd: scores.flatMap((_, photo) => (odd.has(groups[photo]) ? [photo] : [])),
  }
}

/** A promise that more good parts may be refused than this says nothing that helps: five photos make none. */
const worthless = 0.4

/** What the photos promise, and how many more would promise the next step. */
export function promises(photos: number, above: number): Pick<RecipeFacts, 'promise' | 'next'> {
  const reached = photos < 2 ? 1 : promisedShare(photos, above)
  const share = shares.find((each) => each < reached - 1e-9)
  return {
    promise: reached > worthless ? null : { atMost: reached, confidence },
    next: share === undefined ? null : { photos: photosFor(share, above) - photos, atMost: share },
  }
}

function photosFor(share: number, above: number): number {
  let photos = above + 1
  while (promisedShare(photos, above) > share) photos++
  return photos
}
