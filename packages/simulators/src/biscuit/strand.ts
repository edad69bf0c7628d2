import type { Canvas, Light } from './canvas.ts'
import type { Hair } from './defects/defect.ts'
import { type Extent, grow } from './extent.ts'
import { distanceToSegment } from './print.ts'
import type { View } from './view.ts'

const colour = [0.012, 0.008, 0.006] as const

/** Lays a hair with its thin shadow over the canvas, and adds what it covers to `extent`. */
export function paintHair(canvas: Canvas, view: View, hair: Hair, light: Light, extent: Extent): void {
  const fall = 2.6
  const fallen = hair.points.map(([x, y]): [number, number] => [
    x - Math.cos(light.azimuth) * fall,
    y - Math.sin(light.azimuth) * fall,
  ])
  paintStrand(canvas, view, fallen, hair.thick * 1.5, 2.2, 0.3, null)
  paintStrand(canvas, view, hair.points, hair.thick, 1 / view.scale, 0.9, extent)
}

/** One thin line: how much of each pixel it covers is gathered first, so that its joints do not show twice. */
function paintStrand(
  canvas: Canvas,
  view: View,
  points: [number, number][],
  thick: number,
  soft: number,
  strength: number,
  extent: Extent | null,
): void {
  const { width, height, scale } = view
  const covered = new Map<number, number>()
  const reach = thick / 2 + soft
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to
    const left = Math.max(0, Math.floor(width / 2 + (Math.min(from[0], to[0]) - reach) * scale))
    const right = Math.min(width - 1, Math.ceil(width / 2 + (Math.max(from[0], to[0]) + reach) * scale))
    const top = Math.max(0, Math.floor(height / 2 + (Math.min(from[1], to[1]) - reach) * scale))
    const bottom = Math.min(height - 1, Math.ceil(height / 2 + (Math.max(from[1], to[1]) + reach) * scale))
    for (let py = top; py <= bottom; py++) {
      for (let px = left; px <= right; px++) {
        const x = (px + 0.5 - width / 2) / scale
        const y = (py + 0.5 - height / 2) / scale
        const cover = Math.min(1, (thick / 2 + soft / 2 - distanceToSegment(from, to, x, y)) / soft)
        const pixel = py * width + px
        if (cover > (covered.get(pixel) ?? 0)) covered.set(pixel, cover)
      }
    }
  })
  for (const [pixel, cover] of covered) {
    if (extent && cover > 0.3) grow(extent, pixel % width, Math.floor(pixel / width))
    for (let channel = 0; channel < 3; channel++) {
      const under = canvas[pixel * 3 + channel] as number
      canvas[pixel * 3 + channel] = under + ((colour[channel] as number) - under) * cover * strength
    }
  }
}
