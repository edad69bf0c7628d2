import { z } from 'zod'

/** What can be measured of a picture by itself, to compare photos before they are taught. */
export const Look = z.object({
  /** 0 (black) to 1 (white), and its standard deviation. */
  brightness: z.number(),
  contrast: z.number(),
  /** Share of the picture that is blown out or pitch black. */
  clipped: z.number(),
  /** How sharp its edges are, against the noise-free best of the same picture size; higher is sharper. */
  sharpness: z.number(),
  /** Perceptual hash, 64 hex digits: near-duplicates differ in few bits. */
  hash: z.string(),
})
export type Look = z.infer<typeof Look>

/** What a person should know about a photo before it is taught. */
export const Remark = z.object({
  code: z.enum(['near-duplicate', 'blurred', 'dark', 'bright', 'other-size', 'odd-one-out']),
  /** The photo that it resembles. */
  of: z.uuid().nullable(),
})
export type Remark = z.infer<typeof Remark>

/** A picture to teach from. */
export const Photo = z.object({
  id: z.uuid(),
  stationId: z.uuid(),
  label: z.enum(['good', 'bad']),
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  createdAt: z.int(),
  /** Of a bad part: the kind of defect, in a person's own word. */
  kind: z.string().nullable(),
  /** Of a station with several products: which one it shows. */
  productId: z.uuid().nullable(),
  /** The verdict that a person gave feedback on; null when the photo was brought. */
  verdictId: z.uuid().nullable(),
  /** A person wants it left out of teaching. */
  leftOut: z.boolean(),
  /** A person looked at what is remarked on it, and says that it belongs. */
  belongs: z.boolean(),
  /** Null for a photo from before this was measured. */
  look: Look.nullable(),
  /** Worked out from all photos of the station each time. */
  remarks: z.array(Remark),
})
export type Photo = z.infer<typeof Photo>

/** What a person may say of a photo afterwards. */
export type PhotoChange = Partial<Pick<Photo, 'label' | 'kind' | 'leftOut' | 'belongs' | 'productId'>>
