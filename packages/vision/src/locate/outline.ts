import type { Shape } from './find-parts.ts'

/** Points at most. */
const most = 200

/** Right, down, left, up. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const
/** The cells ahead of a corner on the left hand, by the way one goes; those on the right hand are one further. */
const ahead = [
  [0, -1],
  [0, 0],
  [-1, 0],
  [-1, -1],
] as const

/** The outer edge of connected places, once round along the sides of the cells, in corners; points on a line left out. */
export function outlineOf({ places, width, owners, owner }: Omit<Shape, 'ground'>): [number, number][] {
  const first = places.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const [startX, startY] = [first % width, Math.floor(first / width)]
  const has = (x: number, y: number) => x >= 0 && x < width && owners[y * width + x] === owner
  // Along the top of the first cell to the right, with the part on the right hand.
  let [x, y, way] = [startX, startY, 0]
  const points: [number, number][] = []
  do {
    const step = steps[way] ?? steps[0]
    x += step[0]
    y += step[1]
    const left = ahead[way] ?? ahead[0]
    const right = ahead[(way + 1) % 4] ?? ahead[0]
    const turn = !has(x + right[0], y + right[1]) ? 1 : has(x + left[0], y + left[1]) ? 3 : 0
    if (turn !== 0) points.push([x, y])
    way = (way + turn) % 4
  } while (x !== startX || y !== startY || way !== 0)
  return simplified(points)
}

/** Douglas and Peucker, with a tolerance that grows until few enough points are left. */
function simplified(points: [number, number][]): [number, number][] {
  if (points.length < 5) return points
  for (let tolerance = 0.75; ; tolerance *= 1.5) {
    const half = points.length >> 1
    const first = kept(points.slice(0, half + 1), tolerance)
    const second = kept([...points.slice(half), points[0] ?? [0, 0]], tolerance)
    const all = [...first.slice(0, -1), ...second.slice(0, -1)]
    if (all.length <= most) return all
  }
}

function kept(points: [number, number][], tolerance: number): [number, number][] {
  const keep = new Set([0, points.length - 1])
  const waiting: [number, number][] = [[0, points.length - 1]]
  for (let span = waiting.pop(); span; span = waiting.pop()) {
    const [from, to] = span
    const [[ax, ay], [bx, by]] = [points[from] ?? [0, 0], points[to] ?? [0, 0]]
    const length = Math.hypot(bx - ax, by - ay)
    let [worst, where] = [tolerance, -1]
    for (let n = from + 1; n < to; n++) {
      const [x, y] = points[n] ?? [0, 0]
      const off =
        length < 1e-9 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
      if (off > worst) [worst, where] = [off, n]
    }
    if (where < 0) continue
    keep.add(where)
    waiting.push([from, where], [where, to])
  }
  return points.filter((_, n) => keep.has(n))
}
