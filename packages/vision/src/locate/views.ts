import { NabijError, type RecipeFacts } from '@nabij/base'
import type { Fit, Pixels } from '../picture.ts'
import { locating } from './constants.ts'
import { cropped } from './crop.ts'
import { type LocatedPart, type Locator, locate } from './locator.ts'

/** What a recipe's graph sees of a picture: one part of it, or (`found` null) all of it. */
export interface View {
  pixels: Pixels
  found: LocatedPart | null
}

/** How a picture must be decoded for a recipe. */
export function decodingFor({ size, locate }: Pick<RecipeFacts, 'size' | 'locate'>): { size: number; fit: Fit } {
  return locate ? { size: locating.decodeSide, fit: 'inside' } : { size, fit: 'fill' }
}

/**
 * The views of a picture that was decoded as `decodingFor` says, largest part first. None when no part is found.
 * @throws NabijError NABIJ_RECIPE_DAMAGED
 */
export function viewsOf(pixels: Pixels, facts: Pick<RecipeFacts, 'size' | 'locate'>): View[] {
  if (!facts.locate) return [{ pixels, found: null }]
  return locate(pixels, locatorIn(facts.locate)).map((found) => ({
    pixels: cropped(pixels, found.placement, facts.size),
    found,
  }))
}

/** A recipe may come from anywhere: its numbers are checked before they are used. */
function locatorIn({ turns, parts, model }: NonNullable<RecipeFacts['locate']>): Locator {
  const { area, signature } = model
  const known =
    typeof area === 'number' &&
    area > 0 &&
    area <= 1 &&
    Array.isArray(signature) &&
    signature.length === (turns ? locating.signature ** 2 * 3 : 0) &&
    signature.every((each) => typeof each === 'number' && each >= 0 && each <= 255)
  if (!known) throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: 'it does not say how parts are found' })
  return { turns, parts, area, signature: signature as number[] }
}
