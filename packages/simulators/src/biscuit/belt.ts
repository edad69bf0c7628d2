import { sampleTile } from '../noise.ts'
import type { Canvas } from './canvas.ts'
import type { Textures } from './textures.ts'
import type { View } from './view.ts'

const rubber = [0.021, 0.027, 0.034] as const
const steel = [0.3, 0.31, 0.325] as const
const frame = [0.011, 0.012, 0.013] as const
/** From the middle of the belt to where the guide rail begins, and its height; units. */
const beltHalf = 160
const rail = 13

/** Paints the running belt between its guide rails over the whole canvas; `run` is how far it has come. */
export function paintBelt(canvas: Canvas, view: View, textures: Textures, run: number): void {
  const { width, height, scale } = view
  for (let py = 0, at = 0; py < height; py++) {
    const y = (py + 0.5 - height / 2) / scale
    const beyond = Math.abs(y) - beltHalf
    if (beyond < -0.5 / scale) at = beltRow(canvas, at, view, textures, y, run)
    else at = railRow(canvas, at, width, beyond, y > 0)
  }
}

function beltRow(canvas: Canvas, start: number, view: View, textures: Textures, y: number, run: number): number {
  const { width, scale } = view
  // The upper rail throws its shadow on the belt, the lower one only keeps the light of the room away.
  const nearTop = y + beltHalf
  const nearBottom = beltHalf - y
  const shade = (1 - 0.75 * Math.exp(-nearTop / 7)) * (1 - 0.45 * Math.exp(-nearBottom / 4))
  let at = start
  for (let px = 0; px < width; px++) {
    const x = (px + 0.5 - width / 2) / scale + run
    // The light of the lamps lies on the rubber as a wide, faint sheen.
    const sheen = 1.25 - 0.35 * (((px / width - 0.4) * 1.6) ** 2 + ((y + 60) / 260) ** 2)
    const light = sampleTile(textures.belt, x, y) * shade * sheen
    const flour = 0.05 * shade * sampleTile(textures.flour, x * 0.93, y * 0.93 + 77)
    canvas[at++] = rubber[0] * light + flour
    canvas[at++] = rubber[1] * light + flour
    canvas[at++] = rubber[2] * light + flour * 0.92
  }
  return at
}

function railRow(canvas: Canvas, start: number, width: number, beyond: number, lower: boolean): number {
  const share = (lower ? rail - beyond : beyond) / rail
  const onRail = beyond < rail
  // A rolled edge: bright where it bends towards the lamps.
  const light = onRail ? 0.28 + 0.6 * Math.exp(-(((share - 0.72) / 0.16) ** 2)) + 0.15 * share : 1
  const [red, green, blue] = onRail ? steel : frame
  let at = start
  for (let px = 0; px < width; px++) {
    const along = onRail ? light * (0.85 + 0.3 * Math.exp(-(((px / width - 0.35) * 2.4) ** 2))) : light
    canvas[at++] = red * along
    canvas[at++] = green * along
    canvas[at++] = blue * along
  }
  return at
}
