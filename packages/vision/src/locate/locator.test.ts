import { describe, expect, it } from 'vitest'
import type { Pixels } from '../picture.ts'
import { cropped, findParts, inPicture, learnLocator, locate } from './index.ts'
import { scene } from './testing/scene.ts'

const plain = (width: number, height: number, grey = 128): Pixels => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(grey),
})
/** Dark discs [x, y, radius] on a light ground. */
const discs = (...all: (readonly [number, number, number])[]): Pixels => {
  const picture = plain(320, 240, 200)
  for (let n = 0; n < picture.data.length; n++) {
    const [x, y] = [Math.floor(n / 3) % 320, Math.floor(n / 3 / 320)]
    if (all.some(([cx, cy, radius]) => Math.hypot(x + 0.5 - cx, y + 0.5 - cy) < radius)) picture.data[n] = 60
  }
  return picture
}
const taught = Array.from({ length: 12 }, (_, n) =>
  scene([{ x: 150 + (n % 3) * 10, y: 120, angle: n * 53 }], { seed: n + 1 }),
)
const learned = learnLocator(taught)
const locator = learned.locator ?? { turns: false, parts: { least: 0, most: 0 }, area: 0.01, signature: [] }
/** Smallest turn from a to b. */
const off = (a: number, b: number, full = 360) => Math.abs(((((a - b) % full) + full * 1.5) % full) - full / 2)

