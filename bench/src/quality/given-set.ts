import { basename, extname } from 'node:path'
import type { LabelledSet } from '../labelled-sets.ts'

/** Pictures below a folder, perhaps in one folder for each kind of defect. */
export interface PicturesBelow {
  folder: string
  files: string[]
}

/** What somebody gives by hand. Paths of files. */
export interface GivenPictures {
  name: string
  teach: string[]
  good: string[]
  bad: PicturesBelow
  masks?: PicturesBelow
}

/**
 * A set from what was given. Masks belong to the bad photo of the same name (a `_mask` at the end does not count), in a
 * folder of the same kind where there are several; what is not black in them is defect.
 */
export function givenSet({ name, teach, good, bad, masks }: GivenPictures): LabelledSet {
  const byName = new Map(
    masks?.files.flatMap((file) => keysOf(file, masks.folder).map((key) => [key, file] as const)) ?? [],
  )
  const found = bad.files.flatMap((file) => {
    const mask = keysOf(file, bad.folder)
      .map((key) => byName.get(key))
      .find((each) => each !== undefined)
    return mask === undefined ? [] : [[file, mask] as const]
  })
  return { name, asked: null, teach, good, bad: bad.files, masks: new Map(found) }
}

/** With its folder, and by its name alone. */
function keysOf(file: string, root: string): string[] {
  const name = basename(file, extname(file)).replace(/_mask$/, '')
  const kind = file.slice(root.length).split(/[\\/]/).filter(Boolean).slice(0, -1).join('/')
  return [`${kind}/${name}`, `*/${name}`]
}
