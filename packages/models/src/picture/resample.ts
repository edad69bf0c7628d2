import type { Pixels } from '@nabij/vision'

/** The same picture at another size, each new pixel between the four around it. Nothing happens when it has that size. */
export function resample(pixels: Pixels, width: number, height: number): Pixels {
  if (pixels.width === width && pixels.height === height) return pixels
  const across = places(pixels.width, width)
  const down = places(pixels.height, height)
  const out = new Uint8Array(width * height * 3)
  const at = (x: number, y: number, c: number) => pixels.data[(y * pixels.width + x) * 3 + c] ?? 0
  let n = 0
  for (const { low: y, high: yy, part: v } of down)
    for (const { low: x, high: xx, part: u } of across)
      for (let c = 0; c < 3; c++) {
        const above = at(x, y, c) * (1 - u) + at(xx, y, c) * u
        const below = at(x, yy, c) * (1 - u) + at(xx, yy, c) * u
        out[n++] = Math.round(above * (1 - v) + below * v)
      }
  return { width, height, data: out }
}

/** For each new place the two old ones around it, by the middles of pixels. */
function places(from: number, to: number): { low: number; high: number; part: number }[] {
  return Array.from({ length: to }, (_, n) => {
    const middle = Math.min(from - 1, Math.max(0, ((n + 0.5) * from) / to - 0.5))
    const low = Math.floor(middle)
    return { low, high: Math.min(from - 1, low + 1), part: middle - low }
  })
}
