import { describe, expect, it } from 'vitest'
import { boxBetween, byKey, isMeant, middle, moved, resized, smallest } from './region-box.ts'

const rounded = (box: { x: number; y: number; w: number; h: number }) =>
  Object.fromEntries(Object.entries(box).map(([name, value]) => [name, Math.round(value * 1000) / 1000]))

describe('boxBetween', () => {
  it('is the same whichever corner was first, and stays within the picture', () => {
    expect(rounded(boxBetween([0.8, 0.7], [0.2, 0.1]))).toEqual({ x: 0.2, y: 0.1, w: 0.6, h: 0.6 })
    expect(boxBetween([-1, -1], [2, 2])).toEqual({ x: 0, y: 0, w: 1, h: 1 })
  })

  it('is no box after a click', () => {
    expect(isMeant(boxBetween([0.5, 0.5], [0.505, 0.505]))).toBe(false)
    expect(isMeant(middle)).toBe(true)
  })
})

describe('byKey', () => {
  it('moves with an arrow, and moves the corner with shift', () => {
    expect(rounded(byKey(middle, 'ArrowLeft', false) ?? middle)).toEqual({ x: 0.24, y: 0.25, w: 0.5, h: 0.5 })
    expect(rounded(byKey(middle, 'ArrowDown', true) ?? middle)).toEqual({ x: 0.25, y: 0.25, w: 0.5, h: 0.51 })
    expect(byKey(middle, 'a', false)).toBeNull()
  })

  it('goes no further than the edge, and no smaller than can be found', () => {
    expect(moved(middle, 9, -9)).toEqual({ x: 0.5, y: 0, w: 0.5, h: 0.5 })
    expect(resized(middle, -9, 9)).toEqual({ x: 0.25, y: 0.25, w: smallest, h: 0.75 })
  })
})
