import { describe, expect, it } from 'vitest'
import { looseLine } from './loose-line.ts'

const small = { seed: 3, width: 240, height: 180 }
const pictures = (count: number, defectRate = 0.5, seed = 3) => {
  const line = looseLine({ ...small, seed, defectRate })
  return Array.from({ length: count }, () => line.next())
}

describe('loose biscuits', () => {
  it('shows one to six, each apart from the others and wholly in sight', () => {
    const seen = new Set<number>()
    for (const { things = [] } of pictures(60)) {
      seen.add(things.length)
      for (const { box, angle } of things) {
        expect(Math.min(box.x, box.y, 1 - box.x - box.w, 1 - box.y - box.h)).toBeGreaterThan(0)
        expect(angle).toBeGreaterThanOrEqual(0)
        expect(angle).toBeLessThan(360)
      }
      const middles = things.map(({ box }) => [(box.x + box.w / 2) * 4, (box.y + box.h / 2) * 3] as const)
      for (const [n, [x, y]] of middles.entries())
        for (const [otherX, otherY] of middles.slice(n + 1))
          expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(1)
    }
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('has exactly one bad one in a bad picture, and its defect lies on it', () => {
    for (const { truth, things = [] } of pictures(60)) {
      const bad = things.filter(({ defect }) => defect)
      expect(bad.map(({ defect }) => defect)).toEqual(truth.defect ? [truth.defect] : [])
      const [box, region] = [bad[0]?.box, truth.regions[0]]
      if (!box || !region) continue
      expect(region.x + region.w).toBeGreaterThan(box.x)
      expect(region.x).toBeLessThan(box.x + box.w)
      expect(region.y + region.h).toBeGreaterThan(box.y)
      expect(region.y).toBeLessThan(box.y + box.h)
    }
  })

  it('turns them all ways, and lights the table unevenly', () => {
    const all = pictures(40, 0).flatMap(({ things = [] }) => things)
    const quarters = new Set(all.map(({ angle }) => Math.floor(angle / 90)))
    expect(quarters.size).toBe(4)
    const widths = all.map(({ box }) => Math.hypot(box.w * 4, box.h * 3))
    expect(Math.max(...widths) / Math.min(...widths)).toBeGreaterThan(1.1)
  })

  it('changes nothing but the bad one when more is to be wrong', () => {
    const [good, bad] = [pictures(5, 0), pictures(5, 1)]
    for (const [n, { things = [] }] of good.entries())
      expect(bad[n]?.things?.map(({ angle }) => angle)).toEqual(things.map(({ angle }) => angle))
  })
})
