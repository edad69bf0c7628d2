import type { Photo } from '@nabij/base'
import type { RecipeRow } from './ports.ts'

/** What a person should know about photos before they are taught. */
export type RemarksOn = (photos: readonly Photo[], oddOnes: ReadonlySet<string>) => Map<string, Photo['remarks']>

/** Photos with their remarks, from the recipes as they were taught: worked out again only when the photos, or what the recipe found odd, are other ones. */
export function createRemarks(
  remarksOn: RemarksOn,
): (stationId: string, photos: readonly Photo[], recipes: readonly RecipeRow[]) => Photo[] {
  const known = new Map<string, { key: string; remarks: ReturnType<RemarksOn> }>()
  return (stationId, photos, recipes) => {
    const odd = oddPhotos(photos, recipes)
    const key = `${photos.map(({ id, label, leftOut }) => `${id}${label}${leftOut}`).join()} ${[...odd].join()}`
    const before = known.get(stationId)
    const remarks = before?.key === key ? before.remarks : remarksOn(photos, odd)
    known.set(stationId, { key, remarks })
    return photos.map((photo) => ({ ...photo, remarks: remarks.get(photo.id) ?? [] }))
  }
}

/**
 * `oddOnes` of a recipe are indices into the good photos that it was taught from, each of which has its score: those of
 * its time, in their order.
 */
function oddPhotos(photos: readonly Photo[], recipes: readonly RecipeRow[]): Set<string> {
  const odd = recipes.flatMap(({ facts, productId, createdAt }) => {
    const known = photos.filter(
      (photo) => photo.label === 'good' && photo.productId === productId && photo.createdAt <= createdAt,
    )
    const used = known.filter(({ leftOut }) => !leftOut)
    // What was left out since was taught all the same. With another number the indices say nothing any more.
    const taught = [used, known].find(({ length }) => length === facts.goodScores.length) ?? []
    return facts.oddOnes.flatMap((index) => taught[index]?.id ?? [])
  })
  return new Set(odd)
}
