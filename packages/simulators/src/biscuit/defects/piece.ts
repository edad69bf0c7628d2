import { type MakeDefect, rough } from './defect.ts'

/** A piece broken off at the rim or at a corner: the pale inside shows along the break. */
export const piece: MakeDefect = (random, { outline: { halfWidth, halfHeight } }) => {
  const angle = random.next() * 2 * Math.PI
  const radius = random.between(34, 58)
  // On the rim, as seen from the middle.
  const reach = Math.min(halfWidth / Math.abs(Math.cos(angle)), halfHeight / Math.abs(Math.sin(angle)))
  const outwards = Math.min(reach, Math.hypot(halfWidth, halfHeight) - 30)
  const u0 = Math.cos(angle) * outwards
  const v0 = Math.sin(angle) * outwards
  const edge = rough(random, 0.16, [3, 5, 8, 13, 21])
  const most = radius * 1.5 + 8
  return {
    hair: null,
    second: null,
    flaw: {
      bounds: { left: u0 - most, right: u0 + most, top: v0 - most, bottom: v0 + most },
      at(u, v, _d, change) {
        const du = u - u0
        const dv = v - v0
        change.cut = radius * edge(Math.atan2(dv, du)) - Math.sqrt(du * du + dv * dv)
        change.open = change.cut > 0 ? 1 : Math.max(0, Math.min(1, 1.25 + change.cut / 6))
      },
    },
  }
}
