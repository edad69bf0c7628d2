import type { Pixels } from '../picture.ts'
import { locating } from './constants.ts'
import { inPicture, type Placement } from './crop.ts'
import { chamfer, distancesTo, gridAround, onGrid } from './distance.ts'
import type { FoundPart } from './find-parts.ts'

/**
 * Changes a crop of a part: what lies away from its edge becomes background, softly, so that neighbours, crumbs and
 * shadows are no matter of this part.
 */
export function clearAround({ width: side, data }: Pixels, part: FoundPart, placement: Placement): void {
  const { shape } = part
  const { scale, width, ground } = shape
  const keep = Math.max(2, (locating.surround * part.long) / scale)
  const room = Math.ceil(2 * keep) + 2
  const grid = gridAround(shape.places, width, room)
  const weights = weightsOf(shape, grid, keep)
  const [originX, originY] = inPicture(placement, 0, 0)
  const [rightX, rightY] = inPicture(placement, 1, 0)
  const [downX, downY] = inPicture(placement, 0, 1)
  const unit = 1 / (side * scale)
  const [acrossX, acrossY] = [(rightX - originX) * unit, (rightY - originY) * unit]
  const [downwardX, downwardY] = [(downX - originX) * unit, (downY - originY) * unit]
  const startX = originX / scale - grid.left - 0.5
  const startY = originY / scale - grid.top - 0.5
  const [red, green, blue] = ground
  const [lastX, lastY] = [grid.width - 2, grid.height - 2]
  for (let y = 0, to = 0; y < side; y++) {
    for (let x = 0; x < side; x++, to += 3) {
      const fromX = startX + acrossX * (x + 0.5) + downwardX * (y + 0.5)
      const fromY = startY + acrossY * (x + 0.5) + downwardY * (y + 0.5)
      let weight = 0
      if (fromX >= 0 && fromY >= 0 && fromX < lastX && fromY < lastY) {
        const left = fromX | 0
        const top = fromY | 0
        const shareX = fromX - left
        const at = top * grid.width + left
        const below = at + grid.width
        const upper = (weights[at] as number) * (1 - shareX) + (weights[at + 1] as number) * shareX
        const lower = (weights[below] as number) * (1 - shareX) + (weights[below + 1] as number) * shareX
        weight = upper + (lower - upper) * (fromY - top)
      }
      if (weight >= 1) continue
      data[to] = red + ((data[to] as number) - red) * weight + 0.5
      data[to + 1] = green + ((data[to + 1] as number) - green) * weight + 0.5
      data[to + 2] = blue + ((data[to + 2] as number) - blue) * weight + 0.5
    }
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
      const there = x >= 0 && y >= 0 && x < width && y < height ? (owners[y * width + x] as number) : 0
      const share = there !== 0 && there !== owner ? 0 : 2 - (far[at] as number) / chamfer / keep
      weights[at] = share >= 1 ? 1 : share <= 0 ? 0 : share * share * (3 - 2 * share)
    }
  }
  return weights
}
