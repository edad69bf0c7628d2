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
    expect(coloured(90, 0.5)[3]).toBe(0)
  })

  it('is red and dense where it is hottest, amber and faint at the limit', () => {
    const map = new Uint8ClampedArray([250, 250, 250, 255, 128, 128, 128, 255])
    colourMap(map, 0.5)
    expect(map[1]).toBeLessThan(40)
    expect(map[3]).toBe(225)
    expect(map[5]).toBeGreaterThan(120)
    expect(map[7]).toBeLessThan(110)
  })

  it('makes no alarm of a map that is just above its limit', () => {
    const [, green] = coloured(130, 0.5)
    expect(green).toBeGreaterThan(60)
  })

  it('does not divide by a limit of zero', () => {
    expect(coloured(0, 0)[3]).toBe(0)
  })
})
