import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PathToRead } from '@nabij/adapters/reader'
import { NabijError } from '@nabij/base'
import { isForeignFolder, isRepository, mayMatter } from '@nabij/register/files'

/** What there is to read below the named paths. */
export interface FoundFiles {
  files: (PathToRead & { named: boolean })[]
  /** What was passed over in folders, and how many of each. */
  ignored: Map<string, number>
}

/** Folders within folders: nobody keeps evidence deeper. */
const deepest = 64

/** No export of anything, and most of what a folder of software holds. Never decides about a file that was named itself. */
const noEvidence =
  /\.(tsx?|jsx?|mjs|cjs|py|pyc|go|rs|java|class|jar|kt|kts|scala|c|h|cc|cpp|hpp|cs|rb|php|swift|m|css|scss|less|vue|svelte|map|svg|png|jpe?g|gif|webp|ico|avif|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|mov|webm|ogg|wav|pdf|so|dll|exe|o|a|wasm|onnx|bin|snap|md)$/i

/**
 * The files that were named, and those in the folders that were named, in order of name; links are not followed. A folder
 * with software in it is read as one whole; what else lies beside that software is read by itself, unless the folder is
 * under version control: then all of it belongs to the software.
 * @throws NabijError NABIJ_COMMAND_FILE for a path that is not there, or a named folder that may not be read
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const found: FoundFiles = { files: [], ignored: new Map() }
  const seen = new Set<string>()
  for (const path of paths) {
    const status = statSync(path, { throwIfNoEntry: false })
    if (!status) throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: 'ENOENT' })
    if (status.isDirectory()) walk(path, false, 0)
    else add({ name: path, path, named: true })
  }
  return found

  function walk(folder: string, withinSoftware: boolean, depth: number): void {
    const entries = entriesOf(folder)
    if (!entries) {
      // Of a folder that was named it is an error; among many it is told, and the others are read.
      if (depth === 0) throw unreadable(folder)
      ignore('folder that cannot be read')
      return
    }
    const names = entries.map(({ name }) => name)
    const isSoftware = !withinSoftware && isRepository(names)
    if (isSoftware) add({ name: folder, path: folder, isTree: true, named: depth === 0 })
    if (isSoftware && names.includes('.git')) return
    for (const entry of entries) look(folder, entry, withinSoftware || isSoftware, depth + 1)
  }

  function look(folder: string, entry: Dirent, withinSoftware: boolean, depth: number): void {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (isForeignFolder(entry.name)) ignore('folder of other code or of a build')
      else if (depth > deepest) ignore('folder that is nested too deep')
      else walk(path, withinSoftware, depth)
    } else if (!entry.isFile()) ignore('link')
    // It was read with the whole.
    else if (withinSoftware && mayMatter(path)) return
    else if (noEvidence.test(entry.name) && !mayMatter(path)) ignore('program, text or picture')
    else add({ name: path, path, named: false })
  }

  function add(file: FoundFiles['files'][number]): void {
    if (seen.has(file.path)) return
    seen.add(file.path)
    found.files.push(file)
  }

  function ignore(reason: string): void {
    found.ignored.set(reason, (found.ignored.get(reason) ?? 0) + 1)
  }
}

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return null
  }
}

function unreadable(path: string): NabijError {
  return new NabijError('NABIJ_COMMAND_FILE', { path, reason: 'EACCES' })
}
