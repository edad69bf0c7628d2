import type { Station, StationSource } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { collectGoodParts } from './collect-good-parts.ts'

const source: StationSource = { kind: 'simulator', scene: 'biscuits', seed: 1, perSecond: 2, defectRate: 0.3 }
const station = { id: 's', source } as Station

/** A line that shows each part twice before the next one comes. */
function line(fail = false) {
  const changes: StationSource[] = []
  let looks = 0
  return {
    changes,
    changeStation: (_id: string, change: { source?: StationSource }) => {
      if (change.source) changes.push(change.source)
      return Promise.resolve(station)
    },
    sight: () => {
      if (fail) return Promise.reject(new Error('gone'))
      looks += 1
      const capturedAt = Date.now() + 1000 + Math.floor(looks / 2)
      return Promise.resolve({ picture: new Blob(['x'], { type: 'image/jpeg' }), capturedAt })
    },
  }
}

describe('collectGoodParts', () => {
  it('takes each part once, while the line makes good ones only, and sets it as it was', async () => {
    const fake = line()
    const seen: number[] = []
    const files = await collectGoodParts(fake, station, 3, (done) => seen.push(done), new AbortController().signal)
    expect(new Set(files.map(({ name }) => name)).size).toBe(3)
    expect(seen).toEqual([0, 1, 2, 3])
    expect(fake.changes).toEqual([expect.objectContaining({ defectRate: 0 }), source])
  })

  it('sets the line as it was, also when it fails or is left', async () => {
    const broken = line(true)
    await expect(collectGoodParts(broken, station, 3, () => undefined, new AbortController().signal)).rejects.toThrow(
      'gone',
    )
    expect(broken.changes.at(-1)).toEqual(source)
    const left = line()
    expect(await collectGoodParts(left, station, 3, () => undefined, AbortSignal.abort())).toEqual([])
    expect(left.changes.at(-1)).toEqual(source)
  })
})
