/** Side of an anomaly map in pixels. */
export const mapSize = 64

/** How far above its limit the hottest place must be to be drawn in full red. */
const fullAt = 1.3

/**
 * Colours an anomaly map: clear where a part looks as usual, amber from near the limit on, red where it is hottest.
 * `grey` are RGBA pixels of a grey picture (255 is 1.0); they are changed in place.
 */
export function colourMap(grey: Uint8ClampedArray, mapLimit: number): void {
  const limit = Math.max(0.02, mapLimit) * 255
  let hottest = limit * fullAt
  for (let at = 0; at < grey.length; at += 4) hottest = Math.max(hottest, grey[at] ?? 0)
  const from = limit * 0.75
  for (let at = 0; at < grey.length; at += 4) {
    const heat = Math.max(0, ((grey[at] ?? 0) - from) / (hottest - from))
    grey[at] = 250 - 40 * heat
    grey[at + 1] = 176 - 158 * heat
    grey[at + 2] = 32 - 8 * heat
    grey[at + 3] = 225 * Math.min(1, heat * 1.35)
  }
}
