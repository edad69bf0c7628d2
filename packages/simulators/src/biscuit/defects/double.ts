import { nextBiscuit } from '../biscuit.ts'
import type { MakeDefect } from './defect.ts'

/** Two biscuits, one half on top of the other. */
export const double: MakeDefect = (random, biscuit) => {
  const second = nextBiscuit(random)
  const side = random.chance(0.5) ? 1 : -1
  return {
    flaw: null,
    hair: null,
    second: {
      ...second,
      x: biscuit.x + side * random.between(40, 64),
      y: biscuit.y + random.between(-22, 22),
      angle: side * random.between(-0.2, 0.2),
    },
  }
}
