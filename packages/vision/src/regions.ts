import type { Region } from '@nabij/base'
import type { AnomalyMap } from './inspection.ts'

const most = 20

/**
 * Connected places of the map above `limit` (sides and corners touch), worst first, at most 20.
 * A region's score is its highest place; its box covers all its cells.
 */
export function regionsOf({ width, height, data }: AnomalyMap, limit: number): Region[] {
  const seen = new Uint8Array(data.length)
  const regions: Region[] = []
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || !above(start)) continue
    regions.push(grow(start))
  }
  return regions.sort((a, b) => b.score - a.score).slice(0, most)

  function above(cell: number): boolean {
    return (data[cell] ?? 0) > limit
  }

  function grow(start: number): Region {
    let [left, top, right, bottom, score, cells] = [width, height, 0, 0, 0, 0]
    const waiting = [start]
    seen[start] = 1
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      const [x, y] = [cell % width, Math.floor(cell / width)]
      score = Math.max(score, data[cell] ?? 0)
      cells++
      ;[left, right] = [Math.min(left, x), Math.max(right, x)]
      ;[top, bottom] = [Math.min(top, y), Math.max(bottom, y)]
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx
          if (seen[next] || !above(next)) continue
          seen[next] = 1
          waiting.push(next)
        }
      }
    }
    return {
      x: left / width,
      y: top / height,
      w: (right - left + 1) / width,
      h: (bottom - top + 1) / height,
      score: Math.min(1, score),
      area: cells / data.length,
    }
  }
}
