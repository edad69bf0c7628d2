import type { Photo, Remark } from '@nabij/base'
import { remarksOn } from '@nabij/vision'

/** What vision sees in the photos of each product, and what the recipe found odd. */
export function remarksOnPhotos(photos: readonly Photo[], oddOnes: ReadonlySet<string>): Map<string, Remark[]> {
  const remarks = new Map<string, Remark[]>()
  for (const group of Map.groupBy(photos, (photo) => photo.productId).values()) {
    const seen = remarksOn(group)
    for (const [index, { id }] of group.entries()) {
      const own = seen[index] ?? []
      const known = own.some(({ code }) => code === 'odd-one-out')
      const odd: Remark[] = oddOnes.has(id) && !known ? [{ code: 'odd-one-out', of: null }] : []
      remarks.set(id, [...own, ...odd])
    }
  }
  return remarks
}
