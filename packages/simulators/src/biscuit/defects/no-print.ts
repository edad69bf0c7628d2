import type { MakeDefect } from './defect.ts'

/** The stamp did not come down, or only on one side. */
export const noPrint: MakeDefect = (random) => {
  const whole = random.chance(0.6)
  const side = random.chance(0.5) ? 1 : -1
  const from = whole ? -1000 : random.between(-45, 20)
  return {
    hair: null,
    second: null,
    flaw: {
      bounds: { left: -140, right: 140, top: -75, bottom: 75 },
      at(u, _v, _d, change) {
        change.print = 1 - Math.max(0, Math.min(1, (side * u - from) / 24))
      },
    },
  }
}
