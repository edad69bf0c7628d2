import type { Look, Remark } from '@nabij/base'
import { hashDistance, hashWords } from './perceptual-hash.ts'

export interface RemarkedPhoto {
  id: string
  width: number
  height: number
  /** Null for a photo of which it is not known: then nothing is said of its light, and it resembles none. */
  look: Look | null
  label: 'good' | 'bad'
}

/** Bits of 256 in which a copy may differ: re-encoded, scaled, lighter or blurred copies differ in up to 10. */
const copyBits = 12
/** The same as a share of what two photos of the set usually differ in; larger where it is more. */
const copyShare = 0.15
/** How much more or less contrast, or more detail, a photo of something else has at least (as a ratio). */
const otherRatio = 1.2

/**
 * What a person should know about each photo before it is taught, in the order given. Photos are compared with one
 * another: what is dark for biscuits is bright for rubber. Bad ones are compared with the good ones (there are more of
 * them), and resemble only photos of their own label, or are the same picture under another one.
 */
export function remarksOn(photos: RemarkedPhoto[]): Remark[][] {
  const good = photos.filter(({ label }) => label === 'good')
  const usual = good.length > 0 ? good : photos
  const looks = usual.flatMap(({ look }) => (look ? [look] : []))
  const brightness = usualRange(looks.map((look) => look.brightness))
  const contrast = usualRange(looks.map((look) => logOf(look.contrast)))
  const sharpness = usualRange(looks.map((look) => logOf(look.sharpness)))
  const aspect = usualRange(usual.map(({ width, height }) => Math.log(width / height)))
  const area = usualRange(usual.map(({ width, height }) => Math.log(width * height)))
  const originals = originalsOf(photos)
  return photos.map(({ width, height, look }, index) => {
    const remarks: Remark[] = []
    const say = (code: Remark['code'], of: string | null = null) => remarks.push({ code, of })
    const original = photos[originals[index] ?? -1]
    if (original) say('near-duplicate', original.id)
    if (look) {
      const blurred = isBlurred(look.sharpness, sharpness)
      const dark = look.brightness < 0.03 || brightness.isBelow(look.brightness, 0.12)
      const bright = look.brightness > 0.985 || brightness.isAbove(look.brightness, 0.12)
      if (blurred) say('blurred')
      if (dark) say('dark')
      if (bright) say('bright')
      // Another product, a hand in the picture, nothing there: known before it is taught. Blur and light have their own word.
      const other =
        contrast.isOutside(logOf(look.contrast), Math.log(otherRatio)) ||
        sharpness.isAbove(logOf(look.sharpness), Math.log(otherRatio))
      if (photos[index]?.label === 'good' && other && !blurred && !dark && !bright) say('odd-one-out')
    }
    const [shape, pixels] = [Math.log(width / height), Math.log(width * height)]
    if (aspect.isOutside(shape, Math.log(1.15)) || area.isOutside(pixels, Math.log(2))) say('other-size')
    return remarks
  })
}

/**
 * Groups of photos that show the same thing again: of each photo the place of the first like it (its own when it is
 * new). Photos without a look are new.
 */
export function likeGroups(looks: (Pick<Look, 'hash'> | null)[]): number[] {
  const words = looks.map((look) => (look ? hashWords(look.hash) : null))
  const most = copyLimit(words)
  const group: number[] = []
  for (const [index, word] of words.entries()) {
    const like = word ? words.findIndex((other, n) => n < index && other && hashDistance(word, other) <= most) : -1
    group.push(like < 0 ? index : (group[like] ?? index))
  }
  return group
}

/** Of each photo the place of the earlier photo that it repeats, or −1. */
function originalsOf(photos: RemarkedPhoto[]): number[] {
  const words = photos.map(({ look }) => (look ? hashWords(look.hash) : null))
  const most = copyLimit(words)
  return words.map((word, index) => {
    if (!word) return -1
    let [nearest, distance] = [-1, most + 1]
    for (let other = 0; other < index; other++) {
      const there = words[other]
      if (!there) continue
      const bits = hashDistance(word, there)
      const same = photos[other]?.label === photos[index]?.label
      // The same picture as good and as bad is worth a word; a part before and after it broke is not.
      if (bits < distance && (same || bits <= 1)) [nearest, distance] = [other, bits]
    }
    return nearest
  })
}

/** In how many bits a copy may differ in this set: from the middle of what (at most some 3,000) pairs differ in. */
function copyLimit(words: (Uint32Array | null)[]): number {
  const known = words.flatMap((word) => (word ? [word] : []))
  const step = Math.max(1, Math.floor((known.length * known.length) / 2 / 3000))
  const distances: number[] = []
  let pair = 0
  for (let a = 1; a < known.length; a++) {
    for (let b = 0; b < a; b++) {
      if (pair++ % step === 0) distances.push(hashDistance(known[a] as Uint32Array, known[b] as Uint32Array))
    }
  }
  if (distances.length < 3) return copyBits
  return Math.max(copyBits, copyShare * middle(distances))
}

interface UsualRange {
  centre: number
  isBelow(value: number, least: number): boolean
  isAbove(value: number, least: number): boolean
  isOutside(value: number, least: number): boolean
}

/** What lies farther from the middle than five robust deviations and than `least`. Two values say nothing of a usual one. */
function usualRange(values: number[]): UsualRange {
  const centre = values.length === 0 ? 0 : middle(values)
  const spread = values.length === 0 ? 0 : 5 * 1.4826 * middle(values.map((value) => Math.abs(value - centre)))
  const known = values.length >= 3
  const isBelow = (value: number, least: number) => known && value < centre - Math.max(least, spread)
  const isAbove = (value: number, least: number) => known && value > centre + Math.max(least, spread)
  return { centre, isBelow, isAbove, isOutside: (value, least) => isBelow(value, least) || isAbove(value, least) }
}

/** Below a fifth nothing on earth is sharp; otherwise it has lost a quarter of what the others have. */
function isBlurred(value: number, usual: UsualRange): boolean {
  return value < 0.2 || usual.isBelow(logOf(value), Math.log(4 / 3))
}

function logOf(value: number): number {
  return Math.log(Math.max(1e-3, value))
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
