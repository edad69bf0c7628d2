import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { NabijError } from '@nabij/base'
import type { LabelledSet } from '../labelled-sets.ts'

/** Folders that somebody gives by hand; below `bad` and `masks` there may be a folder for each kind of defect. */
export interface GivenFolders {
  name: string
  teach: string
  good: string
  bad: string
  masks?: string
}

/**
 * A set from folders. Masks belong to the bad photo of the same name (a `_mask` at the end does not count), in a folder
 * of the same kind where there are several; what is not black in them is defect.
 * @throws NabijError NABIJ_COMMAND_USE when a folder cannot be read or holds no picture
 */
export async function givenSet({ name, teach, good, bad, masks }: GivenFolders): Promise<LabelledSet> {
  const badFiles = await picturesBelow(bad)
  const maskFiles = masks === undefined ? [] : await picturesBelow(masks)
  const byName = new Map(maskFiles.flatMap((file) => keysOf(file, masks ?? '').map((key) => [key, file] as const)))
  const found = badFiles.flatMap((file) => {
    const mask = keysOf(file, bad)
      .map((key) => byName.get(key))
      .find((each) => each !== undefined)
    return mask === undefined ? [] : [[file, mask] as const]
  })
  return {
    name,
    asked: null,
    teach: await picturesBelow(teach),
    good: await picturesBelow(good),
    bad: badFiles,
    masks: new Map(found),
  }
}

/** With its folder, and by its name alone. */
function keysOf(file: string, root: string): string[] {
  const name = basename(file, extname(file)).replace(/_mask$/, '')
  const kind = file.slice(root.length).split(/[\\/]/).filter(Boolean).slice(0, -1).join('/')
  return [`${kind}/${name}`, `*/${name}`]
}

async function picturesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new NabijError('NABIJ_COMMAND_USE', { reason: folder, hint: 'bench/README.md' }, error)
  })
  const files = entries
    .filter((entry) => entry.isFile() && /\.(png|jpe?g|webp|tiff?|bmp)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  if (files.length === 0) throw new NabijError('NABIJ_COMMAND_USE', { reason: folder, hint: 'bench/README.md' })
  return files
}
