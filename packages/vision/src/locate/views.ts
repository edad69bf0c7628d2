import { type Box, NabijError, type RecipeFacts } from '@nabij/base'
import type { Fit, Pixels } from '../picture.ts'
import { locating } from './constants.ts'
import { cropped, type Placement } from './crop.ts'
import type { FoundPart } from './find-parts.ts'
import { type Frame, frameOf, usableRegion, withoutIgnored } from './frame.ts'
import { type Locator, locate } from './locator.ts'
import { clearAround, ownPixels } from './surround.ts'

/** What a recipe's graph sees of a picture: one part of it, or (`part` null) all that is looked at. */
export interface View {
  pixels: Pixels
  /** Places in the pixels that were decoded. */
  part: FoundPart | null
  placement: Placement
  /** Where those lie in the whole picture. */
  frame: Frame
}

export interface Decoding {
  size: number
  fit: Fit
  /** The part of the picture that is looked at; null: all of it. */
  region: Box | null
}

type Where = Pick<RecipeFacts, 'locate' | 'region' | 'ignore'>

/** How a picture must be decoded for a recipe. */
export function decodingFor({ size, locate, region }: Pick<RecipeFacts, 'size' | 'locate' | 'region'>): Decoding {
  const looked = { region: usableRegion(region) }
  return locate ? { size: locating.decodeSide, fit: 'inside', ...looked } : { size, fit: 'fill', ...looked }
}

/**
 * The views of a picture that was decoded as `decodingFor` says, largest part first. None when no part is found.
 * @throws NabijError NABIJ_RECIPE_DAMAGED
 */
export function viewsOf(pixels: Pixels, facts: Pick<RecipeFacts, 'size'> & Where): View[] {
  const seen = withoutIgnored(pixels, facts)
  const { width, height } = seen
  const frame = frameOf(seen, usableRegion(facts.region))
  if (!facts.locate) {
    const placement = { x: width / 2, y: height / 2, angle: 0, wide: width, high: height }
    return [{ pixels: seen, part: null, placement, frame }]
  }
  const parts = locate(seen, locatorIn(facts.locate))
  if (facts.locate.parts.most === 1) {
    // Nothing else lies there: what surrounds the part is as good as a background made up, and its shadow has no edge.
    return parts.map(({ part, placement }) => {
      return { pixels: cropped(seen, placement, facts.size), part, placement, frame }
    })
  }
  return parts.map(({ part, placement }) => {
    const own = ownPixels(part, placement, facts.size)
    const crop = cropped(seen, placement, facts.size, own)
    clearAround(crop, own, part.shape.ground)
    return { pixels: crop, part, placement, frame }
  })
}

/** A recipe may come from anywhere: its numbers are checked before they are used. */
function locatorIn({ turns, parts, model }: NonNullable<RecipeFacts['locate']>): Locator {
  const { area, signature, exactly = null } = model
  const known =
    typeof area === 'number' &&
    area > 0 &&
    area <= 1 &&
    (exactly === null || (typeof exactly === 'number' && exactly >= 1 && exactly <= 100)) &&
    Array.isArray(signature) &&
    signature.length === (turns ? locating.signature ** 2 * 3 : 0) &&
    signature.every((each) => typeof each === 'number' && each >= 0 && each <= 255)
  if (!known) throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: 'it does not say how parts are found' })
  return { turns, parts, area, exactly, signature: signature as number[] }
}
