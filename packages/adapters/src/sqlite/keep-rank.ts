import type { VerdictRecord } from '@nabij/stations'

/** How long a picture is worth keeping, least first. */
export const keepRanks = {
  /** Nine of ten pictures of good parts. */
  ordinary: 0,
  /** One of ten: what good looked like then. */
  example: 1,
  /** Passed, but close to the limit: the ones to learn from. */
  nearLimit: 2,
  /** Failed, or not sure. */
  refused: 3,
  /** Failed by far: the proof that somebody will ask for. */
  worst: 4,
  /** A person said something of it. */
  marked: 5,
} as const

type Judged = Pick<VerdictRecord, 'id' | 'verdict' | 'score' | 'limit'>

/** The rank of one verdict's picture; chance comes from the id, so the same verdict always gets the same rank. */
export function keepRank({ id, verdict, score, limit }: Judged): number {
  if (verdict === 'unsure') return keepRanks.refused
  if (verdict === 'fail') {
    const byFar = score !== null && limit !== null && score >= (1 + limit) / 2
    return byFar ? keepRanks.worst : keepRanks.refused
  }
  if (score !== null && limit !== null && score >= 0.8 * limit) return keepRanks.nearLimit
  return Number.parseInt(id.slice(-6), 16) % 10 === 0 ? keepRanks.example : keepRanks.ordinary
}
