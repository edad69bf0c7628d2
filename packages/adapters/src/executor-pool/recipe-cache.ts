import type { RecipeFile } from '@nabij/stations'

interface Closable {
  close(): Promise<void>
}

/** Opened recipes by hash, the least used closed when they are too many or too large. */
export interface RecipeCache<R> {
  /** Opens the recipe if it is not open, and keeps it open at least until `work` has ended. */
  use<T>(file: RecipeFile, work: (recipe: R) => Promise<T>): Promise<T>
}

interface Entry<R> {
  recipe: Promise<R>
  bytes: number
  users: number
}

/** An opened recipe takes about five times the bytes of its file: this is some 700 MB at most. */
export const cacheLimits = { recipes: 12, bytes: 128 * 1024 * 1024 }

export function createRecipeCache<R extends Closable>(
  read: (file: RecipeFile) => Promise<Uint8Array>,
  open: (onnx: Uint8Array) => Promise<R>,
  limits = cacheLimits,
): RecipeCache<R> {
  // A Map keeps its order: what is used is put at the end, what stands first goes first.
  const entries = new Map<string, Entry<R>>()

  return {
    async use(file, work) {
      const entry = entries.get(file.sha256) ?? { recipe: load(file), bytes: 0, users: 0 }
      entries.delete(file.sha256)
      entries.set(file.sha256, entry)
      entry.users++
      try {
        return await work(await entry.recipe)
      } finally {
        entry.users--
        await shrink()
      }
    },
  }

  async function load(file: RecipeFile): Promise<R> {
    try {
      const onnx = await read(file)
      // Whoever opens it may take the bytes away.
      const bytes = onnx.length
      const recipe = await open(onnx)
      const entry = entries.get(file.sha256)
      if (entry) entry.bytes = bytes
      return recipe
    } catch (error) {
      // The next one tries again: the file may be there then.
      entries.delete(file.sha256)
      throw error
    }
  }

  async function shrink(): Promise<void> {
    let bytes = [...entries.values()].reduce((sum, entry) => sum + entry.bytes, 0)
    for (const [sha256, entry] of entries) {
      if (entries.size <= limits.recipes && bytes <= limits.bytes) return
      // In use, or the one used last: a single recipe may be larger than the limit.
      if (entry.users > 0 || entries.size === 1) continue
      entries.delete(sha256)
      bytes -= entry.bytes
      await entry.recipe.then((recipe) => recipe.close())
    }
  }
}
