import type { RecipeFile } from '@nabij/stations'
import { describe, expect, it } from 'vitest'
import { createRecipeCache } from './recipe-cache.ts'

function cacheOf(limits: { recipes: number; bytes: number }) {
  const opened: number[] = []
  const closed: number[] = []
  const open = async ([name = 0]: Uint8Array) => {
    if (name === 255) throw new Error('damaged')
    opened.push(name)
    return { name, close: async () => void closed.push(name) }
  }
  // The path says which byte the file starts with and how long it is.
  const read = async ({ path }: RecipeFile) =>
    new Uint8Array(Number(path.split(' ')[1])).fill(Number(path.split(' ')[0]))
  const cache = createRecipeCache(read, open, limits)
  const use = (name: number, bytes = 10) =>
    cache.use({ sha256: `${name}`, path: `${name} ${bytes}` }, async (recipe) => recipe.name)
  return { cache, use, opened, closed }
}

describe('a cache of recipes', () => {
  it('opens a recipe once, also for two that want it at the same time', async () => {
    const { use, opened } = cacheOf({ recipes: 4, bytes: 1000 })
    expect(await Promise.all([use(1), use(1)])).toEqual([1, 1])
    expect(await use(1)).toBe(1)
    expect(opened).toEqual([1])
  })

  it('closes those that were not used for longest when they are too many', async () => {
    const { use, closed } = cacheOf({ recipes: 2, bytes: 1000 })
    for (const name of [1, 2, 1, 3]) await use(name)
    expect(closed).toEqual([2])
  })

  it('closes by size as well, but keeps one that alone is too large', async () => {
    const { use, opened, closed } = cacheOf({ recipes: 9, bytes: 100 })
    await use(1, 60)
    await use(2, 60)
    expect(closed).toEqual([1])
    await use(3, 500)
    await use(3, 500)
    expect(opened).toEqual([1, 2, 3])
  })

  it('never closes what is in use', async () => {
    const { cache, use, closed } = cacheOf({ recipes: 1, bytes: 1000 })
    await cache.use({ sha256: '1', path: '1 10' }, async () => {
      await use(2)
      expect(closed).not.toContain(1)
    })
    await use(3)
    expect(closed).toContain(1)
  })

  it('tries again to open what could not be opened', async () => {
    const { use, cache } = cacheOf({ recipes: 2, bytes: 1000 })
    await expect(use(255)).rejects.toThrow('damaged')
    const mended = cache.use({ sha256: '255', path: '1 10' }, async (recipe) => recipe.name)
    expect(await mended).toBe(1)
  })
})
