import { need } from './graph-fault.ts'
import { axisOf, given, made, numbersOf, plain, product, type Rule } from './known.ts'

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
  const steppedBy = stepsOf(dims)
  let start = 0
  for (const [n, axis] of over.entries()) {
    const step = by[n] ?? 1
    const places = placesOf(dims[axis] ?? 0, from[n] ?? 0, to[n] ?? 0, step)
    out[axis] = places.count
    start += places.first * (steppedBy[axis] ?? 1)
    steppedBy[axis] = (steppedBy[axis] ?? 1) * step
  }
  return plain(made(type, out, numbers && walked(numbers, out, steppedBy, start)))
}

export const transpose: Rule = ([x], node) => {
  const { type, dims, numbers } = given(x)
  const order = node.ints('perm') ?? dims.map((_, n) => dims.length - 1 - n)
  const sorted = order.toSorted((a, b) => a - b)
  need(order.length === dims.length && sorted.every((axis, n) => axis === n), 'an order of other sides')
  const steps = stepsOf(dims)
  const out = order.map((axis) => dims[axis] ?? 0)
  return plain(
    made(
      type,
      out,
      numbers &&
        walked(
          numbers,
          out,
          order.map((axis) => steps[axis] ?? 1),
        ),
    ),
  )
}

/** How far apart two neighbours lie along each side. */
function stepsOf(dims: readonly number[]): number[] {
  return dims.map((_, n) => product(dims.slice(n + 1)))
}

/** Numbers in another order: along each side with its own step. */
function walked(numbers: readonly number[], dims: readonly number[], steps: readonly number[], start = 0): number[] {
  let at = [start]
  for (const [n, side] of dims.entries())
    at = at.flatMap((place) => Array.from({ length: side }, (_, k) => place + k * (steps[n] ?? 1)))
  return at.map((place) => numbers[place] ?? 0)
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
