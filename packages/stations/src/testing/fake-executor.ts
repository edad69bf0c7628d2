import { type ErrorCode, NabijError, type RecipeFacts } from '@nabij/base'
import type {
  CorrectionOrder,
  Executor,
  Inspection,
  MarkedPhoto,
  PartInspection,
  RecipeFile,
  TeachProgress,
} from '../ports.ts'
import { someFacts, someLook } from './some-facts.ts'

/**
 * A picture is text: "0.2" has that score, "parts 0.1 0.7" shows two parts, "NABIJ_…" is refused with that code,
 * "held 0.2" waits for `release`, "hang" for ever.
 */
export function pictureOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export interface FakeExecutor extends Executor {
  /** Every picture is answered with this error while it is set. */
  broken: ErrorCode | null
  /** Merged into every inspection. */
  more: Partial<Inspection>
  /** Score of a picture under a recipe where it is not what the picture says. */
  scoreOf(text: string, sha256: string): number | undefined
  /** Codes that can be read in a picture. */
  codesOf(text: string): string[]
  /** Where it leaves a file that it writes. */
  write(path: string, text: string): void
  /** Facts of recipes that it reads. */
  facts: Partial<RecipeFacts>
  /** Answers the pictures that are held. */
  release(): void
  /** Pictures that it was asked about, with the recipe. */
  asked: { picture: string; sha256: string }[]
  /** Orders for corrections. */
  corrected: string[]
  /** The same, as they were given. */
  orders: CorrectionOrder[]
  /** Pictures of which nothing that was said can be followed. */
  contradicts(text: string): boolean
  /** While set, corrections wait for it. */
  holdCorrect: Promise<void> | null
  /** Most pictures that it had at the same time. */
  most: number
  teachings: Teaching[]
}

interface Teaching {
  photos: string[]
  /** Labels and kinds of the photos, in their order. */
  marked: MarkedPhoto[]
  out: string
  signal: AbortSignal
  progress(progress: TeachProgress): void
  finish(facts?: Partial<RecipeFacts>): void
  fail(error: Error): void
}

const textAt = (path: string): string => path.replace(/^blobs\/sha of /, '')

/** What a corrected recipe learned of a picture: it stands in the recipe's name. */
function learned(text: string, sha256: string): number | undefined {
  const words = sha256.split(' + ').slice(1)
  const word = words.findLast((one) => one.endsWith(`:${text}`))
  if (word) return word.startsWith('good') ? 0.05 : 0.95
  return undefined
}

export function fakeExecutor(): FakeExecutor {
  const held = new Set<() => void>()
  let now = 0

  function scoreOf(text: string, sha256: string): number {
    return executor.scoreOf(text, sha256) ?? learned(text, sha256) ?? Number(text.split(' ')[1] ?? text)
  }

  async function answer(text: string, sha256: string): Promise<Inspection> {
    if (text.startsWith('hang')) await new Promise(() => undefined)
    if (text.startsWith('held')) await new Promise<void>((resolve) => held.add(resolve))
    if (executor.broken) throw new NabijError(executor.broken)
    if (text.startsWith('NABIJ_')) throw new NabijError(text as ErrorCode)
    const parts = text.startsWith('parts') ? text.split(' ').slice(1).map(Number).map(partOf) : []
    return {
      score: text.startsWith('parts') ? Math.max(0, ...parts.map((part) => part.score)) : scoreOf(text, sha256),
      regions: parts.flatMap((part) => part.regions),
      parts,
      layers: null,
      kind: null,
      look: someLook,
      width: 640,
      height: 480,
      map: pictureOf(`map of ${text}`),
      thumb: pictureOf(`thumb of ${text}`),
      ms: { decode: 1, locate: 0, model: 2, total: 3 },
      ...executor.more,
    }
  }

  async function check(recipe: RecipeFile, photos: { id: string; path: string }[]) {
    return photos.map(({ id, path }) => {
      const score = scoreOf(textAt(path), recipe.sha256)
      return { id, score: Number.isFinite(score) ? score : null }
    })
  }

  const executor: FakeExecutor = {
    broken: null,
    more: {},
    scoreOf: () => undefined,
    codesOf: () => [],
    write: () => undefined,
    facts: {},
    asked: [],
    corrected: [],
    orders: [],
    contradicts: () => false,
    holdCorrect: null,
    most: 0,
    teachings: [],
    release() {
      for (const resolve of held) resolve()
      held.clear()
    },
    async inspect(recipe: RecipeFile, picture) {
      const text = new TextDecoder().decode(picture)
      executor.asked.push({ picture: text, sha256: recipe.sha256 })
      now += 1
      executor.most = Math.max(executor.most, now)
      try {
        return await answer(text, recipe.sha256)
      } finally {
        now -= 1
      }
    },
    async examine(picture) {
      const { width, height } = await answer(new TextDecoder().decode(picture), '')
      return { format: 'jpeg', width, height, look: { ...someLook, ...executor.more.look } }
    },
    teach(lesson, out, onProgress, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<RecipeFacts>()
      executor.teachings.push({
        photos: lesson.photos.map((photo) => photo.id),
        marked: lesson.photos,
        out,
        signal,
        progress: onProgress,
        finish: (facts) => resolve(someFacts(facts)),
        fail: reject,
      })
      return promise
    },
    async correct(order, out) {
      const { base, corrections, marked } = order
      executor.orders.push(order)
      await executor.holdCorrect
      if (executor.broken) throw new NabijError(executor.broken)
      if (corrections.some(({ path }) => executor.contradicts(textAt(path))))
        throw new NabijError('NABIJ_CORRECTION_CONTRADICTS', { id: '' })
      const words = corrections.map(({ label, path }) => `${label}:${textAt(path)}`)
      const name = [base.sha256, ...words].join(' + ')
      executor.corrected.push(name)
      executor.write(out, name.replace(/^sha of /, ''))
      const count = (label: string): number => corrections.filter((one) => one.label === label).length
      const facts = someFacts({ ...executor.facts, corrections: { good: count('good'), bad: count('bad') } })
      return { facts, checked: await check({ sha256: name, path: out }, marked) }
    },
    check,
    thumb: async (picture) => pictureOf(`thumb of ${new TextDecoder().decode(picture)}`),
    async nearest(_recipe, _picture, photos) {
      return photos.slice(0, 3).map(({ id }, index) => ({ id, distance: index + 1 }))
    },
    async codes(picture) {
      return executor.codesOf(new TextDecoder().decode(picture))
    },
    async readRecipe(path) {
      if (path.includes('foreign')) throw new NabijError('NABIJ_RECIPE_FOREIGN', { reason: path })
      return someFacts(executor.facts)
    },
    status: () => ({ running: 1, restarts: 0, residentBytes: 0, peakBytes: 0 }),
    stop: async () => undefined,
  }
  return executor
}

function partOf(score: number, index: number): PartInspection {
  const box = { x: index / 10, y: 0, w: 0.1, h: 0.1 }
  return { box, outline: [], angle: 0, cut: false, score, regions: [{ ...box, score, area: 0.001 }], layers: null }
}
