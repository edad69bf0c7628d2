import { describe, expect, it } from 'vitest'
import { type DriftWatch, watchDrift } from './drift.ts'

/** mulberry32: the same numbers on every machine. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function normalOf(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Scores of good parts have a long tail upwards. */
const scoreOf = (normal: number): number => 0.2 * Math.exp(0.3 * normal)

interface Simulated {
  watch: DriftWatch
  see(pictures: number, shift?: { light?: number; score?: number }): void
}

/** A station taught with `photos`, whose light varies as it did when it was taught. */
function simulate(photos: number, seed: number): Simulated {
  const normal = normalOf(randomOf(seed))
  const light = (): number => 0.5 + 0.02 * normal()
  const taught = Array.from({ length: photos }, light)
  const range: [number, number] = [Math.min(...taught) - 0.04, Math.max(...taught) + 0.04]
  const goodScores = Array.from({ length: photos }, () => scoreOf(normal()))
  const facts = {
    normal: { brightness: range, contrast: range, sharpness: range, unlike: 9 },
    goodScores,
    oddOnes: [],
  }
  const limit = Math.max(...goodScores) * 1.1
  const watch = watchDrift(facts)
  return {
    watch,
    see(pictures, { light: brighter = 0, score: higher = 0 } = {}) {
      for (let n = 0; n < pictures; n++) {
        const look = { brightness: light() + brighter, contrast: light(), sharpness: light() }
        const score = scoreOf(normal() + higher)
        watch.saw(look, score <= limit ? score : null, n)
      }
    },
  }
}

describe('drift', () => {
  it.each([10, 20, 60, 300])('is not cried at a station taught with %d photos that stays as it was', (photos) => {
    const stations = process.env.NABIJ_SLOW ? 2_000 : 100
    let cried = 0
    for (let seed = 0; seed < stations; seed++) {
      const { watch, see } = simulate(photos, seed)
      for (let n = 0; n < 20 && !watch.drift(); n++) see(100)
      if (watch.drift()) cried += 1
    }
    expect(cried / stations).toBeLessThanOrEqual(0.002)
  })

  it('of the light is noticed within 150 pictures, and is over when the light is back', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { watch, see } = simulate(20, seed)
      see(200)
      see(150, { light: 0.09 })
      expect(watch.drift()).toMatchObject({ of: 'brightness', direction: 'up' })
      see(150)
      expect(watch.drift()).toBeNull()
    }
  })

  it('of the scores is noticed', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { watch, see } = simulate(60, seed)
      see(200)
      see(300, { score: 2 })
      expect(watch.drift()).toMatchObject({ of: 'score', direction: 'up' })
    }
  })

  it('is not made of a hand before the lens', () => {
    const { watch, see } = simulate(20, 1)
    see(200)
    for (let n = 0; n < 10; n++) watch.saw({ brightness: 0, contrast: 0, sharpness: 0 }, null, n)
    expect(watch.drift()).toBeNull()
  })

  it('goes on after a restart from what was known', () => {
    const range: [number, number] = [0.4, 0.6]
    const facts = {
      normal: { brightness: range, contrast: range, sharpness: range, unlike: 9 },
      goodScores: [],
      oddOnes: [],
    }
    const before = { of: 'brightness', direction: 'down', since: 5 } as const
    const watch = watchDrift(facts, before)
    watch.saw({ brightness: 0.42, contrast: 0.5, sharpness: 0.5 }, null, 9)
    expect(watch.drift()).toEqual(before)
    for (let n = 0; n < 60; n++) watch.saw({ brightness: 0.5, contrast: 0.5, sharpness: 0.5 }, null, 9)
    expect(watch.drift()).toBeNull()
  })
})
