import { NabijError, type RecipeFacts } from '@nabij/base'
import { squash } from '../graph/head.ts'
import { method } from '../method.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import { decodeModel } from '../onnx/proto.ts'
import type { Pixels } from '../picture.ts'
import { type Allowance, branchScore, noAllowance } from './branch-score.ts'
import { type Features, openFeatures } from './features-model.ts'
import { learnFrom } from './learn.ts'
import { limitFrom, promises } from './limit.ts'
import { openLocalSearch, openWhitener } from './search-models.ts'
import { joined } from './tensors.ts'

/**
 * Teaching without its slow parts, to try what a limit is worth by teaching hundreds of times: features of a photo are
 * computed once, banks, leave-one-out and limit are made by the code that `teach` uses. A still part, judged as a whole,
 * photos that are all independent.
 */
export interface Rehearsal {
  features(pixels: Pixels): Promise<Features>
  teach(photos: Features[]): Promise<Rehearsed>
  close(): Promise<void>
}

export interface Rehearsed extends Pick<RecipeFacts, 'limit' | 'promise'> {
  odd: number
  /** Anomaly scores, as the recipe would give them. */
  scores(photos: Features[]): Promise<number[]>
}

/** @throws NabijError NABIJ_RECIPE_DAMAGED (backbone) */
export async function openRehearsal(runtime: ModelRuntime, backbone: Uint8Array): Promise<Rehearsal> {
  const model = await openFeatures(runtime, readModel(backbone), { blur: true, semantic: true })
  const [localSearch, semanticSearch, whitener] = [
    await openLocalSearch(runtime, method.localWidth),
    await openLocalSearch(runtime, method.semanticWidth),
    await openWhitener(runtime, method.semanticWidth),
  ]
  return {
    features: (pixels) => model.features(pixels),
    async teach(photos) {
      const watch = { signal: new AbortController().signal, onPhoto: () => {} }
      const [locals, semantics] = [photos.map(({ local }) => local), photos.map(({ semantic }) => semantic)]
      const groups = photos.map((_, photo) => photo)
      const { learned, own } = await learnFrom({ runtime, checking: watch }, { locals, semantics }, groups)
      const { limit, odd } = limitFrom(
        own.map(({ score }) => score),
        groups,
      )
      return { limit, odd: odd.length, promise: promises(photos.length, odd.length).promise, scores }

      async function scores(judged: Features[]): Promise<number[]> {
        const { local, semantic } = learned
        const rows = { width: method.localWidth, data: joined(judged.map((each) => each.local)) }
        const fine = await localSearch.distances(rows, { width: method.localWidth, data: local.bank })
        const ratios = scoreOfEach(fine, judged.length, local)
        if (!semantic) return ratios.map((ratio) => squash(Math.max(0, ratio)))
        const deep = { width: method.semanticWidth, data: joined(judged.map((each) => each.semantic)) }
        const data = await whitener.whitened(deep, semantic.whitening)
        const width = method.semanticWidth
        const far = await semanticSearch.distances({ width, data }, { width, data: semantic.bank })
        const more = scoreOfEach(far, judged.length, { scale: semantic.scale, allowance: noAllowance })
        return ratios.map((ratio, n) => squash(Math.max(0, ratio + (more[n] ?? 0))))
      }
    },
    async close() {
      await Promise.all([model.close(), localSearch.close(), semanticSearch.close(), whitener.close()])
    },
  }
}

function scoreOfEach(
  distances: Float32Array,
  photos: number,
  { scale, allowance }: { scale: number; allowance: Allowance },
): number[] {
  const places = distances.length / photos
  return Array.from(
    { length: photos },
    (_, n) => branchScore(distances.subarray(n * places, (n + 1) * places), allowance) / scale,
  )
}

function readModel(bytes: Uint8Array) {
  try {
    return decodeModel(bytes)
  } catch (error) {
    throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: 'the backbone is no ONNX file' }, error)
  }
}
