import { describe, expect, it } from 'vitest'
import { perRegionOverlap, pixelAuroc } from './pixel-metrics.ts'

const map = (scores: number[], truth: number[]) => ({
  width: scores.length,
  height: 1,
  scores: Float32Array.from(scores),
  truth: Uint8Array.from(truth),
})

describe('pixelAuroc', () => {
  it('is 1 for a perfect map, 0 for its opposite, and a half for none', () => {
    expect(pixelAuroc([map([0.1, 0.2, 0.9], [0, 0, 1])])).toBe(1)
    expect(pixelAuroc([map([0.9, 0.8, 0.1], [0, 0, 1])])).toBe(0)
    expect(pixelAuroc([map([0.5, 0.5, 0.5], [0, 0, 1])])).toBe(0.5)
    expect(pixelAuroc([map([0.5], [0])])).toBeNull()
  })
})

describe('perRegionOverlap', () => {
  const flawless = Array.from({ length: 100 }, (_, n) => n / 200)
  const truth = (...regions: number[]) => [...flawless.map(() => 0), ...regions]

  it('counts a small defect as much as a large one', () => {
    // Defects of 1 and of 4 places: only the large one is found.
    const scores = [...flawless, 0.9, 0.9, 0.9, 0.9, 0, 0]
    expect(perRegionOverlap([map(scores, truth(1, 1, 1, 1, 0, 1))])).toBeCloseTo(0.5, 2)
    expect(perRegionOverlap([map([...flawless, 0.9, 0.9, 0, 0.9], truth(1, 1, 0, 1))])).toBeCloseTo(1, 2)
  })

  it('looks no further than the share of flawless places that is asked', () => {
    // A defect that is found once 40 of 100 flawless places are above the limit.
    const late = [map([...flawless, 0.3], truth(1))]
    expect(perRegionOverlap(late)).toBeCloseTo(0, 2)
    expect(perRegionOverlap(late, 1)).toBeCloseTo(0.6, 1)
    expect(perRegionOverlap([map(flawless, truth())])).toBeNull()
  })
})
