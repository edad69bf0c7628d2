import { locating } from './constants.ts'
import { distancesTo, type Grid, gridAround, onGrid } from './distance.ts'
import { connected } from './mask.ts'

/**
 * Places of parts that touch, as `count` pieces, or null when they cannot be told apart: by the necks between them
 * (a watershed on the distance to the edge, Beucher and Lantuéjoul 1979), and where the number is sure also by which
 * middle each place is nearest to.
 * @param usual places of one part
 * @param sure a person said how many there are; otherwise only a clear neck parts them
 */
export function split(
  places: Int32Array,
  width: number,
  { count, usual, sure }: { count: number; usual: number; sure: boolean },
): Int32Array[] | null {
  const fits = (pieces: Int32Array[] | null) =>
    pieces?.length === count && pieces.every(({ length }) => length > 0.5 * usual && length < 1.7 * usual)
  const necks = atNecks(places, width, count)
  if (fits(necks)) return necks
  const middles = sure ? nearMiddles(places, width, count) : null
  return fits(middles) ? middles : null
}

function atNecks(places: Int32Array, width: number, count: number): Int32Array[] | null {
  const grid = gridAround(places, width, 1)
  const mask = onGrid(places, width, grid)
  const depth = distancesTo(mask, 0, grid)
  let deepest = 0
  for (const each of depth) if (each > deepest) deepest = each
  let seeds: Int32Array[] | null = null
  for (let share = 0.95; share > 0.2; share -= 0.05) {
    const level = deepest * share
    const found = connected(
      depth.reduce<Uint8Array>((above, each, at) => {
        above[at] = each >= level ? 1 : 0
        return above
      }, new Uint8Array(depth.length)),
      grid.width,
    )
    if (found.length === count) seeds ??= found
    // The neck is where they run into one another: it must be clearly narrower than the narrowest of them.
    if (seeds && found.length < count)
      return level <= locating.neck * narrowest(seeds, depth) ? grown(seeds, depth) : null
  }
  return seeds && grown(seeds, depth)

  function grown(from: Int32Array[], depth: Int32Array): Int32Array[] {
    return flooded(from, depth, grid).map((piece) =>
      piece.map((at) => {
        const x = at % grid.width
        return ((at - x) / grid.width + grid.top) * width + x + grid.left
      }),
    )
  }
}

function narrowest(seeds: Int32Array[], depth: Int32Array): number {
  return Math.min(...seeds.map((seed) => seed.reduce((most, at) => Math.max(most, depth[at] as number), 0)))
}

/** From the seeds down to the edge, deepest places first. */
function flooded(seeds: Int32Array[], depth: Int32Array, { width }: Grid): Int32Array[] {
  const owner = new Uint8Array(depth.length)
  const levels: number[][] = []
  const reach = (at: number, own: number) => {
    if (owner[at] !== 0 || depth[at] === 0) return
    owner[at] = own
    const level = depth[at] as number
    levels[level] ??= []
    levels[level].push(at)
  }
  seeds.forEach((seed, n) => {
    for (const at of seed) reach(at, n + 1)
  })
  for (let level = levels.length - 1; level > 0; ) {
    const at = levels[level]?.pop()
    if (at === undefined) {
      level--
      continue
    }
    const own = owner[at] as number
    for (const next of [at - 1, at + 1, at - width, at + width]) reach(next, own)
    // What lies deeper behind a narrow place is next.
    level = Math.max(level, levels.length - 1)
  }
  return seeds.map((_, n) => {
    const piece: number[] = []
    for (let at = 0; at < owner.length; at++) if (owner[at] === n + 1) piece.push(at)
    return Int32Array.from(piece)
  })
}

/** Lloyd's rounds from middles that lie far apart. */
function nearMiddles(places: Int32Array, width: number, count: number): Int32Array[] {
  const owner = new Uint8Array(places.length)
  const xs = Float64Array.from(places, (at) => at % width)
  const ys = Float64Array.from(places, (at) => Math.floor(at / width))
  const middles: { x: number; y: number }[] = [farthestFrom([{ x: mean(xs), y: mean(ys) }])]
  while (middles.length < count) middles.push(farthestFrom(middles))
  for (let round = 0; round < 12; round++) {
    const sums = middles.map(() => ({ x: 0, y: 0, n: 0 }))
    for (let n = 0; n < places.length; n++) {
      const [x, y] = [xs[n] as number, ys[n] as number]
      let [best, nearest] = [0, Number.POSITIVE_INFINITY]
      for (let m = 0; m < count; m++) {
        const middle = middles[m] as { x: number; y: number }
        const off = (x - middle.x) ** 2 + (y - middle.y) ** 2
        if (off < nearest) [best, nearest] = [m, off]
      }
      owner[n] = best
      const sum = sums[best] as { x: number; y: number; n: number }
      sum.x += x
      sum.y += y
      sum.n++
    }
    sums.forEach(({ x, y, n }, m) => {
      if (n > 0) middles[m] = { x: x / n, y: y / n }
    })
  }
  return middles.map((_, m) => places.filter((_at, n) => owner[n] === m))

  function farthestFrom(points: { x: number; y: number }[]): { x: number; y: number } {
    let [best, most] = [0, -1]
    for (let n = 0; n < places.length; n++) {
      let nearest = Number.POSITIVE_INFINITY
      for (const { x, y } of points)
        nearest = Math.min(nearest, ((xs[n] as number) - x) ** 2 + ((ys[n] as number) - y) ** 2)
      if (nearest > most) [best, most] = [n, nearest]
    }
    return { x: xs[best] as number, y: ys[best] as number }
  }
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
