/** How dough browns: share of baking (0 raw, 1 charcoal) and the colour as a screen shows it. */
const browning: [number, number, number, number][] = [
  [0, 247, 230, 186],
  [0.2, 241, 211, 150],
  [0.4, 230, 183, 107],
  [0.55, 214, 153, 74],
  [0.7, 181, 111, 46],
  [0.82, 130, 71, 29],
  [0.92, 76, 41, 21],
  [1, 38, 24, 17],
]

const paletteSteps = 512

/** Light from a screen value: sRGB 0–255 to linear 0–1. */
export function linearOf(screen: number): number {
  const share = screen / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Linear colours of dough from raw to charcoal, three numbers a step. */
export const doughPalette = makePalette()

/** First index in `doughPalette` for a share of baking; what is beyond 0–1 stays at the end. */
export function doughAt(bake: number): number {
  const step = bake <= 0 ? 0 : bake >= 1 ? paletteSteps - 1 : (bake * (paletteSteps - 1)) | 0
  return step * 3
}

function makePalette(): Float32Array {
  const palette = new Float32Array(paletteSteps * 3)
  for (let step = 0; step < paletteSteps; step++) {
    const bake = step / (paletteSteps - 1)
    const next = Math.max(
      1,
      browning.findIndex(([share]) => share >= bake),
    )
    const a = browning[next - 1] ?? [0, 0, 0, 0]
    const b = browning[next] ?? a
    const t = (bake - a[0]) / (b[0] - a[0])
    for (let channel = 0; channel < 3; channel++) {
      const from = a[channel + 1] ?? 0
      const to = b[channel + 1] ?? 0
      palette[step * 3 + channel] = linearOf(from + (to - from) * t)
    }
  }
  return palette
}
