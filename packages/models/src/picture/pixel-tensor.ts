import type { ModelSettings } from '@nabij/base'
import type { Pixels, Tensor } from '@nabij/vision'
import type { PictureInput } from '../recognise/recognise.ts'

/** Pixels as the numbers that a model takes. */
export function pixelTensor(
  { data }: Pixels,
  { type, width, height, channels }: PictureInput,
  { order, divide, mean, spread }: Pick<ModelSettings, 'order' | 'divide' | 'mean' | 'spread'>,
): Tensor {
  const places = width * height
  const dims = channels === 'first' ? [1, 3, height, width] : [1, height, width, 3]
  const bytes = type === 2
  const out = bytes ? new Uint8Array(places * 3) : new Float32Array(places * 3)
  for (let c = 0; c < 3; c++) {
    // Mean and spread are those of red, green and blue; where in the row a colour stands is another matter.
    const colour = order === 'rgb' ? c : 2 - c
    const [middle, wide] = [mean[colour] ?? 0, spread[colour] ?? 1]
    const [start, step] = channels === 'first' ? [c * places, 1] : [c, 3]
    for (let n = 0; n < places; n++) {
      const pixel = data[n * 3 + colour] ?? 0
      out[start + n * step] = bytes ? pixel : (pixel / divide - middle) / wide
    }
  }
  if (out instanceof Uint8Array) return { type: 'uint8', dims, data: out }
  return type === 10 ? { type: 'float16', dims, data: halves(out) } : { type: 'float32', dims, data: out }
}

/** Numbers of half the size, as the engine takes them: their bits. */
export function halves(numbers: ArrayLike<number>): Uint16Array {
  return new Uint16Array(Float16Array.from(numbers).buffer)
}
