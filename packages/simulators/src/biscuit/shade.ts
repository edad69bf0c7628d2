import type { Biscuit } from './biscuit.ts'
import type { Canvas, Light } from './canvas.ts'
import { doughAt, doughPalette } from './colour.ts'
import type { Relief } from './relief.ts'
import type { View } from './view.ts'

/** Sine and cosine of how high the lamps hang. */
const lampHeight = 0.68
const lampSide = 0.733
const ambient = 0.3
const lamp = 1.02
/** How far a shadow falls, and how soft its edge is, units. */
const shadowFall = 10
const shadowSoft = 17

/** Darkens what lies under and beside a biscuit: its soft shadow, and the dark line where it touches. */
export function castShadow(canvas: Canvas, view: View, relief: Relief, light: Light): void {
  const fallX = Math.round(Math.cos(light.azimuth) * shadowFall * view.scale)
  const fallY = Math.round(Math.sin(light.azimuth) * shadowFall * view.scale)
  const { width, height, distance } = relief
  for (let row = 0; row < height; row++) {
    const from = Math.max(0, Math.min(height - 1, row + fallY)) * width
    for (let column = 0; column < width; column++) {
      const here = distance[row * width + column] as number
      if (here < -1.5) continue
      const source = distance[from + Math.max(0, Math.min(width - 1, column + fallX))] as number
      const share = Math.max(0, Math.min(1, (shadowSoft * 0.5 - source) / shadowSoft))
      const soft = 1 - 0.82 * share * share * (3 - 2 * share)
      const contact = here > 20 ? 1 : 1 - 0.55 * Math.exp(-Math.max(0, here) / 4.5)
      const at = ((relief.top + row) * view.width + relief.left + column) * 3
      for (let channel = 0; channel < 3; channel++)
        canvas[at + channel] = (canvas[at + channel] as number) * soft * contact
    }
  }
}

/** Paints a formed biscuit over the canvas, its edge mixed by how much of a pixel it covers. */
export function paintBiscuit(canvas: Canvas, view: View, relief: Relief, biscuit: Biscuit, light: Light): void {
  const { width, height, distance, surface, bake, hidden } = relief
  const lx = Math.cos(light.azimuth) * lampSide
  const ly = Math.sin(light.azimuth) * lampSide
  // Half of the way between the lamp and the camera straight above: where a glint shows.
  const halfLength = Math.hypot(lx, ly, lampHeight + 1)
  const hx = lx / halfLength
  const hy = ly / halfLength
  const hz = (lampHeight + 1) / halfLength
  const tint = [1 + biscuit.warmth, 1, 1 - 2 * biscuit.warmth] as const
  const rise = view.scale / 2
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column
      const cover = 0.5 - (distance[at] as number) * view.scale
      if (cover <= 0) continue
      const nx = ((surface[at - 1] as number) - (surface[at + 1] as number)) * rise
      const ny = ((surface[at - width] as number) - (surface[at + width] as number)) * rise
      const length = Math.sqrt(nx * nx + ny * ny + 1)
      const facing = (nx * lx + ny * ly + lampHeight) / length
      const glint = (nx * hx + ny * hy + hz) / length
      const sheen = glint > 0.9 ? 0.055 * ((glint - 0.9) * 10) ** 3 : 0
      const open = 1 - 0.62 * (hidden[at] as number)
      const lit = (ambient * (0.55 + 0.45 / length) + (facing > 0 ? lamp * facing : 0)) * open
      const dough = doughAt(bake[at] as number)
      const pixel = ((relief.top + row) * view.width + relief.left + column) * 3
      const share = cover < 1 ? cover : 1
      for (let channel = 0; channel < 3; channel++) {
        const colour = (doughPalette[dough + channel] as number) * (tint[channel] as number) * lit + sheen * open
        const under = canvas[pixel + channel] as number
        canvas[pixel + channel] = under + (colour - under) * share
      }
    }
  }
}
