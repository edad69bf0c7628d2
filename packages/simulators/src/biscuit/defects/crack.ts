import { distanceToSegment } from '../print.ts'
import type { MakeDefect } from './defect.ts'

/** A break from the rim inwards, wide at the rim and ending in a hairline. */
export const crack: MakeDefect = (random, { outline: { halfWidth, halfHeight } }) => {
  const fromTop = random.chance(0.5) ? 1 : -1
  const length = halfHeight * random.between(0.9, 1.7)
  const start = random.between(-0.6, 0.6) * halfWidth
  const lean = random.between(-0.35, 0.35)
  const steps = 14
  const points = Array.from({ length: steps + 1 }, (_, step): [number, number] => {
    const down = (step / steps) * length
    const stray = step === 0 ? 0 : random.between(-4.2, 4.2)
    return [start + lean * down + stray, fromTop * (down - halfHeight - 8)]
  })
  const widest = random.between(2, 2.9)
  const us = points.map(([u]) => u)
  const vs = points.map(([, v]) => v)
  const margin = 8
  return {
    hair: null,
    second: null,
    flaw: {
      bounds: {
        left: Math.min(...us) - margin,
        right: Math.max(...us) + margin,
        top: Math.min(...vs) - margin,
        bottom: Math.max(...vs) + margin,
      },
      at(u, v, _d, change) {
        const down = fromTop * v + halfHeight + 8
        const near = Math.max(0, Math.min(steps - 1, Math.floor((down / length) * steps)))
        let distance = 1000
        for (let step = Math.max(0, near - 1); step <= Math.min(steps - 1, near + 1); step++) {
          const from = points[step]
          const to = points[step + 1]
          if (from && to) distance = Math.min(distance, distanceToSegment(from, to, u, v))
        }
        const half = 0.45 + widest * Math.max(0, 1 - down / length) ** 0.7
        change.cut = half - distance
        change.open = 0.75 * softEdge(distance - half, 3.5)
        change.press = 0.9 * softEdge(distance - half - 2, 5)
      },
    },
  }
}

function softEdge(beyond: number, reach: number): number {
  return beyond <= 0 ? 1 : Math.max(0, 1 - beyond / reach)
}
