import { describe, expect, it } from 'vitest'
import type { Pixels } from '../picture.ts'
import { cropped } from './crop.ts'
import { decodingFor, frameOf, learnLocator, usableRegion, viewsOf, withoutIgnored } from './index.ts'
import { scene } from './testing/scene.ts'

const everywhere = { region: null, ignore: [] }
const { locator } = learnLocator(
  Array.from({ length: 12 }, (_, n) => scene([{ x: 150 + (n % 3) * 10, y: 120, angle: n * 53 }], { seed: n + 1 })),
)
const locate = locator && {
  turns: locator.turns,
  parts: locator.parts,
  model: { area: locator.area, signature: locator.signature },
}

/** The same picture with other pixels in a box. */
function scribbled(pixels: Pixels, left: number, top: number, right: number, bottom: number): Pixels {
  const data = pixels.data.slice()
  for (let y = top; y < bottom; y++)
    for (let n = (y * pixels.width + left) * 3; n < (y * pixels.width + right) * 3; n++) data[n] = (n * 73) & 255
  return { ...pixels, data }
}

describe('places that are ignored', () => {
  const picture = scene([{ x: 160, y: 120, angle: 30 }])
  const [wide, high] = [picture.width, picture.height]
  const ignore = [{ x: 0.1, y: 0.5, w: 0.2, h: 0.3 }]

  it.each([
    ['one', ignore],
    ['two that overlap', [...ignore, { x: 0.2, y: 0.4, w: 0.3, h: 0.2 }]],
    ['one at the corner', [{ x: 0, y: 0, w: 0.3, h: 0.9 }]],
    ['the whole picture', [{ x: 0, y: 0, w: 1, h: 1 }]],
    ['one that reaches beyond', [{ x: 0.5, y: -1, w: 3, h: 1.5 }]],
  ])('change nothing, whatever lies there: %s', (_what, boxes) => {
    let other = picture
    for (const { x, y, w, h } of boxes) {
      const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value * most)))
      other = scribbled(other, clamp(x, wide), clamp(y, high), clamp(x + w, wide), clamp(y + h, high))
    }
    expect(other.data).not.toEqual(picture.data)
    const facts = { region: null, ignore: boxes }
    expect(withoutIgnored(other, facts)).toEqual(withoutIgnored(picture, facts))
    // What was given stays, and a filled picture stays filled.
    expect(other.data).not.toEqual(withoutIgnored(other, facts).data)
    expect(withoutIgnored(withoutIgnored(picture, facts), facts)).toEqual(withoutIgnored(picture, facts))
  })

  it('become what surrounds them: on an even ground nothing shows', () => {
    const even: Pixels = { width: 64, height: 48, data: new Uint8Array(64 * 48 * 3).fill(90) }
    expect(withoutIgnored(scribbled(even, 10, 25, 18, 35), { region: null, ignore })).toEqual(even)
  })

  it('are where they are in the whole picture when only a region of it is looked at', () => {
    const region = { x: 0.5, y: 0, w: 0.5, h: 1 }
    const half: Pixels = { width: 32, height: 48, data: new Uint8Array(32 * 48 * 3).fill(90) }
    const box = [{ x: 0.75, y: 0.25, w: 0.125, h: 0.25 }]
    expect(withoutIgnored(scribbled(half, 16, 12, 24, 24), { region, ignore: box })).toEqual(half)
    expect(withoutIgnored(half, { region, ignore: [{ x: 0, y: 0, w: 0.4, h: 1 }] })).toEqual(half)
  })
})

describe('a region', () => {
  it('is decoded alone, and knows where it lies in the whole picture', () => {
    const region = { x: 0.25, y: 0.5, w: 0.5, h: 0.25 }
    expect(decodingFor({ size: 256, locate: null, region })).toEqual({ size: 256, fit: 'fill', region })
    expect(decodingFor({ size: 256, locate, region })).toMatchObject({ fit: 'inside', region })
    expect(frameOf({ width: 200, height: 100 }, region)).toEqual({ left: 100, top: 200, width: 400, height: 400 })
  })

  it('that is all of the picture, or nothing of it, is none; one that reaches beyond is cut off', () => {
    expect(usableRegion({ x: 0, y: 0, w: 1, h: 1 })).toBeNull()
    expect(usableRegion({ x: 1.2, y: 0, w: 1, h: 1 })).toBeNull()
    expect(usableRegion({ x: 0.5, y: 0.5, w: 0, h: 0.2 })).toBeNull()
    expect(usableRegion({ x: 0.5, y: -1, w: 3, h: 1.5 })).toEqual({ x: 0.5, y: 0, w: 0.5, h: 0.5 })
    expect(usableRegion({ x: Number.NaN, y: 0, w: 1, h: 1 })).toBeNull()
  })
})

describe('what surrounds a part', () => {
  it('is no matter of the part: a neighbour and a crumb are gone from its crop, softly', () => {
    const alone = scene([{ x: 90, y: 120, angle: 0 }], { slope: 0 })
    const beside = scene(
      [
        { x: 90, y: 120, angle: 0 },
        { x: 95, y: 159, angle: 0 },
      ],
      { slope: 0 },
    )
    const several = locate && { ...locate, parts: { least: 1, most: 2 } }
    const facts = { size: 96, locate: several, ...everywhere }
    const crops = [alone, beside].map((picture) => {
      const views = viewsOf(picture, facts)
      return views.find(({ part }) => part && Math.abs(part.y - 120) < 8)?.pixels.data ?? new Uint8Array()
    })
    expect(viewsOf(beside, facts)).toHaveLength(2)
    const [first = new Uint8Array(), second = new Uint8Array()] = crops
    const far = first.reduce((most, value, n) => Math.max(most, Math.abs(value - (second[n] ?? 0))), 0)
    expect(first).toHaveLength(96 * 96 * 3)
    expect(far).toBeLessThan(40)
  })

  it('stays as it is where parts come alone', () => {
    const picture = scene([{ x: 90, y: 120, angle: 0 }])
    const [view] = viewsOf(picture, { size: 96, locate, ...everywhere })
    expect(view?.pixels).toEqual(view && cropped(picture, view.placement, 96))
  })

  it('a recipe that does not say how parts are found is refused', () => {
    const picture = scene([])
    for (const model of [
      {},
      { area: 2, signature: [] },
      { area: 0.1, signature: [1] },
      { ...locate?.model, exactly: 0 },
    ])
      expect(() => viewsOf(picture, { size: 96, locate: locate && { ...locate, model }, ...everywhere })).toThrow(
        expect.objectContaining({ code: 'NABIJ_RECIPE_DAMAGED' }),
      )
  })
})
