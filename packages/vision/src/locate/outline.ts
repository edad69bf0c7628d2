/** Points at most. */
const most = 200

/**
 * The outer edge of connected places, once round along the sides of the cells, in corners; points on a line left out.
 * @param width of the picture that the places count in
 */
export function outlineOf(places: number[], width: number): [number, number][] {
  const inside = new Set(places)
  const first = places.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const [startX, startY] = [first % width, Math.floor(first / width)]
  const has = (x: number, y: number) => x >= 0 && x < width && inside.has(y * width + x)
  // Along the top of the first cell to the right, with the part on the right hand: right, down, left, up.
  let [x, y, way] = [startX, startY, 0]
  const points: [number, number][] = []
  do {
    const [dx = 0, dy = 0] =
      [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ][way] ?? []
    ;[x, y] = [x + dx, y + dy]
    // The cells ahead of this corner, on the left and on the right hand.
    const [leftX, leftY] =
      [
        [x, y - 1],
        [x, y],
        [x - 1, y],
        [x - 1, y - 1],
      ][way] ?? []
    const [rightX, rightY] =
      [
        [x, y],
        [x - 1, y],
        [x - 1, y - 1],
        [x, y - 1],
      ][way] ?? []
    const turn = !has(rightX ?? 0, rightY ?? 0) ? 1 : has(leftX ?? 0, leftY ?? 0) ? 3 : 0
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
