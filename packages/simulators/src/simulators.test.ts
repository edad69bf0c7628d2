import { Truth } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { simulators } from './registry.ts'
import type { SceneOptions, SimulatedPart, Simulator } from './simulator.ts'

const small = { seed: 7, width: 160, height: 120 }

/** What every simulator must be, whatever it simulates. */
describe.each(Object.entries<Simulator>(simulators))('simulator %s', (_name, simulator) => {
  const parts = (options: SceneOptions, count: number): SimulatedPart[] => {
    const line = simulator.open(options)
    return Array.from({ length: count }, () => line.next())
  }

  it('gives the same bytes for the same seed, others for another', () => {
    const once = parts({ ...small, defectRate: 0.5 }, 6)
    expect(parts({ ...small, defectRate: 0.5 }, 6)).toEqual(once)
    expect(parts({ ...small, seed: 8, defectRate: 0.5 }, 6)).not.toEqual(once)
  })

  it('goes on where another line ended', () => {
    const whole = parts({ ...small, defectRate: 0.5 }, 5)
    expect(parts({ ...small, defectRate: 0.5, from: 3 }, 2)).toEqual(whole.slice(3))
  })

  it('makes pictures of the size that is asked, and of its own size otherwise', () => {
    for (const size of [{ width: 160, height: 120 }, { width: 100, height: 160 }, {}]) {
      const { width, height, data } = simulator.open({ seed: 1, defectRate: 1, ...size }).next().picture
      expect({ width, height }).toMatchObject(size)
      expect(data).toHaveLength(width * height * 3)
    }
  })

  it('keeps its truth inside the picture, and shows each kind of defect', () => {
    const seen = new Set<string>()
    for (const { truth } of parts({ ...small, defectRate: 1 }, 200)) {
      expect(() => Truth.parse(truth)).not.toThrow()
      expect(simulator.defects).toContain(truth.defect)
      expect(truth.regions.length).toBeGreaterThan(0)
      seen.add(String(truth.defect))
      for (const { x, y, w, h } of truth.regions) {
        expect(Math.min(x, y, w, h, 1 - x - w + 1e-9, 1 - y - h + 1e-9)).toBeGreaterThanOrEqual(0)
        expect(w * h).toBeGreaterThan(0)
      }
    }
    expect([...seen].sort()).toEqual([...simulator.defects].sort())
  })

  it.each([0, 0.1, 0.5, 1])('makes as many bad ones as asked: %f', (defectRate) => {
    const count = 400
    const bad = parts({ ...small, width: 64, height: 48, defectRate }, count).filter((part) => part.truth.defect).length
    // Five standard deviations: a seed that fails this is no bad luck.
    expect(Math.abs(bad / count - defectRate)).toBeLessThanOrEqual(
      5 * Math.sqrt((defectRate * (1 - defectRate)) / count),
    )
  })

  it('calls a good one good, and makes no two the same', () => {
    const good = parts({ ...small, defectRate: 0 }, 12)
    expect(good.every(({ truth }) => truth.defect === null && truth.regions.length === 0)).toBe(true)
    expect(new Set(good.map(({ picture }) => picture.data.join())).size).toBe(12)
  })
})