describe('locate', () => {
  it('finds out by itself that parts lie turned', () => {
    expect(learned).toMatchObject({ located: 'found', locator: { turns: true, parts: { least: 1, most: 1 } } })
  })

  it('turns the part to the reference, within three degrees, all the way round', () => {
    const angles = Array.from({ length: 36 }, (_, n) => n * 10)
    const found = angles.map(
      (angle) => locate(scene([{ x: 160, y: 120, angle }], { seed: 99 }), locator)[0]?.placement.angle ?? 0,
    )
    const base = (found[0] ?? 0) - 0
    for (const [n, angle] of angles.entries()) expect(off(found[n] ?? 0, angle + base), `${angle}°`).toBeLessThan(3)
  })

  it('finds several parts, at other distances, and each alone', () => {
    const picture = scene([
      { x: 80, y: 70, angle: 20 },
      { x: 240, y: 70, angle: 100, scale: 0.8 },
      { x: 160, y: 190, angle: 200, scale: 1.2 },
    ])
    const parts = locate(picture, locator)
    expect(parts).toHaveLength(3)
    expect(parts.map(({ part }) => part.cut)).toEqual([false, false, false])
    expect(parts[0]?.part.long).toBeGreaterThan(110)
  })

  it('splits parts that touch where their number is known, and takes them for one where only a guess could', () => {
    const touching = scene([
      { x: 110, y: 120, angle: 0 },
      { x: 205, y: 120, angle: 180 },
    ])
    expect(locate(touching, locator)).toHaveLength(1)
    const parts = locate(touching, { ...locator, exactly: 2 }).map(({ part }) => part)
    expect(parts.map(({ x }) => Math.round(x / 10)).sort()).toEqual([11, 21])
    for (const { axis, long } of parts) {
      expect(off(axis, 0, 180)).toBeLessThan(5)
      expect(Math.abs(long - 100)).toBeLessThan(10)
    }
    expect(locate(scene([{ x: 160, y: 120, angle: 30 }]), { ...locator, exactly: 2 })).toHaveLength(1)
  })

  it('splits round parts that touch by the neck between them, but no large one without a neck', () => {
    const usual = Math.PI * 30 ** 2
    const row = findParts(discs([90, 120, 30], [149, 120, 30], [200, 150, 30]), { usual }).parts
    expect(row.map(({ x, y }) => [Math.round(x / 5), Math.round(y / 5)]).sort()).toEqual([
      [18, 24],
      [30, 24],
      [40, 30],
    ])
    expect(row.every(({ area }) => Math.abs(area / usual - 1) < 0.2)).toBe(true)
    expect(findParts(discs([160, 120, 45]), { usual }).parts).toHaveLength(1)
    expect(findParts(discs([90, 120, 30], [149, 120, 30])).parts).toHaveLength(1)
  })

  it('says that a part is cut off by the border, and only that one', () => {
    const parts = locate(
      scene([
        { x: 10, y: 120, angle: 0 },
        { x: 200, y: 120, angle: 0 },
      ]),
      locator,
    )
    expect(parts.map(({ part }) => part.cut)).toEqual([false, true])
  })

  it('finds round parts without turning them, several too, but leaves alone what always lies in the same places', () => {
    const strewn = Array.from({ length: 10 }, (_, n) =>
      discs(
        [60 + ((n * 37) % 120), 60, 25],
        [250 - ((n * 41) % 110), 170, 25],
        ...(n % 2 ? [[90, 190, 25] as const] : []),
      ),
    )
    expect(learnLocator(strewn)).toMatchObject({
      located: 'found',
      locator: { turns: false, parts: { least: 2, most: 3 } },
    })
    const tray = Array.from({ length: 10 }, (_, n) => discs([60 + (n % 2), 60, 25], [250, 170 + (n % 3), 25]))
    expect(learnLocator(tray)).toEqual({ locator: null, located: 'in-place' })
    expect(learnLocator(tray, { always: true, exactly: 2 }).locator).toMatchObject({ parts: { least: 2, most: 2 } })
  })

  it('looks for parts where a person wants it, in spite of an empty photo, but not where there is no background', () => {
    const still = Array.from({ length: 8 }, (_, n) =>
      scene(n < 3 ? [] : [{ x: 160, y: 120, angle: 10 }], { seed: n + 1 }),
    )
    expect(learnLocator(still).locator).toBeNull()
    const wish = { always: true, exactly: null }
    expect(learnLocator(still, wish)).toMatchObject({ located: 'found', locator: { parts: { least: 1, most: 1 } } })
    expect(learnLocator([plain(64, 64), plain(64, 64)], wish)).toEqual({ locator: null, located: 'texture' })
  })

  it('finds nothing on an empty belt, whatever the light', () => {
    for (const slope of [0, 40, 100]) expect(locate(scene([], { slope, belt: 130 }), locator)).toEqual([])
  })

  it('does not take the bright middle of the picture for a part of the part', () => {
    const [part] = findParts(scene([{ x: 160, y: 120, angle: 30 }], { vignette: 60, belt: 150, part: 40 })).parts
    expect(off(part?.axis ?? 0, 30, 180)).toBeLessThan(3)
    expect(part?.long).toBeLessThan(115)
  })

  it('works on a dark background', () => {
    const dark = { belt: 30, part: 190 }
    expect(findParts(scene([{ x: 160, y: 120, angle: 30 }], dark)).parts[0]?.axis).toBeCloseTo(30, -0.5)
  })

  it('does not turn from one photo, and leaves parts alone that always lie alike', () => {
    expect(learnLocator(taught.slice(0, 1))).toEqual({ locator: null, located: 'unclear' })
    const still = Array.from({ length: 8 }, (_, n) => scene([{ x: 160, y: 120, angle: 10 }], { seed: n + 1 }))
    expect(learnLocator(still)).toEqual({ locator: null, located: 'in-place' })
  })

  it('turns itself off for one colour, a texture, and what fills the picture', () => {
    expect(learnLocator([plain(64, 64), plain(64, 64)]).located).toBe('texture')
    const noise = plain(128, 128)
    noise.data.forEach((_, n) => {
      noise.data[n] = (n * 2_654_435_761) >>> 24
    })
    expect(learnLocator([noise, noise]).locator).toBeNull()
    expect(learnLocator([]).locator).toBeNull()
  })

  it('survives pictures of one row, one column and one pixel', () => {
    for (const [width, height] of [
      [400, 1],
      [1, 400],
      [1, 1],
      [2, 3000],
    ] as const)
      expect(() => locate(plain(width, height), locator)).not.toThrow()
  })

  it('draws an outline of at most 200 points, inside the picture, with about the area of the part', () => {
    const [part] = findParts(scene([{ x: 160, y: 120, angle: 37 }])).parts
    const points = part?.outline ?? []
    const twice = points.reduce((sum, [x, y], n) => {
      const [nextX, nextY] = points[(n + 1) % points.length] ?? [0, 0]
      return sum + x * nextY - nextX * y
    }, 0)
    expect(points.length).toBeGreaterThan(5)
    expect(points.length).toBeLessThanOrEqual(200)
    expect(Math.abs(twice / 2) / (part?.area ?? 1)).toBeCloseTo(1, 1)
  })

  it('gives the same crop for the same picture, and one that hardly differs however the part lies', () => {
    const crops = [15, 195, 285].map((angle) => {
      const picture = scene([{ x: 160, y: 120, angle }], { slope: 0, seed: 5 })
      const [found] = locate(picture, locator)
      return found ? cropped(picture, found.placement, 64).data : new Uint8Array()
    })
    const [first = new Uint8Array(), ...others] = crops
    for (const other of others) {
      const mean = other.reduce((sum, value, n) => sum + Math.abs(value - (first[n] ?? 0)), 0) / other.length
      expect(mean).toBeLessThan(12)
    }
    expect(locate(taught[0] ?? plain(9, 9), locator)).toEqual(locate(taught[0] ?? plain(9, 9), locator))
  })

  it('knows where a place of the crop lies in the picture', () => {
    const placement = { x: 50, y: 40, angle: 90, wide: 20, high: 10 }
    expect(inPicture(placement, 0.5, 0.5)).toEqual([50, 40])
    const [x, y] = inPicture(placement, 1, 0.5)
    expect([x, y].map((each) => Math.round(each))).toEqual([50, 50])
  })
})
