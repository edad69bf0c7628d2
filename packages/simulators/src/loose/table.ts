import type { Canvas } from '../biscuit/canvas.ts'
import type { Textures } from '../biscuit/textures.ts'
import type { View } from '../biscuit/view.ts'
import { sampleTile } from '../noise.ts'

const rubber = [0.021, 0.027, 0.034] as const

/** A rubber mat without an edge in sight, brighter on the side where the window is (`window`, radians). */
export function paintTable(
  canvas: Canvas,
  { width, height, scale }: View,
  textures: Textures,
  start: { x: number; y: number },
  window: number,
): void {
  const [towardsX, towardsY] = [Math.cos(window) / width, Math.sin(window) / height]
  for (let py = 0, at = 0; py < height; py++) {
    const y = (py + 0.5) / scale + start.y
    for (let px = 0; px < width; px++) {
      const x = (px + 0.5) / scale + start.x
      const near = 1 + 0.5 * ((px - width / 2) * towardsX + (py - height / 2) * towardsY)
      const light = sampleTile(textures.belt, x, y) * near
      const flour = 0.03 * near * sampleTile(textures.flour, x * 0.93, y * 0.93 + 77)
      canvas[at++] = rubber[0] * light + flour
      canvas[at++] = rubber[1] * light + flour
      canvas[at++] = rubber[2] * light + flour * 0.92
    }
  }
}
