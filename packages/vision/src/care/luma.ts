import type { Pixels } from '../picture.ts'

/** One number a pixel, row by row. */
export interface Grey {
  width: number
  height: number
  data: Float32Array
}

/** Brightness of each pixel, 0 to 1 (weights of Rec. 601, as the picture stores it). */
export function lumaOf({ width, height, data }: Pixels): Grey {
  const out = new Float32Array(width * height)
  for (let n = 0, at = 0; n < out.length; n++, at += 3) {
    out[n] = (0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)) / 255
  }
  return { width, height, data: out }
}

/** Scaled to at most width × height by averaging over the area of each new pixel; a smaller side stays as it is. */
export function shrunk(grey: Grey, width: number, height: number): Grey {
  if (grey.width <= width && grey.height <= height) return grey
  const across = averaged(grey, Math.min(width, grey.width))
  const down = averaged(transposed(across), Math.min(height, grey.height))
  return transposed(down)
}

/** Each row averaged down to `to` pixels. */
function averaged({ width, height, data }: Grey, to: number): Grey {
  if (to === width) return { width, height, data }
  const step = width / to
  const out = new Float32Array(to * height)
  for (let x = 0; x < to; x++) {
    const [from, until] = [x * step, Math.min(width, (x + 1) * step)]
    for (let each = Math.floor(from); each < until; each++) {
      const weight = (Math.min(until, each + 1) - Math.max(from, each)) / step
      for (let y = 0; y < height; y++) {
        out[y * to + x] = (out[y * to + x] ?? 0) + weight * (data[y * width + each] ?? 0)
      }
    }
  }
  return { width: to, height, data: out }
}

function transposed({ width, height, data }: Grey): Grey {
  const out = new Float32Array(data.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x] ?? 0
  return { width: height, height: width, data: out }
}
