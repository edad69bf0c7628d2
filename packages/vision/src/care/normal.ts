import type { ErrorCode, Layers, Look, Normal, RecipeFacts } from '@nabij/base'
import { median } from '../averages.ts'
import { method } from '../method.ts'

type Light = Pick<Look, 'brightness' | 'contrast' | 'sharpness'>

/**
 * What is normal, from the good photos. Light and lens may go well beyond what the photos show, since a few say little
 * of what still comes; only what is clearly outside is not judged.
 * @param wholes how unlike the others each good photo is almost everywhere (wholeOf); empty with one photo
 */
export function normalOf(looks: Light[], wholes: number[], mode: RecipeFacts['mode']): Normal {
  const { sharpnessLeft, contrastLeft, lightBeyond, whiteLeft, loneWhole, unlikeTimes } = method.normal
  const [darkest, brightest] = range(looks.map(({ brightness }) => brightness))
  const [flattest, strongest] = range(looks.map(({ contrast }) => contrast))
  const [, sharpest] = range(looks.map(({ sharpness }) => sharpness))
  const [blurriest] = range(looks.map(({ sharpness }) => sharpness))
  const beyond = Math.max(lightBeyond, brightest - darkest)
  const typical = wholes.length === 0 ? loneWhole[mode] : median(wholes)
  return {
    brightness: [
      Math.max(darkest / 2, darkest - beyond),
      Math.min(brightest + beyond, brightest + whiteLeft * (1 - brightest)),
    ],
    contrast: [flattest * contrastLeft, Math.min(1, strongest / contrastLeft)],
    sharpness: [blurriest * sharpnessLeft, Math.max(1, sharpest)],
    unlike: typical * unlikeTimes,
  }
}

/**
 * Why a picture cannot be judged although it has a score: it is unlike all that was taught. Null when it can.
 * Defects do not make a picture unlike: they lie somewhere, not almost everywhere.
 */
export function unlikeReason(
  facts: { normal: Normal | null },
  look: Light,
  layers: Layers | null,
): Extract<ErrorCode, 'NABIJ_TOO_DARK' | 'NABIJ_TOO_BRIGHT' | 'NABIJ_BLURRED' | 'NABIJ_UNLIKE_ANYTHING'> | null {
  const { normal } = facts
  if (!normal) return null
  if (look.brightness < normal.brightness[0]) return 'NABIJ_TOO_DARK'
  if (look.brightness > normal.brightness[1]) return 'NABIJ_TOO_BRIGHT'
  if (look.sharpness < normal.sharpness[0]) return 'NABIJ_BLURRED'
  const { contrast } = look
  if (contrast < normal.contrast[0] || contrast > normal.contrast[1]) return 'NABIJ_UNLIKE_ANYTHING'
  return layers?.whole !== undefined && !(layers.whole <= normal.unlike) ? 'NABIJ_UNLIKE_ANYTHING' : null
}

/**
 * How unlike a picture is almost everywhere: the ratio to good parts that three quarters of its map lie above.
 * A defect raises a part of the map; another product, a moved camera or a covered lens raises nearly all of it.
 * @param map 0 to 1, as a recipe gives it
 */
export function wholeOf(map: Float32Array): number {
  const quarter = map.toSorted()[Math.floor(map.length / 4)] ?? 0
  return Math.sqrt((method.squash * quarter) / Math.max(1e-6, 1 - quarter))
}

function range(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}
