/** Side of an anomaly map in pixels. */
export const mapSize = 64

/**
 * Colours an anomaly map: clear below what is usual, amber towards the limit, red above it.
 * `grey` are RGBA pixels of a grey picture (255 is 1.0); they are changed in place.
 */
export function colourMap(grey: Uint8ClampedArray, mapLimit: number): void {
  const limit = Math.max(0.02, mapLimit)
  for (let at = 0; at < grey.length; at += 4) {
    const heat = (grey[at] ?? 0) / 255 / limit
    const shown = Math.min(1, Math.max(0, (heat - 0.55) / 0.75))
    const red = Math.min(1, Math.max(0, (heat - 0.8) / 0.4))
    grey[at] = 255 - 51 * red
    grey[at + 1] = 176 - 152 * red
    grey[at + 2] = 32 - 8 * red
    grey[at + 3] = 215 * shown
  }
}
