import { need } from './graph-fault.ts'
import { axisOf, given, made, numbersOf, plain, type Rule } from './known.ts'

export const slice: Rule = ([x, starts, ends, axes, steps], node) => {
  const { type, dims, numbers } = given(x)
  const from = node.ints('starts') ?? numbersOf(starts, 'a beginning')
  const to = node.ints('ends') ?? numbersOf(ends, 'an end')
  const over = (node.ints('axes') ?? (axes ? numbersOf(axes, 'an axis') : from.map((_, n) => n))).map((axis) =>
    axisOf(axis, dims.length),
  )
  const by = steps ? numbersOf(steps, 'a step') : from.map(() => 1)
  need(
    from.length === to.length &&
      over.length === from.length &&
      by.every((step) => Number.isInteger(step) && step !== 0),
    'a cut of other sides',
  )
  const out = [...dims]
  let kept = numbers
  for (const [n, axis] of over.entries()) {
    const side = dims[axis] ?? 0
    const places = placesOf(side, from[n] ?? 0, to[n] ?? 0, by[n] ?? 1)
    out[axis] = places.count
    kept =
      dims.length === 1 && kept
        ? Array.from({ length: places.count }, (_, k) => numbers?.[places.first + k * (by[n] ?? 1)] ?? 0)
        : undefined
  }
  return plain(made(type, out, over.length === 0 ? numbers : kept))
}

function placesOf(side: number, from: number, to: number, by: number): { first: number; count: number } {
  const front = (at: number) => (at < 0 ? at + side : at)
  const within = (at: number, least: number, most: number) => Math.min(most, Math.max(least, at))
  const first = by > 0 ? within(front(from), 0, side) : within(front(from), 0, side - 1)
  const last = by > 0 ? within(front(to), 0, side) : within(front(to), -1, side - 1)
  return { first, count: Math.max(0, Math.ceil((last - first) / by)) }
}

export const split: Rule = ([x, sizes], node) => {
  const { type, dims } = given(x)
  const axis = axisOf(node.int('axis', 0), dims.length)
  const side = dims[axis] ?? 0
  const said = node.ints('split') ?? (sizes ? numbersOf(sizes, 'a size') : undefined)
  const each = Math.ceil(side / Math.max(1, node.results))
  const parts = said ?? Array.from({ length: node.results }, (_, n) => Math.min(each, side - n * each))
  need(
    parts.length === node.results && parts.every((part) => part >= 0) && parts.reduce((a, b) => a + b, 0) === side,
    'a split of other sides',
  )
  return plain(
    ...parts.map((part) =>
      made(
        type,
        dims.map((dim, n) => (n === axis ? part : dim)),
      ),
    ),
  )
}
