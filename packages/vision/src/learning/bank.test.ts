import { describe, expect, it } from 'vitest'
import { method } from '../method.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import { evenBank, rareBank, rowsOf } from './bank.ts'
import { sample } from './sampling.ts'

const parts = [0, 1, 2].map((photo) => Float32Array.from({ length: 20 }, (_, n) => photo * 100 + n))

describe('evenBank', () => {
  it('keeps all rows while they fit, in the order of the photos', () => {
    const { data } = rowsOf(evenBank(parts, 2, 30))
    expect([...data]).toEqual(parts.flatMap((part) => [...part]))
  })

  it('thins over all photos, keeps whole rows and knows whose they are', () => {
    const bank = evenBank(parts, 2, 12)
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
    expect(rowsOf(evenBank(parts, 2, 30), (photo) => photo !== 1).data).toEqual(
      Float32Array.of(...(parts[0] ?? []), ...(parts[2] ?? [])),
    )
  })
})

describe('rareBank', () => {
  /** 60 rows near zero, and one in each photo that is like no other. */
  const photos = [0, 1, 2].map((photo) => {
    const rows = Float32Array.from({ length: 40 }, (_, n) => (n % 7) / 100)
    rows.set([5 + photo, -9], 2 * (4 + photo))
    return rows
  })

  it('keeps the rare rows, whole, with the photo that they are of', async () => {
    const bank = await rareBank(plainEngine, photos, 2, 16, new AbortController().signal)
    expect(bank.parts.reduce((sum, part) => sum + part.length / 2, 0)).toBe(16)
    for (const [photo, part] of bank.parts.entries()) {
      const at = part.indexOf(5 + photo)
      expect(at % 2).toBe(0)
      expect(part[at + 1]).toBe(-9)
    }
    expect(16 * method.evenShare).toBe(4)
  })

  it('stays whole while it fits, and stops when it is told to', async () => {
    expect(await rareBank(plainEngine, photos, 2, 60, new AbortController().signal)).toEqual({
      width: 2,
      parts: photos,
    })
    await expect(rareBank(plainEngine, photos, 2, 16, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
  })
})

/** Does in JavaScript what the search graph says. */
const plainEngine: ModelRuntime = {
  load: async () => ({
    async run({ rows, bank }) {
      const [a, b] = [rows?.data as Float32Array, bank?.data as Float32Array]
      const data = Float32Array.from({ length: a.length / 2 }, (_, q) => {
        const all = Array.from({ length: b.length / 2 }, (_, r) =>
          Math.hypot((a[2 * q] ?? 0) - (b[2 * r] ?? 0), (a[2 * q + 1] ?? 0) - (b[2 * r + 1] ?? 0)),
        )
        return Math.min(...all)
      })
      return { distances: { type: 'float32', dims: [data.length, 1], data } }
    },
    close: async () => {},
  }),
}

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
