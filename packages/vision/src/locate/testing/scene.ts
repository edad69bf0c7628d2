import type { Pixels } from '../../picture.ts'

export interface Pin {
  x: number
  y: number
  angle: number
  scale?: number
}

/** Pins (a broad head at one end of a shaft) on a belt with uneven light and some noise; the same each time. */
export function scene(
  pins: Pin[],
  { width = 320, height = 240, belt = 200, part = 70, slope = 40, vignette = 0, seed = 1 } = {},
): Pixels {
  const data = new Uint8Array(width * height * 3)
  let state = seed
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      const on = pins.some((pin) => within(pin, x, y))
      const middle = 1 - (x / width - 0.5) ** 2 - (y / height - 0.5) ** 2
      const light = slope * (x / width - 0.5) + vignette * middle
      const value = (on ? part : belt) + light + (state / 2 ** 32 - 0.5) * 6
      data.fill(Math.min(255, Math.max(0, Math.round(value))), (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  }
  return { width, height, data }
}

function within({ x, y, angle, scale = 1 }: Pin, px: number, py: number): boolean {
  const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const along = (cosine * (px - x) + sine * (py - y)) / scale
  const across = Math.abs(cosine * (py - y) - sine * (px - x)) / scale
  return (Math.abs(along) <= 50 && across <= 6) || (along >= 34 && along <= 50 && across <= 16)
}
