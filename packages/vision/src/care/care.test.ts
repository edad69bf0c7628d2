import { describe, expect, it } from 'vitest'
import type { Pixels } from '../picture.ts'
import { lookOf, lookSide } from './look.ts'
import { normalOf, unlikeReason, wholeOf } from './normal.ts'
import { hashDistance, hashWords } from './perceptual-hash.ts'
import { likeGroups, remarksOn } from './remarks.ts'

const side = lookSide

/** Blots in places that depend on the seed, on a grey ground. */
function picture(seed: number): Pixels {
  let state = seed * 7919 + 1
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const blots = Array.from({ length: 60 }, () => [next() * side, next() * side, 4 + next() * 20, next()] as const)
  const data = new Uint8Array(side * side * 3).fill(110)
  for (const [x, y, radius, light] of blots) {
    for (let row = Math.max(0, Math.ceil(y - radius)); row < Math.min(side, y + radius); row++) {
      for (let column = Math.max(0, Math.ceil(x - radius)); column < Math.min(side, x + radius); column++) {
        if ((row - y) ** 2 + (column - x) ** 2 > radius ** 2) continue
        data.fill(40 + light * 170, (row * side + column) * 3, (row * side + column) * 3 + 3)
      }
    }
  }
  return { width: side, height: side, data }
}

function blurred({ width, height, data }: Pixels, reach: number): Pixels {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0]
      for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
        for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column++) {
          sum += data[(row * width + column) * 3] ?? 0
          count++
        }
      }
      out.fill(sum / count, (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  }
  return { width, height, data: out }
}

const lit = (pixels: Pixels, gain: number) => ({
  ...pixels,
  data: Uint8Array.from(pixels.data, (v) => Math.min(255, v * gain)),
})
const photo = (id: string, pixels: Pixels, size: readonly [number, number] = [640, 480]) => ({
  id,
  width: size[0],
  height: size[1],
  look: lookOf(pixels),
  label: 'good' as const,
})
const codes = (photos: Parameters<typeof remarksOn>[0]) => remarksOn(photos).map((each) => each.map(({ code }) => code))

