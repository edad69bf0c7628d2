import { type ErrorCode, NabijError, type RecipeFacts } from '@nabij/base'
import type { Executor, Inspection, RecipeFile, TeachProgress } from '../ports.ts'

/** A picture is text: "0.2" has that score, "NABIJ_…" is refused with that code, "held 0.2" waits for `release`, "hang" for ever. */
export function pictureOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export interface FakeExecutor extends Executor {
  /** Every picture is answered with this error while it is set. */
  broken: ErrorCode | null
  /** Answers the pictures that are held. */
  release(): void
  /** Pictures that it was asked about, with the recipe. */
  asked: { picture: string; sha256: string }[]
  /** Most pictures that it had at the same time. */
  most: number
  teachings: Teaching[]
}

interface Teaching {
  photos: string[]
  out: string
  signal: AbortSignal
  progress(progress: TeachProgress): void
  finish(facts?: Partial<RecipeFacts>): void
  fail(error: Error): void
}

export function fakeExecutor(): FakeExecutor {
  const held = new Set<() => void>()
  let now = 0

  async function answer(text: string): Promise<Inspection> {
    if (text.startsWith('hang')) await new Promise(() => undefined)
    if (text.startsWith('held')) await new Promise<void>((resolve) => held.add(resolve))
    if (executor.broken) throw new NabijError(executor.broken)
    if (text.startsWith('NABIJ_')) throw new NabijError(text as ErrorCode)
    const ms = { decode: 1, model: 2, total: 3 }
    const score = Number(text.split(' ')[1] ?? text)
    return { score, regions: [], width: 640, height: 480, map: pictureOf(`map of ${text}`), ms }
  }

  const executor: FakeExecutor = {
    broken: null,
    asked: [],
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
        return await answer(text)
      } finally {
        now -= 1
      }
    },
    async examine(picture) {
      await answer(new TextDecoder().decode(picture))
      return { format: 'jpeg', width: 640, height: 480 }
    },
    teach(photos, out, onProgress, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<RecipeFacts>()
      executor.teachings.push({
        photos: photos.map((photo) => photo.id),
        out,
        signal,
        progress: onProgress,
        finish: (facts) => resolve(someFacts(facts)),
        fail: reject,
      })
      return promise
    },
    async readRecipe(path) {
      if (path.includes('foreign')) throw new NabijError('NABIJ_RECIPE_FOREIGN', { reason: path })
      return someFacts()
    },
    status: () => ({ running: 1, restarts: 0 }),
    stop: async () => undefined,
  }
  return executor
}

export function someFacts(facts: Partial<RecipeFacts> = {}): RecipeFacts {
  return {
    format: 'nabij-inspection/1',
    size: 224,
    mode: 'still',
    photos: 20,
    rows: { local: 10, semantic: 10 },
    limit: 0.5,
    mapLimit: 0.5,
    goodScores: [],
    oddOnes: [],
    promise: null,
    next: null,
    model: { name: 'fake', sha256: '0' },
    ...facts,
  }
}
