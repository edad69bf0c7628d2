import { describe, expect, it } from 'vitest'
import { colourMap } from './heat.ts'

function coloured(grey: number, limit: number): number[] {
  const pixel = new Uint8ClampedArray([grey, grey, grey, 255])
  colourMap(pixel, limit)
  return [...pixel]
}

describe('colourMap', () => {
  it('shows nothing where a part looks as usual', () => {
    expect(coloured(0, 0.5)[3]).toBe(0)
    expect(coloured(60, 0.5)[3]).toBe(0)
  })

  it('is red and dense far above the limit, amber just below it', () => {
    const [red, green, , dense] = coloured(255, 0.5)
    expect(red).toBeGreaterThan(190)
    expect(green).toBeLessThan(40)
    expect(dense).toBe(215)
    const [, amber, , faint] = coloured(102, 0.5)
    expect(amber).toBeGreaterThan(150)
    expect(faint).toBeLessThan(110)
  })

  it('does not divide by a limit of zero', () => {
    expect(coloured(0, 0)).toEqual([255, 176, 32, 0])
  })
})