describe('lookOf', () => {
  it('measures light, contrast and what is clipped', () => {
    const grey = { width: 8, height: 8, data: new Uint8Array(192).fill(51) }
    expect(lookOf(grey)).toMatchObject({ clipped: 0, contrast: expect.closeTo(0, 3), sharpness: 0 })
    expect(lookOf(grey).brightness).toBeCloseTo(0.2, 5)
    const half = { ...grey, data: Uint8Array.from(grey.data, (_, n) => (n < 96 ? 0 : 255)) }
    expect(lookOf(half)).toMatchObject({
      clipped: 1,
      brightness: expect.closeTo(0.5, 5),
      contrast: expect.closeTo(0.5, 5),
    })
    expect(lookOf(half).hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('finds blur, whatever the light', () => {
    const sharp = picture(1)
    const at = [lookOf(sharp), lookOf(lit(sharp, 0.5)), lookOf(blurred(sharp, 2)), lookOf(blurred(sharp, 4))]
    const [one = 0, dark = 0, soft = 0, softer = 0] = at.map(({ sharpness }) => sharpness)
    expect(dark / one).toBeCloseTo(1, 1)
    expect(soft / one).toBeLessThan(0.75)
    expect(softer).toBeLessThan(soft)
  })

  it('hashes copies alike and other pictures otherwise', () => {
    const [one, other] = [hashWords(lookOf(picture(1)).hash), hashWords(lookOf(picture(2)).hash)]
    for (const copy of [lit(picture(1), 0.7), blurred(picture(1), 1)])
      expect(hashDistance(one, hashWords(lookOf(copy).hash))).toBeLessThanOrEqual(12)
    expect(hashDistance(one, other)).toBeGreaterThan(60)
  })
})

describe('remarksOn', () => {
  const set = [1, 2, 3, 4, 5, 6].map((seed) => photo(`${seed}`, picture(seed)))

  it('has nothing to say of photos that are as they should be, nor of one or two', () => {
    expect(codes(set)).toEqual(set.map(() => []))
    expect(codes(set.slice(0, 1))).toEqual([[]])
    expect(codes([set[0] as never, photo('x', lit(picture(2), 0.3))])).toEqual([[], []])
  })

  it('points out a copy with its original, a dark, a bright, a blurred one, and one of another size', () => {
    const others = [
      photo('copy', lit(picture(3), 0.95)),
      photo('dark', lit(picture(7), 0.3)),
      photo('bright', lit(picture(8), 2.2)),
      photo('soft', blurred(picture(9), 3)),
      photo('size', picture(10), [480, 640]),
    ]
    const remarks = remarksOn([...set, ...others]).slice(set.length)
    expect(remarks.map((each) => each.map(({ code }) => code))).toEqual([
      ['near-duplicate'],
      ['dark'],
      ['bright'],
      ['blurred'],
      ['other-size'],
    ])
    expect(remarks[0]?.[0]?.of).toBe('3')
  })

  it('points out what shows something else before it is taught, but no bad part', () => {
    const nothing = { width: side, height: side, data: new Uint8Array(side * side * 3).fill(110) }
    nothing.data.fill(120, 0, 300)
    // A tool lies across it, black and white: as light as the rest, and unlike it.
    const tool = { ...picture(11), data: picture(11).data.slice() }
    tool.data.fill(0, 0, 70 * side * 3).fill(250, 70 * side * 3, 140 * side * 3)
    const others = [photo('tool', tool), photo('nothing', nothing)]
    expect(codes([...set, ...others]).slice(set.length)).toEqual([['odd-one-out'], ['blurred']])
    const bad = others.map((each) => ({ ...each, label: 'bad' as const }))
    expect(codes([...set, ...bad]).slice(set.length)).not.toContainEqual(['odd-one-out'])
  })

  it('takes no photo without a look for a copy', () => {
    const blank = set.map((each) => ({ ...each, look: null }))
    expect(codes(blank)).toEqual(blank.map(() => []))
    expect(likeGroups([null, null])).toEqual([0, 1])
  })

  it('is quick with two thousand', () => {
    const many = Array.from({ length: 2000 }, (_, n) => ({ ...(set[n % set.length] as (typeof set)[0]), id: `${n}` }))
    expect(remarksOn(many).filter((each) => each.length > 0).length).toBe(2000 - set.length)
  })
})

describe('likeGroups', () => {
  it('twenty frames of one part are one', () => {
    const frames = Array.from({ length: 20 }, (_, n) => lookOf(lit(picture(1), 0.9 + n / 100)))
    expect(new Set(likeGroups(frames)).size).toBe(1)
    expect(likeGroups([lookOf(picture(1)), lookOf(picture(2)), lookOf(picture(1))])).toEqual([0, 1, 0])
  })
})

describe('normalOf and unlikeReason', () => {
  const looks = [1, 2, 3, 4].map((seed) => lookOf(picture(seed)))
  const facts = { normal: normalOf(looks, [0.4, 0.5, 0.6], 'still') }
  const layers = (whole: number) => ({ local: 1, semantic: 1, whole })

  it('says why a picture cannot be judged', () => {
    const usual = looks[0] as (typeof looks)[0]
    expect(unlikeReason(facts, usual, layers(0.6))).toBeNull()
    expect(unlikeReason(facts, usual, layers(1.2))).toBe('NABIJ_UNLIKE_ANYTHING')
    expect(unlikeReason(facts, usual, layers(Number.NaN))).toBe('NABIJ_UNLIKE_ANYTHING')
    expect(unlikeReason(facts, lookOf(lit(picture(1), 0)), null)).toBe('NABIJ_TOO_DARK')
    expect(unlikeReason(facts, lookOf(lit(picture(1), 9)), null)).toBe('NABIJ_TOO_BRIGHT')
    expect(unlikeReason(facts, lookOf(blurred(picture(1), 5)), null)).toBe('NABIJ_BLURRED')
    expect(unlikeReason(facts, { ...usual, contrast: 0 }, null)).toBe('NABIJ_UNLIKE_ANYTHING')
  })

  it('lets pass what is as it was taught, and judges where nothing is known', () => {
    for (const look of looks) expect(unlikeReason(facts, look, layers(0.5))).toBeNull()
    expect(unlikeReason({ normal: null }, { brightness: 0, contrast: 0, sharpness: 0 }, layers(9))).toBeNull()
  })
})

describe('wholeOf', () => {
  it('sees what is unlike nearly everywhere, and no defect', () => {
    const map = new Float32Array(400).fill(0.1)
    const usual = wholeOf(map)
    expect(wholeOf(map.map((value, n) => (n < 200 ? 0.9 : value)))).toBe(usual)
    expect(wholeOf(map.map(() => 0.5))).toBeCloseTo(Math.sqrt(3), 5)
  })
})
