import { type MakeDefect, rough, softly } from './defect.ts'

/** A hollow where something pressed into the warm dough. */
export const dent: MakeDefect = (random, { outline: { halfWidth, halfHeight } }) => {
  const u0 = random.between(-0.65, 0.65) * halfWidth
  const v0 = random.between(-0.55, 0.55) * halfHeight
  const radius = random.between(28, 40)
  const flat = random.between(0.75, 1)
  const deep = random.between(11, 14)
  const edge = rough(random, 0.08, [2, 3, 5])
  const most = radius * 1.5
  return {
    hair: null,
    second: null,
    flaw: {
      bounds: { left: u0 - most, right: u0 + most, top: v0 - most, bottom: v0 + most },
      at(u, v, _d, change) {
        const du = u - u0
        const dv = (v - v0) / flat
        const reach = Math.sqrt(du * du + dv * dv) / (radius * edge(Math.atan2(dv, du)))
        // A wall of dough is pushed up around the hollow, and its bottom is pressed smooth.
        const bowl = reach < 1 ? (1 - reach * reach) ** 1.3 : 0
        change.press = -deep * bowl + 1.8 * softly(Math.abs(reach - 1.08) / 0.32)
        change.print = 1 - Math.min(1, 1.6 * bowl)
        change.brown = -0.05 * bowl
      },
    },
  }
}
