export { locating } from './constants.ts'
export { cropped, inPicture, type Placement } from './crop.ts'
export { type FoundPart, findParts } from './find-parts.ts'
export { type LocatedPart, type Locator, learnLocator, locate } from './locator.ts'
