/** A map of scores beside the truth of each of its places (1: defect), both row by row. */
export interface ScoredMap {
  width: number
  height: number
  scores: Float32Array
  truth: Uint8Array
}

const bins = 4096

/** Chance that a defective place scores higher than a flawless one, over all maps (ties count half). Null without both. */
export function pixelAuroc(maps: ScoredMap[]): number | null {
  const { good, bad } = histograms(maps)
  const [goods, bads] = [total(good), total(bad)]
  if (goods === 0 || bads === 0) return null
  let [wins, below] = [0, 0]
  for (let bin = 0; bin < bins; bin++) {
    wins += (bad[bin] ?? 0) * (below + (good[bin] ?? 0) / 2)
    below += good[bin] ?? 0
  }
  return wins / (goods * bads)
}

/**
 * Per-region overlap (PRO): the share of each connected defect that lies above a limit, on average over the defects, so
 * that small ones count as much as large ones; averaged over limits with up to `most` of the flawless places above them.
 * After Bergmann et al. (2020). Null without defects or flawless places.
 */
export function perRegionOverlap(maps: ScoredMap[], most = 0.3): number | null {
  const toBin = binning(maps)
  const { good } = histograms(maps)
  const regions = maps.flatMap((map) =>
    regionsIn(map).map((cells) =>
      counted(
        cells.map((cell) => map.scores[cell] ?? 0),
        toBin,
      ),
    ),
  )
  const goods = total(good)
  if (goods === 0 || regions.length === 0) return null
  let [area, lastShare, lastOverlap, above] = [0, 0, 0, 0]
  const inside = regions.map(() => 0)
  const sizes = regions.map(total)
  for (let bin = bins - 1; bin >= 0; bin--) {
    above += good[bin] ?? 0
    let overlap = 0
    for (const [n, region] of regions.entries()) {
      inside[n] = (inside[n] ?? 0) + (region[bin] ?? 0)
      overlap += (inside[n] ?? 0) / (sizes[n] ?? 1) / regions.length
    }
    const share = above / goods
    if (share >= most) {
      const part = share === lastShare ? 0 : (most - lastShare) / (share - lastShare)
      const end = lastOverlap + part * (overlap - lastOverlap)
      return (area + ((most - lastShare) * (lastOverlap + end)) / 2) / most
    }
    area += ((share - lastShare) * (lastOverlap + overlap)) / 2
    ;[lastShare, lastOverlap] = [share, overlap]
  }
  return area / most
}

/**
 * Both figures of maps that are `side` pixels wide.
 * @param maps scores of any scale, and masks of ones (defect) and zeros
 */
export function evaluatePixels(
  maps: { map: ArrayLike<number>; mask: Uint8Array }[],
  side: number,
): { auroc: number; pro: number } | null {
  const all = maps.map(({ map, mask }) => ({
    width: side,
    height: mask.length / side,
    scores: Float32Array.from(map),
    truth: mask,
  }))
  const [auroc, pro] = [pixelAuroc(all), perRegionOverlap(all)]
  return auroc === null || pro === null ? null : { auroc, pro }
}

function histograms(maps: ScoredMap[]): { good: Float64Array; bad: Float64Array } {
  const toBin = binning(maps)
  const [good, bad] = [new Float64Array(bins), new Float64Array(bins)]
  for (const { scores, truth } of maps) {
    for (const [cell, score] of scores.entries()) {
      const histogram = truth[cell] ? bad : good
      const bin = toBin(score)
      histogram[bin] = (histogram[bin] ?? 0) + 1
    }
  }
  return { good, bad }
}

function binning(maps: ScoredMap[]): (score: number) => number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { scores } of maps) {
    for (const score of scores) {
      if (score < low) low = score
      if (score > high) high = score
    }
  }
  const scale = high > low ? (bins - 1) / (high - low) : 0
  return (score) => Math.round((score - low) * scale)
}

function counted(scores: number[], toBin: (score: number) => number): Float64Array {
  const histogram = new Float64Array(bins)
  for (const score of scores) histogram[toBin(score)] = (histogram[toBin(score)] ?? 0) + 1
  return histogram
}

function total(histogram: Float64Array): number {
  return histogram.reduce((sum, count) => sum + count, 0)
}

/** Connected defects (sides and corners touch), each as its cells. */
function regionsIn({ width, height, truth }: ScoredMap): number[][] {
  const seen = new Uint8Array(truth.length)
  const regions: number[][] = []
  for (let start = 0; start < truth.length; start++) {
    if (!truth[start] || seen[start]) continue
    const cells = [start]
    seen[start] = 1
    for (let n = 0; n < cells.length; n++) {
      const [x, y] = [(cells[n] ?? 0) % width, Math.floor((cells[n] ?? 0) / width)]
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx
          if (!truth[next] || seen[next]) continue
          seen[next] = 1
          cells.push(next)
        }
      }
    }
    regions.push(cells)
  }
  return regions
}
