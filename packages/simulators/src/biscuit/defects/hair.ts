import type { MakeDefect } from './defect.ts'

/** A human hair, curled, across the biscuit. */
export const hair: MakeDefect = (random, biscuit) => {
  const steps = 60
  const step = random.between(2.6, 4.2)
  let heading = random.next() * 2 * Math.PI
  let bend = random.between(-0.05, 0.05)
  let x = biscuit.x + random.between(-0.35, 0.35) * biscuit.outline.halfWidth - (Math.cos(heading) * step * steps) / 2
  let y = biscuit.y + random.between(-0.3, 0.3) * biscuit.outline.halfHeight - (Math.sin(heading) * step * steps) / 2
  const points: [number, number][] = []
  for (let n = 0; n <= steps; n++) {
    points.push([x, y])
    bend = bend * 0.97 + 0.012 * random.normal()
    heading += Math.max(-0.11, Math.min(0.11, bend))
    x = Math.max(-232, Math.min(232, x + step * Math.cos(heading)))
    y = Math.max(-172, Math.min(172, y + step * Math.sin(heading)))
  }
  return { flaw: null, second: null, hair: { points, thick: random.between(1.3, 1.7) } }
}
