import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { NabijError } from '@nabij/base'

/** What there is to read below the named paths. */
export interface FoundFiles {
  files: { name: string; path: string; named: boolean }[]
  /** What was passed over in folders, and how many of each. */
  ignored: Map<string, number>
}

/** Folders whose content others made: what is used of it stands in the lock files. */
const othersWork = new Set(['node_modules', '.git', '.hg', '.svn', '.venv', 'venv', '__pycache__', '.tox', '.gradle'])

/** No export of anything, and most of what a folder of software holds. Never decides about a file that was named itself. */
const noEvidence =
  /\.(tsx?|jsx?|mjs|cjs|py|pyc|go|rs|java|class|jar|kt|scala|c|h|cc|cpp|hpp|cs|rb|php|swift|m|css|scss|less|vue|svelte|map|svg|png|jpe?g|gif|webp|ico|avif|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|mov|webm|ogg|wav|pdf|so|dll|exe|o|a|wasm|onnx|bin|snap|lock\.db)$/i

/** Recipes of builds that are programs themselves. */
const buildRecipe = /^(setup\.py|build\.gradle\.kts|settings\.gradle\.kts|mix\.exs|.*\.config\.[jt]s)$/i

/**
 * The files that were named, and those in the folders that were named, in order of name; links are not followed.
 * @throws NabijError NABIJ_COMMAND_FILE for a path that is not there
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const found: FoundFiles = { files: [], ignored: new Map() }
  const seen = new Set<string>()
  for (const path of paths) {
    const status = statSync(path, { throwIfNoEntry: false })
    if (!status) throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: 'ENOENT' })
    if (status.isDirectory()) walk(path)
    else add(path, true)
  }
  return found

  function walk(folder: string): void {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (othersWork.has(entry.name)) ignore('folder of others’ work')
        else walk(path)
      } else if (!entry.isFile()) ignore('link or device')
      else if (noEvidence.test(entry.name) && !buildRecipe.test(basename(path))) ignore('program or picture')
      else add(path, false)
    }
  }

  function add(path: string, named: boolean): void {
    if (seen.has(path)) return
    seen.add(path)
    found.files.push({ name: path, path, named })
  }

  function ignore(reason: string): void {
    found.ignored.set(reason, (found.ignored.get(reason) ?? 0) + 1)
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    throw new NabijError('NABIJ_COMMAND_FILE', { path: folder, reason: (error as NodeJS.ErrnoException).code }, error)
  }
}
