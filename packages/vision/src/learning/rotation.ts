import { method } from '../method.ts'
import type { ModelRuntime } from '../model-runtime.ts'
import type { ModelProto } from '../onnx/proto.ts'
import type { Pixels } from '../picture.ts'
import { largestMean } from './branch-score.ts'
import { openFeatures } from './features-model.ts'
import { openLocalSearch } from './search-models.ts'
import { joined } from './tensors.ts'
import { turned } from './turned.ts'

const { angles, clear, least, most, threshold } = method.rotation

/**
 * Whether the part lies in every direction, from good photos alone: when turning the *other* photos makes each photo
 * much better explained, it does. For parts that do not turn, turned references would only hide defects.
 */
export async function partRotates(
  runtime: ModelRuntime,
  backbone: ModelProto,
  photos: Pixels[],
  signal: AbortSignal,
): Promise<boolean> {
  if (photos.length < least) return false
  const model = await openFeatures(runtime, backbone, { blur: false, semantic: false })
  const search = await openLocalSearch(runtime, method.localWidth)
  const still: Float32Array[] = []
  const inAllDirections: Float32Array[] = []
  try {
    const chosen = spread(photos, most)
    await turn(chosen.slice(0, least))
    if (chosen.length > least) {
      if ((await ratio()) > clear) return false
      await turn(chosen.slice(least))
    }
    return (await ratio()) < threshold
  } finally {
    await Promise.all([model.close(), search.close()])
  }

  async function turn(some: Pixels[]): Promise<void> {
    for (const photo of some) {
      signal.throwIfAborted()
      const directions: Float32Array[] = []
      for (const angle of angles) directions.push((await model.features(turned(photo, angle))).local)
      still.push(directions[0] ?? new Float32Array())
      inAllDirections.push(joined(directions))
    }
  }

  async function ratio(): Promise<number> {
    return (await meanOwnScore(still, inAllDirections)) / (await meanOwnScore(still, still))
  }

  /** Mean leave-one-out score with the other photos' `references`. */
  async function meanOwnScore(queries: Float32Array[], references: Float32Array[]): Promise<number> {
    let sum = 0
    for (const [own, query] of queries.entries()) {
      signal.throwIfAborted()
      const bank = joined(references.filter((_, photo) => photo !== own))
      const rows = { width: method.localWidth, data: query }
      sum += largestMean(await search.distances(rows, { width: method.localWidth, data: bank }))
    }
    return sum / queries.length
  }
}

/** At most `count` photos from all over the list: first every other one of them, then those between. */
function spread(photos: Pixels[], count: number): Pixels[] {
  const even = Array.from({ length: Math.min(count, photos.length) }, (_, n) => n)
  const order = [...even.filter((n) => n % 2 === 0), ...even.filter((n) => n % 2 === 1)]
  return order.flatMap((n) => photos[Math.floor((n * photos.length) / even.length)] ?? [])
}
