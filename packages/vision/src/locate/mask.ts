/** Holes belong to the part: only what the background reaches from the border is cleared. Values: 1 part, 0 not. */
export function fillHoles(mask: Uint8Array, width: number, height: number): void {
  const waiting = new Int32Array(mask.length)
  let count = 0
  const reach = (at: number) => {
    if (mask[at] !== 0) return
    mask[at] = 2
    waiting[count++] = at
  }
  for (let x = 0; x < width; x++) {
    reach(x)
    reach((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    reach(y * width)
    reach(y * width + width - 1)
  }
  while (count > 0) {
    const at = waiting[--count] as number
    const x = at % width
    if (x > 0) reach(at - 1)
    if (x < width - 1) reach(at + 1)
    if (at >= width) reach(at - width)
    if (at < mask.length - width) reach(at + width)
  }
  for (let at = 0; at < mask.length; at++) mask[at] = mask[at] === 2 ? 0 : 1
}

/**
 * Connected places (sides touch) of those that are 1, in the order of their first place; these become 0.
 * @returns views of one array
 */
export function connected(mask: Uint8Array, width: number): Int32Array[] {
  const places = new Int32Array(mask.length)
  const found: Int32Array[] = []
  let count = 0
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== 1) continue
    const first = count
    mask[start] = 0
    places[count++] = start
    for (let n = first; n < count; n++) {
      const at = places[n] as number
      const x = at % width
      if (x > 0 && mask[at - 1] === 1) {
        mask[at - 1] = 0
        places[count++] = at - 1
      }
      if (x < width - 1 && mask[at + 1] === 1) {
        mask[at + 1] = 0
        places[count++] = at + 1
      }
      if (at >= width && mask[at - width] === 1) {
        mask[at - width] = 0
        places[count++] = at - width
      }
      if (at < mask.length - width && mask[at + width] === 1) {
        mask[at + width] = 0
        places[count++] = at + width
      }
    }
    found.push(places.subarray(first, count))
  }
  return found
}
