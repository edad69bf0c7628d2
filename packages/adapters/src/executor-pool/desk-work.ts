import { hash, randomUUID } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MarkedPhoto, PhotoFile, RecipeFile } from '@nabij/stations'
import {
  type Corrector,
  decodingFor,
  type MarkedView,
  type ModelRuntime,
  openCorrector,
  type PartFeatures,
  type PartView,
  type PictureDecoder,
  viewsOf,
} from '@nabij/vision'
import { writeSafely } from '../safe-files.ts'
import type { FeatureCache } from './feature-cache.ts'
import { pictureKeys } from './picture-keys.ts'
import { createRecipeCache } from './recipe-cache.ts'
import type { ExecutorWork } from './serve.ts'

export interface DeskParts {
  decoder: PictureDecoder
  runtime: ModelRuntime
  read(file: RecipeFile): Promise<Uint8Array>
  cache: FeatureCache
  /** Where corrected recipes wait for their real place. */
  folder: string | null
}

/** Views kept in memory: about 300 KB each. */
const mostViews = 400

/** Corrections, checks and the nearest photos: everything that compares pictures that a person marked. */
export function deskWork({
  decoder,
  runtime,
  read,
  cache,
  folder,
}: DeskParts): Pick<ExecutorWork, 'correct' | 'check' | 'nearest'> {
  const recipes = createRecipeCache(read, (onnx) => openCorrector(onnx, runtime), { recipes: 3, bytes: 96 * 2 ** 20 })
  const views = new Map<string, PartView[]>()
  const keys = pictureKeys()

  return {
    correct: ({ base, corrections, marked, limit = null }) =>
      recipes.use(base, async (recipe) => {
        const seen = new Map<string, MarkedView>()
        const see = async (photo: MarkedPhoto) => ({ ...(await view(base, recipe, photo, seen)), ...said(photo) })
        const all = await inOrder(marked, see)
        const words = await inOrder(corrections, see)
        const { onnx, facts, checked } = await recipe.correct(words, all, limit)
        return { facts, checked, file: await write(onnx) }
      }),
    check: (file, photos) =>
      recipes.use(file, async (recipe) => {
        if (isCorrected(recipe)) return inOrder(photos, (photo) => scored(recipe, photo))
        const seen = new Map<string, MarkedView>()
        const all = await inOrder(photos, (photo) => view(file, recipe, photo, seen))
        return all.map(({ id, parts }) => ({ id, score: parts && recipe.score(parts) }))
      }),
    nearest: (file, picture, photos) =>
      recipes.use(file, async (recipe) => {
        const own = await viewOf(file, recipe, hash('sha256', picture), async () => picture)
        const seen = new Map<string, MarkedView>()
        const all = await inOrder(photos, (photo) => view(file, recipe, photo, seen))
        return recipe.nearest(own, all)
      }),
  }

  /** A picture that cannot be read any more has no parts, and spoils nothing. */
  async function view(file: RecipeFile, recipe: Corrector, { id, path }: PhotoFile, seen: Map<string, MarkedView>) {
    const found = seen.get(path)
    if (found) return { ...found, id }
    const marked = await keys
      .of(path)
      .then(async (key) => ({ key, parts: await viewOf(file, recipe, key, () => readFile(path)) }))
      .catch(() => ({ key: path, parts: null }))
    const made: MarkedView = { id, label: 'good', kind: null, ...marked }
    seen.set(path, made)
    return made
  }

  /** @param picture hash of the bytes, which are only loaded when nothing is known of them */
  async function viewOf(
    file: RecipeFile,
    recipe: Corrector,
    picture: string,
    load: () => Promise<Uint8Array>,
  ): Promise<PartView[]> {
    const name = hash('sha256', `${file.sha256} ${picture}`)
    const known = views.get(name)
    if (known) {
      views.delete(name)
      views.set(name, known)
      return known
    }
    const stored = await cache.get(name)
    const made = stored ? viewsFrom(stored, recipe.branches) : null
    const parts = made ?? (await inOrder(await featuresOf(recipe, await load(), picture), recipe.view))
    if (!made)
      await cache.put(
        name,
        parts.flatMap((part) => part.flatMap(({ rows, distances }) => [rows, distances])),
      )
    views.set(name, parts)
    for (const oldest of views.keys()) if (views.size > mostViews) views.delete(oldest)
    return parts
  }

  /** Of each part; those that were taken before from a file. */
  async function featuresOf(recipe: Corrector, bytes: Uint8Array, picture: string): Promise<PartFeatures[]> {
    const { facts } = recipe
    const { size, fit, region } = decodingFor(facts)
    const seen = viewsOf((await decoder.decode(bytes, size, fit, region)).pixels, facts)
    const { locate, ignore } = facts
    const isWhole = !locate && !region && ignore.length === 0
    const how = isWhole ? 'whole' : hash('sha256', JSON.stringify([locate, region, ignore]))
    const parts: PartFeatures[] = []
    for (const [n, { pixels }] of seen.entries()) {
      const key = hash('sha256', `${recipe.featuresKey} ${picture} ${facts.size} ${how} ${n}`)
      const kept = await cache.get(key)
      const [local, semantic] = kept ?? []
      const known = local && semantic && local.length > 0 ? { local, semantic } : null
      const features = known ?? (await recipe.features(pixels))
      if (!known) await cache.put(key, [features.local, features.semantic])
      parts.push(features)
    }
    return parts
  }

  async function scored(recipe: Corrector, { id, path }: PhotoFile): Promise<{ id: string; score: number | null }> {
    const bytes = await readFile(path).catch(() => null)
    const parts = bytes && (await featuresOf(recipe, bytes, hash('sha256', bytes)).catch(() => null))
    return { id, score: parts && (await recipe.scoreOf(parts)) }
  }

  async function write(onnx: Uint8Array): Promise<string> {
    if (folder === null) throw new Error('this executor was started without a folder to write in')
    await mkdir(join(folder, 'corrected'), { recursive: true })
    const path = join(folder, 'corrected', `${randomUUID()}.onnx`)
    await writeSafely(path, onnx)
    return path
  }
}

function said({ id, label, kind }: MarkedPhoto): Pick<MarkedView, 'id' | 'label' | 'kind'> {
  return { id, label, kind }
}

/** What a person said of it is in its graph, beyond its banks. */
function isCorrected({ facts: { corrections } }: Corrector): boolean {
  return corrections.good + corrections.bad > 0
}

function viewsFrom(lists: Float32Array[], branches: number): PartView[] | null {
  if (lists.length % (2 * branches) !== 0) return null
  const pairs = Array.from({ length: lists.length / 2 }, (_, n) => ({
    rows: lists[2 * n] ?? new Float32Array(),
    distances: lists[2 * n + 1] ?? new Float32Array(),
  }))
  return Array.from({ length: pairs.length / branches }, (_, n) => pairs.slice(n * branches, (n + 1) * branches))
}

async function inOrder<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}
