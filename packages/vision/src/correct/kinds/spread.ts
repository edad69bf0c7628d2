import { choleskyFactor } from '../../learning/linear-algebra.ts'

/** Share of the mean variance that is added to the covariance: with ten defects most of its directions are not known. */
const ridge = 0.5

/** Defects by their kind, and the products of their descriptors with one another: all that distances need. */
export interface Known {
  /** Of each defect the number of its kind; every kind occurs. */
  kinds: number[]
  /** [defect][defect] */
  products: Float64Array[]
  /** Numbers in a descriptor. */
  width: number
}

export interface Spread {
  /** Lower triangle L, row by row, with L · Lᵀ = 1 + weight · R · Rᵀ; R: the defects less the middles of their kinds. */
  factor: Float64Array
  weight: number
  /** What a squared distance is multiplied by: 1 is then about the usual one. */
  scale: number
}

/**
 * How much defects of one kind differ: the covariance around their middles, pooled over the kinds and shrunk to a
 * multiple of one (as in Ledoit and Wolf 2004). Its inverse stays small by the identity of Woodbury.
 */
export function spreadOf({ kinds, products, width }: Known): Spread {
  const count = kinds.length
  const between = centred({ kinds, products, width })
  const freedom = Math.max(1, count - new Set(kinds).size)
  const residuals = Array.from({ length: count }, (_, n) => between.residual(n, n))
  const variance = residuals.reduce((sum, each) => sum + each, 0) / freedom / width + 1e-12
  const weight = 1 / freedom / (ridge * variance)
  const matrix = new Float64Array(count * count)
  for (let i = 0; i < count; i++)
    for (let j = 0; j <= i; j++) matrix[i * count + j] = (i === j ? 1 : 0) + weight * between.residual(i, j)
  return { factor: choleskyFactor(matrix, count), weight, scale: 1 / (ridge * variance) / width }
}

/** Squared distances of a defect to the middles of kinds that it does not belong to. @param own its products with the others */
export function distancesTo(known: Known, spread: Spread, own: Float64Array, square: number): number[] {
  const { kinds } = known
  const between = centred(known)
  const toKind = between.meansOf(own)
  return toKind.map((mean, kind) => {
    const reached = new Float64Array(kinds.length)
    let along = 0
    for (let n = 0; n < kinds.length; n++) {
      let rest = (own[n] ?? 0) - between.toKind(n, kind) - (toKind[kinds[n] ?? 0] ?? 0) + between.middles(n, kind)
      for (let k = 0; k < n; k++) rest -= (spread.factor[n * kinds.length + k] ?? 0) * (reached[k] ?? 0)
      reached[n] = rest / (spread.factor[n * kinds.length + n] ?? 1)
      along += (reached[n] ?? 0) ** 2
    }
    return spread.scale * Math.max(0, square - 2 * mean + between.square(kind) - spread.weight * along)
  })
}

function centred({ kinds, products }: Known) {
  const count = Math.max(...kinds) + 1
  const sizes = Array.from({ length: count }, (_, kind) => kinds.filter((each) => each === kind).length)
  const meansOf = (row: Float64Array): number[] => {
    const sums = sizes.map(() => 0)
    for (const [n, kind] of kinds.entries()) sums[kind] = (sums[kind] ?? 0) + (row[n] ?? 0)
    return sums.map((sum, kind) => sum / (sizes[kind] || 1))
  }
  const means = products.map(meansOf)
  const both = sizes.map((_, kind) => meansOf(Float64Array.from(means, (row) => row[kind] ?? 0)))
  const kindOf = (n: number) => kinds[n] ?? 0
  const toKind = (n: number, kind: number) => means[n]?.[kind] ?? 0
  return {
    meansOf,
    toKind,
    square: (kind: number) => both[kind]?.[kind] ?? 0,
    middles: (n: number, kind: number) => both[kindOf(n)]?.[kind] ?? 0,
    residual: (i: number, j: number) =>
      (products[i]?.[j] ?? 0) - toKind(i, kindOf(j)) - toKind(j, kindOf(i)) + (both[kindOf(i)]?.[kindOf(j)] ?? 0),
  }
}
