import type { Random } from '../../random.ts'
import type { Biscuit } from '../biscuit.ts'

/** What a flaw does at one place of a biscuit. It is cleared before each place. */
export interface Change {
  /** Above 0: here is no biscuit (distance to the cut, units). */
  cut: number
  /** Added to the height, units. */
  press: number
  /** Added to the share of baking. */
  brown: number
  /** How far the inside of the dough lies open, 0 to 1. */
  open: number
  /** How much of the print is there, 0 to 1. */
  print: number
}

/** A flaw in the dough itself. */
export interface Flaw {
  /** Beyond this box (from the middle of the biscuit, along its own axes) nothing is changed. */
  bounds: { left: number; top: number; right: number; bottom: number }
  /** `d` is the signed distance to the outline at (u, v), below 0 inside. */
  at(u: number, v: number, d: number, change: Change): void
}

/** Something thin that lies on top: points in the scene, thickness in units. */
export interface Hair {
  points: [number, number][]
  thick: number
}

/** What is wrong with one part; everything that is null is as it should be. */
export interface Wrong {
  flaw: Flaw | null
  hair: Hair | null
  /** A second biscuit, on top of the first. */
  second: Biscuit | null
}

/** Makes one kind of defect, each time another. */
export type MakeDefect = (random: Random, biscuit: Biscuit) => Wrong

/** How far inside a soft blob, 0 to 1: 1 in the middle, 0 from `reach` = 1 on. */
export function softly(reach: number): number {
  if (reach >= 1) return 0
  const t = 1 - reach
  return t * t * (3 - 2 * t)
}

/** An edge that is not quite round: radius as a factor, by angle. Lobes of whole numbers, so that it closes. */
export function rough(random: Random, strength: number, lobes: number[]): (angle: number) => number {
  const waves = lobes.map((lobe) => ({
    lobe,
    phase: random.next() * 2 * Math.PI,
    weight: (strength * random.between(0.5, 1)) / Math.sqrt(lobe),
  }))
  return (angle) => {
    let factor = 1
    for (const { lobe, phase, weight } of waves) factor += weight * Math.sin(lobe * angle + phase)
    return factor
  }
}
