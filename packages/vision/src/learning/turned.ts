import type { Pixels } from '../picture.ts'

/** The picture turned about its centre, bilinear; what comes from outside repeats the border. */
export function turned({ width, height, data }: Pixels, degrees: number): Pixels {
  if (degrees % 360 === 0) return { width, height, data }
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2]
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = clamp(centreX + cosine * (x - centreX) + sine * (y - centreY), width - 1)
      const fromY = clamp(centreY - sine * (x - centreX) + cosine * (y - centreY), height - 1)
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      const [shareX, shareY] = [fromX - left, fromY - top]
      const corner = (top * width + left) * 3
      const right = left < width - 1 ? 3 : 0
      const below = top < height - 1 ? width * 3 : 0
      for (let channel = 0; channel < 3; channel++) {
        const at = corner + channel
        const upper = (data[at] ?? 0) * (1 - shareX) + (data[at + right] ?? 0) * shareX
        const lower = (data[at + below] ?? 0) * (1 - shareX) + (data[at + below + right] ?? 0) * shareX
        out[(y * width + x) * 3 + channel] = Math.round(upper * (1 - shareY) + lower * shareY)
      }
    }
  }
  return { width, height, data: out }
}

function clamp(value: number, highest: number): number {
  return Math.min(highest, Math.max(0, value))
}
