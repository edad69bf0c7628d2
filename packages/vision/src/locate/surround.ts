import type { Pixels } from '../picture.ts'
import { locating } from './constants.ts'
import { inPicture, type Placement } from './crop.ts'
import { chamfer, distancesTo, gridAround, onGrid } from './distance.ts'
import type { FoundPart } from './find-parts.ts'

/**
 * How much of each pixel of a part's crop is the part's own: 1 on it and close to it, 0 away from it, where neighbours,
 * crumbs and shadows are no matter of this part.
 */
export function ownPixels(part: FoundPart, placement: Placement, side: number): Float32Array {
  const { shape } = part
  const { scale, width } = shape
  const keep = Math.max(2, (locating.surround * part.long) / scale)
  const grid = gridAround(shape.places, width, Math.ceil(2 * keep) + 2)
  const weights = weightsOf(shape, grid, keep)
  const [originX, originY] = inPicture(placement, 0, 0)
  const [rightX, rightY] = inPicture(placement, 1, 0)
  const [downX, downY] = inPicture(placement, 0, 1)
  const unit = 1 / (side * scale)
  const [acrossX, acrossY] = [(rightX - originX) * unit, (rightY - originY) * unit]
  const [downwardX, downwardY] = [(downX - originX) * unit, (downY - originY) * unit]
  const startX = originX / scale - grid.left - 0.5
  const startY = originY / scale - grid.top - 0.5
  const [lastX, lastY, line] = [grid.width - 2, grid.height - 2, grid.width]
  const own = new Float32Array(side * side)
  for (let y = 0, to = 0; y < side; y++) {
    for (let x = 0; x < side; x++, to++) {
      const fromX = startX + acrossX * (x + 0.5) + downwardX * (y + 0.5)
      const fromY = startY + acrossY * (x + 0.5) + downwardY * (y + 0.5)
      if (!(fromX >= 0 && fromY >= 0 && fromX < lastX && fromY < lastY)) continue
      const left = fromX | 0
      const top = fromY | 0
      const shareX = fromX - left
      const at = top * line + left
      const upper = (weights[at] as number) * (1 - shareX) + (weights[at + 1] as number) * shareX
      const lower = (weights[at + line] as number) * (1 - shareX) + (weights[at + line + 1] as number) * shareX
      own[to] = upper + (lower - upper) * (fromY - top)
    }
  }
  return own
}

/** Changes a crop: what is not the part's own becomes the colour of the background, softly. */
export function clearAround(
  { data }: Pixels,
  own: Float32Array,
  [red, green, blue]: FoundPart['shape']['ground'],
): void {
  for (let at = 0, to = 0; at < own.length; at++, to += 3) {
    const weight = own[at] as number
    if (weight >= 1) continue
    data[to] = red + ((data[to] as number) - red) * weight + 0.5
    data[to + 1] = green + ((data[to + 1] as number) - green) * weight + 0.5
    data[to + 2] = blue + ((data[to + 2] as number) - blue) * weight + 0.5
  }
}

/** 1 on the part and close to it, 0 from twice as far on, and on other parts. */
function weightsOf(
  { places, width, owners, owner }: FoundPart['shape'],
  grid: ReturnType<typeof gridAround>,
  keep: number,
): Float32Array {
  const far = distancesTo(onGrid(places, width, grid), 1, grid)
  const weights = new Float32Array(far.length)
  const height = owners.length / width
  for (let row = 0, at = 0; row < grid.height; row++) {
    const y = row + grid.top
    for (let column = 0; column < grid.width; column++, at++) {
      const x = column + grid.left
      const inside = x >= 0 && y >= 0 && x < width && y < height
      const isOther = inside && owners[y * width + x] !== owner && besideOther(y * width + x)
      const share = isOther ? 0 : 2 - (far[at] as number) / chamfer / keep
      weights[at] = share >= 1 ? 1 : share <= 0 ? 0 : share * share * (3 - 2 * share)
    }
  }
  return weights

  /** Another part, or its edge, which is half of it. */
  function besideOther(at: number): boolean {
    for (const next of [at, at - 1, at + 1, at - width, at + width]) {
      const there = owners[next] ?? 0
      if (there !== 0 && there !== owner) return true
    }
    return false
  }
}
