/** Steps of a chamfer distance: three along a side, four across a corner. */
export const chamfer = 3

/** A box of cells. */
export interface Grid {
  left: number
  top: number
  width: number
  height: number
}

/** The box around places, with this much room. @param width of the picture that the places count in */
export function gridAround(places: Int32Array, width: number, room: number): Grid {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0]
  for (const at of places) {
    const x = at % width
    const y = (at - x) / width
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return { left: left - room, top: top - room, width: right - left + 1 + 2 * room, height: bottom - top + 1 + 2 * room }
}

/** 1 at the places, 0 elsewhere in the grid. */
export function onGrid(places: Int32Array, width: number, grid: Grid): Uint8Array {
  const mask = new Uint8Array(grid.width * grid.height)
  for (const at of places) {
    const x = at % width
    mask[((at - x) / width - grid.top) * grid.width + x - grid.left] = 1
  }
  return mask
}

/** Of each cell how far the nearest cell of `value` lies, in thirds of a cell (chamfer 3-4, Borgefors 1986). */
export function distancesTo(mask: Uint8Array, value: 0 | 1, { width, height }: Grid): Int32Array {
  const far = 1 << 28
  const out = new Int32Array(mask.length)
  for (let at = 0; at < out.length; at++) out[at] = mask[at] === value ? 0 : far
  sweep(out, width, height, 1)
  sweep(out, width, height, -1)
  return out
}

function sweep(out: Int32Array, width: number, height: number, way: 1 | -1): void {
  const end = width - 1
  for (let row = 0; row < height; row++) {
    const y = way === 1 ? row : height - 1 - row
    for (let column = 0; column < width; column++) {
      const x = way === 1 ? column : end - column
      const at = y * width + x
      let nearest = out[at] as number
      if (column > 0) nearest = Math.min(nearest, (out[at - way] as number) + 3)
      if (row > 0) {
        const above = at - way * width
        nearest = Math.min(nearest, (out[above] as number) + 3)
        if (x > 0) nearest = Math.min(nearest, (out[above - 1] as number) + 4)
        if (x < end) nearest = Math.min(nearest, (out[above + 1] as number) + 4)
      }
      out[at] = nearest
    }
  }
}
