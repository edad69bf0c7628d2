import type { Pixels } from '../picture.ts'

/** At most `side` pixels on a side: each the mean of the pixels below it. A smaller picture stays as it is. */
export function shrunkTo(picture: Pixels, side: number): Pixels {
  const scale = Math.max(picture.width, picture.height) / side
  if (scale <= 1) return picture
  const width = Math.max(1, Math.round(picture.width / scale))
  const height = Math.max(1, Math.round(picture.height / scale))
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * picture.height) / height)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height))
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * picture.width) / width)
      const right = Math.max(left + 1, Math.floor(((x + 1) * picture.width) / width))
      let red = 0
      let green = 0
      let blue = 0
      for (let row = top; row < bottom; row++) {
        for (let at = (row * picture.width + left) * 3, end = at + (right - left) * 3; at < end; at += 3) {
          red += picture.data[at] ?? 0
          green += picture.data[at + 1] ?? 0
          blue += picture.data[at + 2] ?? 0
        }
      }
      const count = (bottom - top) * (right - left)
      const to = (y * width + x) * 3
      data[to] = Math.round(red / count)
      data[to + 1] = Math.round(green / count)
      data[to + 2] = Math.round(blue / count)
    }
  }
  return { width, height, data }
}
