import { fileURLToPath } from 'node:url'
import { type SimulatorSource, simulatedPhotos } from '@nabij/adapters/camera'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('./camera-main.ts', import.meta.url))
const sampleFolder = fileURLToPath(new URL('../sample', import.meta.url))

function photos(change: Partial<SimulatorSource>, count: number) {
  const source = { kind: 'simulator', scene: 'biscuits', seed: 3, perSecond: 1, defectRate: 0, ...change } as const
  return simulatedPhotos({ program, sampleFolder, source, count })
}

describe('the camera process', () => {
  it('plays the biscuit line as JPEGs, the same for the same seed', async () => {
    const first = await photos({ defectRate: 0.5 }, 6)
    const facts = await sharp(first[0]?.picture).metadata()
    expect(facts).toMatchObject({ format: 'jpeg', width: 640, height: 480 })
    expect(first.some(({ truth }) => truth?.defect)).toBe(true)
    expect(await photos({ defectRate: 0.5 }, 6)).toEqual(first)
    expect(await photos({ defectRate: 0.5, seed: 4 }, 1)).not.toEqual(first.slice(0, 1))
  })

  it('shows every cookie photo of the sample, each a good picture with its truth inside', async () => {
    const shown = [
      ...(await photos({ scene: 'cookie-photos' }, 10)),
      ...(await photos({ scene: 'cookie-photos', defectRate: 1 }, 10)),
    ]
    expect(new Set(shown.map(({ name }) => name)).size).toBe(20)
    for (const { picture, truth, name } of shown) {
      const { width, height } = await sharp(picture).metadata()
      expect(Math.max(width, height)).toBeLessThanOrEqual(640)
      expect(truth?.defect).toBe(name?.startsWith('good') ? null : 'cracked')
      expect(truth?.regions).toHaveLength(truth?.defect ? 1 : 0)
      for (const { x, y, w, h } of truth?.regions ?? []) expect(Math.max(x + w, y + h)).toBeLessThanOrEqual(1)
    }
  })
})
