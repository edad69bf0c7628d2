import type { Box, Region } from '@nabij/base'
import type { AnomalyMap, JudgedPart, Judgement } from './inspection.ts'
import { type Frame, inPicture, type Placement, type View } from './locate/index.ts'
import { method } from './method.ts'

/** What the graph said of one view. */
export type Seen = Omit<Judgement, 'parts'>

const side = method.mapSide

/** What was seen of each view, put back into the picture: the picture's score, layers and kind are those of the worst. */
export function together(judged: { view: View; seen: Seen }[]): Judgement {
  const map = { width: side, height: side, data: new Float32Array(side * side) }
  const each = judged
    .map(({ view, seen }) => {
      const placement = inWhole(view.placement, view.frame)
      paint(map.data, seen.map.data, placement, view.frame)
      const regions = seen.regions.map((region) => mapped(region, placement, view.frame))
      return { view, seen: { ...seen, regions }, angle: ((placement.angle % 360) + 360) % 360 }
    })
    .sort((a, b) => b.seen.score - a.seen.score)
  const worst = each[0]?.seen
  return {
    score: worst?.score ?? 0,
    map,
    regions: each
      .flatMap(({ seen }) => seen.regions)
      .sort((a, b) => b.score - a.score)
      .slice(0, 20),
    layers: worst?.layers ?? null,
    kind: worst?.kind ?? null,
    parts: each.flatMap(({ view, seen, angle }) => (view.part ? [partOf(view.part, view.frame, seen, angle)] : [])),
  }
}

function partOf(part: NonNullable<View['part']>, frame: Frame, seen: Seen, angle: number): JudgedPart {
  const { score, regions, layers } = seen
  const xs = part.outline.map(([x]) => share((x + frame.left) / frame.width))
  const ys = part.outline.map(([, y]) => share((y + frame.top) / frame.height))
  const outline = xs.map((x, n): [number, number] => [x, ys[n] ?? 0])
  return { box: boxOf(xs, ys), outline, angle, cut: part.cut, score, regions, layers }
}

/** The map without the cells whose middle lies in a place that is ignored. */
export function withoutIgnored(map: AnomalyMap, { placement, frame }: View, ignore: Box[]): AnomalyMap {
  if (ignore.length === 0) return map
  const whole = inWhole(placement, frame)
  const data = map.data.map((value, cell) => {
    const [x, y] = inPicture(whole, ((cell % side) + 0.5) / side, (Math.floor(cell / side) + 0.5) / side)
    const [across, down] = [x / frame.width, y / frame.height]
    return ignore.some((box) => isIn(box, across, down)) ? 0 : value
  })
  return { ...map, data }
}

function isIn({ x, y, w, h }: Box, across: number, down: number): boolean {
  return across >= x && across <= x + w && down >= y && down <= y + h
}

function inWhole(placement: Placement, { left, top }: Frame): Placement {
  return { ...placement, x: placement.x + left, y: placement.y + top }
}

function mapped(region: Region, placement: Placement, { width, height }: Frame): Region {
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

/**
 * Into the picture's map: each of its cells takes the highest of what the parts' maps say of its middle, and of the cells
 * of those maps that lie in it, so that the highest place of a small part is never lost.
 */
function paint(into: Float32Array, from: Float32Array, placement: Placement, { width, height }: Frame): void {
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
  for (let cell = 0; cell < from.length; cell++) {
    const across = (((cell % side) + 0.5) / side - 0.5) * placement.wide
    const down = ((Math.floor(cell / side) + 0.5) / side - 0.5) * placement.high
    const x = Math.floor(((placement.x + cosine * across - sine * down) / width) * side)
    const y = Math.floor(((placement.y + sine * across + cosine * down) / height) * side)
    if (x < 0 || y < 0 || x >= side || y >= side) continue
    const to = y * side + x
    into[to] = Math.max(into[to] ?? 0, from[cell] ?? 0)
  }
}

function boxOf(xs: number[], ys: number[]) {
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value))
}
