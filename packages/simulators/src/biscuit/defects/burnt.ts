import { type MakeDefect, rough, softly } from './defect.ts'

/** A spot that lay too close to the fire: dark, with a brown rim. */
export const burnt: MakeDefect = (random, { outline: { halfWidth, halfHeight } }) => {
  const u0 = random.between(-0.75, 0.75) * halfWidth
  const v0 = random.between(-0.7, 0.7) * halfHeight
  const radius = random.between(26, 42)
  const flat = random.between(0.7, 1)
  const strength = random.between(0.46, 0.58)
  const edge = rough(random, 0.2, [2, 3, 5, 8])
  const most = radius * 1.7
  return {
    hair: null,
    second: null,
    flaw: {
      bounds: { left: u0 - most, right: u0 + most, top: v0 - most, bottom: v0 + most },
      at(u, v, _d, change) {
        const du = u - u0
        const dv = (v - v0) / flat
        const reach = Math.sqrt(du * du + dv * dv) / (radius * edge(Math.atan2(dv, du)))
        const heart = softly(reach)
        change.brown = strength * Math.min(1, 1.7 * heart)
        change.press = -1.5 * heart
      },
    },
  }
}
