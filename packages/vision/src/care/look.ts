import type { Look } from '@nabij/base'
import type { Pixels } from '../picture.ts'
import { type Grey, lumaOf, shrunk } from './luma.ts'
import { perceptualHash } from './perceptual-hash.ts'
import { sharpnessOf } from './sharpness.ts'

/** Pixels on a side at which a picture is looked at: as much as a recipe sees of it. Larger ones are scaled down first. */
export const lookSide = 256

const black = 2
const white = 253

/**
 * What can be measured of a picture by itself, in some two milliseconds.
 * @param pixels the whole picture, decoded at lookSide × lookSide (aspect not kept) or larger; the same way each time,
 *   since looks are compared with one another
 */
export function lookOf(pixels: Pixels): Look {
  const grey = greyOf(pixels)
  return { ...lightOf(grey), clipped: clippedShare(pixels), hash: perceptualHash(grey) }
}

/** Of a look what says whether a picture can be judged; the rest only tells photos apart. */
export function glanceAt(pixels: Pixels): Pick<Look, 'brightness' | 'contrast' | 'sharpness'> {
  return lightOf(greyOf(pixels))
}

function greyOf(pixels: Pixels): Grey {
  return shrunk(lumaOf(pixels), lookSide, lookSide)
}

function lightOf(grey: Grey): Pick<Look, 'brightness' | 'contrast' | 'sharpness'> {
  let [sum, squares] = [0, 0]
  for (const value of grey.data) {
    sum += value
    squares += value * value
  }
  const brightness = sum / grey.data.length
  return {
    brightness,
    contrast: Math.sqrt(Math.max(0, squares / grey.data.length - brightness ** 2)),
    sharpness: sharpnessOf(grey),
  }
}

/** Share of the pixels that are white or black in all three colours. */
function clippedShare({ data }: Pixels): number {
  let count = 0
  for (let n = 0; n < data.length; n += 3) {
    const [red = 0, green = 0, blue = 0] = [data[n], data[n + 1], data[n + 2]]
    if (Math.min(red, green, blue) >= white || Math.max(red, green, blue) <= black) count++
  }
  return count / (data.length / 3)
}
