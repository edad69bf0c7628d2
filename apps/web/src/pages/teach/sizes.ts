import type { Photo } from '@nabij/base'

export interface Sizes {
  usual: { width: number; height: number }
  /** Photos of another size than most. */
  others: Photo[]
}

/** Which size most photos have, and which have another. */
export function compareSizes(photos: Photo[]): Sizes | null {
  const groups = [...Map.groupBy(photos, ({ width, height }) => `${width}x${height}`).values()]
  const [most, ...rest] = groups.sort((a, b) => b.length - a.length)
  const first = most?.[0]
  return first ? { usual: { width: first.width, height: first.height }, others: rest.flat() } : null
}
