import { describe, expect, it } from 'vitest'
import { makeBank, rowsOf } from './bank.ts'
import { sample } from './sampling.ts'

const parts = [0, 1, 2].map((photo) => Float32Array.from({ length: 20 }, (_, n) => photo * 100 + n))

describe('makeBank', () => {
  it('keeps all rows while they fit, in the order of the photos', () => {
    const { data } = rowsOf(makeBank(parts, 2, 30))
    expect([...data]).toEqual(parts.flatMap((part) => [...part]))
  })

  it('thins over all photos, keeps whole rows and knows whose they are', () => {
    const bank = makeBank(parts, 2, 12)
    expect(bank.parts.reduce((sum, part) => sum + part.length / 2, 0)).toBe(12)
    for (const [photo, part] of bank.parts.entries()) {
      expect(part.length).toBeGreaterThan(0)
      for (let n = 0; n < part.length; n += 2) {
        expect(Math.floor((part[n] ?? -1) / 100)).toBe(photo)
        expect((part[n + 1] ?? 0) - (part[n] ?? 0)).toBe(1)
      }
    }
  })

  it('leaves one photo out when asked', () => {
    expect(rowsOf(makeBank(parts, 2, 30), 1).data).toEqual(Float32Array.of(...(parts[0] ?? []), ...(parts[2] ?? [])))
  })
})

describe('sample', () => {
  it('draws each once, in order, everywhere, the same each time', () => {
    const drawn = sample(10_000, 500)
    expect(drawn).toEqual(sample(10_000, 500))
    expect(drawn.length).toBe(500)
    expect(new Set(drawn).size).toBe(500)
    expect(drawn.every((value, n) => value >= 0 && value < 10_000 && value > (drawn[n - 1] ?? -1))).toBe(true)
    for (let tenth = 0; tenth < 10; tenth++) {
      const here = drawn.filter((value) => Math.floor(value / 1000) === tenth).length
      expect(here).toBeGreaterThan(25)
      expect(here).toBeLessThan(85)
    }
    expect(sample(7, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})
