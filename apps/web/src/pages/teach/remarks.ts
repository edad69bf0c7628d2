import type { Photo, Remark } from '@nabij/base'

/** A photo with what should be known about it before it is taught. */
export interface Remarked {
  photo: Photo
  remark: Remark
  /** The photo that it resembles, when that is still there. */
  twin: Photo | null
}

/** Most harmful first: what spoils a recipe before what only adds nothing. */
const order: Remark['code'][] = ['odd-one-out', 'dark', 'bright', 'blurred', 'other-size', 'near-duplicate']

/** Photos with remarks that nobody has answered yet: left out, or said to belong. One remark for each, the worst. */
export function toLookAt(photos: Photo[]): Remarked[] {
  const byId = new Map(photos.map((photo) => [photo.id, photo]))
  return photos
    .filter((photo) => !photo.leftOut && !photo.belongs)
    .flatMap((photo) => {
      const [remark] = [...photo.remarks].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
      if (!remark) return []
      const twin = (remark.of && byId.get(remark.of)) || null
      // Of a pair it is enough to look at one: when its twin is left out, the other is no duplicate any more.
      if (remark.code === 'near-duplicate' && twin?.leftOut) return []
      return [{ photo, remark, twin }]
    })
    .sort((a, b) => order.indexOf(a.remark.code) - order.indexOf(b.remark.code))
}

/** How many photos count: near-duplicates of one another count once. */
export function countDifferent(photos: Photo[]): number {
  const used = photos.filter(({ leftOut }) => !leftOut)
  const ids = new Set(used.map(({ id }) => id))
  const copies = used.filter(({ remarks }) =>
    remarks.some(({ code, of }) => code === 'near-duplicate' && of !== null && ids.has(of)),
  )
  return used.length - copies.length
}
