import type { Region } from '@nabij/base'
import type { JudgedPart, Judgement } from './inspection.ts'
import { inPicture, type Placement, type View } from './locate/index.ts'
import { method } from './method.ts'
import type { Pixels } from './picture.ts'

/** What the graph said of one view. */
export type Seen = Omit<Judgement, 'parts'>

/** What was seen of each part, put back into the picture: the picture's score, layers and kind are those of the worst. */
export function together(judged: { view: View; seen: Seen }[], { width, height }: Pixels): Judgement {
  const side = method.mapSide
  const map = { width: side, height: side, data: new Float32Array(side * side) }
  const parts: (JudgedPart & { seen: Seen })[] = []
  for (const { view, seen } of judged) {
    if (!view.found) continue
    const { part, placement } = view.found
    paint(map.data, seen.map.data, placement, { width, height })
    const xs = part.outline.map(([x]) => share(x / width))
    const ys = part.outline.map(([, y]) => share(y / height))
    parts.push({
      seen,
      box: boxOf(xs, ys),
      outline: xs.map((x, n) => [x, ys[n] ?? 0]),
      angle: ((placement.angle % 360) + 360) % 360,
      cut: part.cut,
      score: seen.score,
      regions: seen.regions.map((region) => mapped(region, placement, { width, height })),
      layers: seen.layers,
    })
  }
  parts.sort((a, b) => b.score - a.score)
  const worst = parts[0]?.seen
  return {
    score: worst?.score ?? 0,
    map,
    regions: parts
      .flatMap(({ regions }) => regions)
      .sort((a, b) => b.score - a.score)
      .slice(0, 20),
    layers: worst?.layers ?? null,
    kind: worst?.kind ?? null,
    parts: parts.map(({ box, outline, angle, cut, score, regions, layers }) => ({
      box,
      outline,
      angle,
      cut,
      score,
      regions,
      layers,
    })),
  }
}

interface Size {
  width: number
  height: number
}

function mapped(region: Region, placement: Placement, { width, height }: Size): Region {
  const corners = [0, 1, 2, 3].map((n) =>
    inPicture(placement, region.x + (n & 1) * region.w, region.y + (n >> 1) * region.h),
  )
  const box = boxOf(
    corners.map(([x]) => share(x / width)),
    corners.map(([, y]) => share(y / height)),
  )
  const area = (region.area * placement.wide * placement.high) / (width * height)
  return { ...box, score: region.score, area: Math.min(1, area) }
}

/** Into the picture's map: each of its cells takes the highest of what the parts' maps say of its centre. */
function paint(into: Float32Array, from: Float32Array, placement: Placement, { width, height }: Size): void {
  const side = method.mapSide
  const angle = (placement.angle * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  for (let cell = 0; cell < into.length; cell++) {
    const dx = (((cell % side) + 0.5) / side) * width - placement.x
    const dy = ((Math.floor(cell / side) + 0.5) / side) * height - placement.y
    const across = (cosine * dx + sine * dy) / placement.wide + 0.5
    const down = (cosine * dy - sine * dx) / placement.high + 0.5
    if (!(across >= 0 && across < 1 && down >= 0 && down < 1)) continue
    const value = from[Math.floor(down * side) * side + Math.floor(across * side)] ?? 0
    into[cell] = Math.max(into[cell] ?? 0, value)
  }
}

function boxOf(xs: number[], ys: number[]) {
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value))
}
