import type { Random } from '../random.ts'
import type { Outline } from './shape.ts'

/** All that makes one biscuit differ from the next. Units and radians. */
export interface Biscuit {
  x: number
  y: number
  angle: number
  outline: Outline
  thickness: number
  /** Share of baking in the middle, and how much more at the rim. */
  bake: number
  rim: number
  /** Where the oven was hotter: added at the edge on that side. */
  hotSide: { u: number; v: number }
  /** 0: yellowish, above: reddish. */
  warmth: number
  print: { u: number; v: number; angle: number; depth: number }
  /** Where in the tiles its dough begins. */
  dough: { x: number; y: number }
}

/** A biscuit as any other: guides hold its place and cutters its size within narrow bounds, the oven varies more. */
export function nextBiscuit(random: Random): Biscuit {
  const size = 1 + random.between(-0.01, 0.01)
  const oven = random.next() * 2 * Math.PI
  const heat = Math.abs(0.022 * random.normal())
  return {
    x: random.between(-3, 3),
    y: random.between(-2.5, 2.5),
    angle: random.between(-0.013, 0.013),
    outline: {
      halfWidth: 166 * size * (1 + random.between(-0.005, 0.005)),
      halfHeight: 119 * size * (1 + random.between(-0.005, 0.005)),
      corner: 31 + random.normal(),
      tooth: 5 + 0.3 * random.normal(),
    },
    thickness: 13 + 0.5 * random.normal(),
    bake: 0.4 + 0.02 * random.normal(),
    rim: 0.3 + 0.02 * random.normal(),
    hotSide: { u: heat * Math.cos(oven), v: heat * Math.sin(oven) },
    warmth: 0.012 * random.normal(),
    print: {
      u: 1.5 * random.normal(),
      v: 1.2 * random.normal(),
      angle: 0.006 * random.normal(),
      depth: 3.4 + 0.2 * random.normal(),
    },
    dough: { x: random.whole(512), y: random.whole(512) },
  }
}
