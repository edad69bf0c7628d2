import { hash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'

/** Hashes of picture files, read again only when the file is another one or has changed. */
export interface PictureKeys {
  /** @throws the file system's error */
  of(path: string): Promise<string>
}

/** Some two hundred bytes each. */
const most = 10_000

export function pictureKeys(): PictureKeys {
  const known = new Map<string, { as: string; key: string }>()
  return {
    async of(path) {
      // With the time of the last change of its facts too: an older time of writing can be set on other content.
      const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true })
      const as = [ino, size, mtimeNs, ctimeNs].join()
      const found = known.get(path)
      if (found?.as === as) return found.key
      const key = hash('sha256', await readFile(path))
      if (known.size >= most) known.clear()
      known.set(path, { as, key })
      return key
    },
  }
}
