import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { NabijError } from '@nabij/base'

/** Names that pictures have: also of kinds that nabij cannot read, so that it says so instead of passing them over. */
const extensions = /\.(jpe?g|jpe|jfif|png|webp|tiff?|gif|avif|heic|heif|bmp)$/i

/**
 * The pictures that were named: files as they are, and those in folders by their name's ending, in order of name.
 * @throws NabijError NABIJ_COMMAND_FILE for a path that is not there, NABIJ_COMMAND_NO_PICTURES for a folder without any
 */
export function findPictures(paths: readonly string[], recursive: boolean): string[] {
  const found = paths.flatMap((path) => {
    const status = statSync(path, { throwIfNoEntry: false })
    if (!status) throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: 'ENOENT' })
    return status.isDirectory() ? inFolder(path, recursive) : [path]
  })
  return [...new Set(found)]
}

function inFolder(folder: string, recursive: boolean): string[] {
  const pictures = list(folder, recursive)
  if (pictures.length > 0) return pictures
  const below = recursive ? 0 : list(folder, true).length
  throw new NabijError('NABIJ_COMMAND_NO_PICTURES', { path: folder, below })
}

function list(folder: string, recursive: boolean): string[] {
  const entries = entriesOf(folder).sort((a, b) => compareNames(a.name, b.name))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) return []
    if (entry.isDirectory()) return recursive ? list(path, true) : []
    return extensions.test(entry.name) ? [path] : []
  })
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw new NabijError('NABIJ_COMMAND_FILE', { path: folder, reason: (error as NodeJS.ErrnoException).code }, error)
  }
}

/** 2.jpg before 10.jpg, the same on every computer. */
const { compare: compareNames } = new Intl.Collator('en', { numeric: true })
