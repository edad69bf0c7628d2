import type { Move, MoveLine, RegisterSnapshot } from '@nabij/base'

/**
 * The company over time, out of states that were stored when they were so: none is reckoned afterwards. What was won is the
 * first less the last, and may be negative.
 */
export function moveLine(snapshots: readonly RegisterSnapshot[], moves: readonly Move[]): MoveLine {
  const points = snapshots
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, outsideCost, crucialOutside, costPerYear }) => ({ day, outsideCost, crucialOutside, costPerYear }))
  const [first, last] = [points[0], points.at(-1)]
  return {
    points,
    won: {
      outsideCost: (first?.outsideCost ?? 0) - (last?.outsideCost ?? 0),
      crucialOutside: (first?.crucialOutside ?? 0) - (last?.crucialOutside ?? 0),
      gone: moves.filter(({ state }) => state === 'gone').length,
    },
    steps: moves
      .flatMap(({ id, serviceName, steps }) => steps.map((step) => ({ ...step, serviceId: id, serviceName })))
      .sort((a, b) => a.at - b.at),
  }
}
