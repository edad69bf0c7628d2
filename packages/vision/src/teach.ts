import { NabijError, type RecipeFacts } from '@nabij/base'
import { lookOf } from './care/look.ts'
import { likeGroups } from './care/remarks.ts'
import { buildRecipe } from './graph/recipe-graph.ts'
import type { Own } from './learning/calibrate.ts'
import { factsOf, type Mode, withBad } from './learning/facts.ts'
import { learnRotating, learnStill } from './learning/learn.ts'
import { type PhotoToTeach, readPhotos } from './learning/read-photos.ts'
import { partRotates } from './learning/rotation.ts'
import { decodingFor, type Locator, learnLocator, locating, viewsOf } from './locate/index.ts'
import { method } from './method.ts'
import type { ModelRuntime } from './model-runtime.ts'
import { decodeModel, type ModelProto } from './onnx/proto.ts'
import { openRecipe } from './open-recipe.ts'
import type { PictureDecoder, Pixels } from './picture.ts'
import { sha256 } from './sha256.ts'

export interface TeachInput {
  /** Photos of good parts. */
  photos: PhotoToTeach[]
  /** Photos of bad parts, where there are some: they say what the limit misses, and change nothing else. */
  bad?: PhotoToTeach[]
  decoder: PictureDecoder
  /** Whether parts are looked for: as the photos suggest (auto, usual), whenever they can be found, or not at all. */
  locate?: 'auto' | 'on' | 'off'
  runtime: ModelRuntime
  /** The ONNX file of models/efficientnet-lite0. */
  backbone: Uint8Array
  onProgress?(progress: TeachingProgress): void
  /** Looked at between two photos. */
  signal?: AbortSignal
}

export interface TeachingProgress {
  step: 'reading' | 'learning' | 'checking' | 'saving'
  done: number
  total: number
}

/**
 * Learns what good looks like: features of the photos as a bank, and from each photo's score against the others the
 * limit. Decides by itself whether the part rotates.
 * @returns the recipe as one ONNX file (pixels in, score and map out) and what it says about itself
 * @throws NabijError NABIJ_RECIPE_NO_PHOTOS, NABIJ_PICTURE_… (with the photo's place), NABIJ_RECIPE_DAMAGED (backbone);
 *   the signal's reason when it aborts
 */
export async function teach(input: TeachInput): Promise<{ onnx: Uint8Array; facts: RecipeFacts }> {
  const { runtime, decoder, signal = new AbortController().signal } = input
  if (input.photos.length === 0) throw new NabijError('NABIJ_RECIPE_NO_PHOTOS')
  const backbone = readBackbone(input.backbone)
  const total = input.photos.length
  const progress = (step: TeachingProgress['step'], of: number) =>
    counter((done) => input.onProgress?.({ step, done, total: of }))

  const reading = progress('reading', total)
  const still = await readPhotos(input.photos, decoder, method.size.still, signal, reading)
  const { copies } = still
  const looks = still.photos.map(lookOf)
  const groups = likeGroups(looks)
  const { located, locate, crops, owners } = await partsOf(input, copies, signal)
  const rotates = !crops && new Set(groups).size > 1 && (await partRotates(runtime, backbone, still.photos, signal))
  const mode: Mode = rotates ? 'rotating' : locate?.turns ? 'turned' : 'still'
  const photos =
    mode !== 'rotating'
      ? (crops ?? still.photos)
      : (await readPhotos(firstOfEach(input.photos, copies), decoder, method.size.rotating, signal, () => {})).photos

  const branches = mode === 'rotating' ? 1 : 2
  const tools = {
    runtime,
    backbone,
    learning: { signal, onPhoto: progress('learning', photos.length) },
    checking: { signal, onPhoto: progress('checking', photos.length * branches) },
  }
  // Parts of one photo are not independent of one another: they share its group.
  const rowGroups = owners.length > 0 ? owners.map((photo) => groups[photo] ?? photo) : groups
  const ofRows = await (mode === 'rotating'
    ? learnRotating(tools, photos, groups)
    : learnStill(tools, photos, rowGroups, mode))
  const lesson = crops ? { ...ofRows, own: worstParts(ofRows.own, owners) } : ofRows
  signal.throwIfAborted()
  const model = { name: backbone.graph.name, sha256: await sha256(input.backbone) }
  const good = { ...factsOf({ lesson, mode, copies, groups, looks, model }), located, locate }
  const badScores = input.bad?.length ? await scoresOf(input.bad, buildRecipe(backbone, lesson.learned, good)) : []
  const saving = progress('saving', 1)
  const facts = withBad(
    good,
    badScores,
    worstOfEach(
      lesson.own.map(({ score }) => score),
      groups,
    ),
  )
  const onnx = buildRecipe(backbone, lesson.learned, facts)
  saving()
  return { onnx, facts }

  /** By the recipe itself: none of them was taught. */
  async function scoresOf(bad: PhotoToTeach[], onnx: Uint8Array): Promise<number[]> {
    const { size, fit } = decodingFor({ size: method.size[mode], locate })
    const pictures = await readPhotos(bad, decoder, size, signal, () => {}, fit)
    const recipe = await openRecipe(onnx, runtime)
    try {
      const scores: number[] = []
      for (const pixels of pictures.photos) {
        signal.throwIfAborted()
        scores.push((await recipe.judge(pixels)).score)
      }
      return pictures.copies.map((place) => scores[place] ?? 0)
    } finally {
      await recipe.close()
    }
  }
}

/** Photos by which it is decided how parts lie, at most. */
const mostToLocate = 40

/** Crops of all parts of the different photos, and of each crop its photo; null when the photos are judged as a whole. */
async function partsOf(
  { photos, decoder, locate: wish = 'auto' }: TeachInput,
  copies: number[],
  signal: AbortSignal,
): Promise<Pick<RecipeFacts, 'located' | 'locate'> & { crops: Pixels[] | null; owners: number[] }> {
  const whole = { locate: null, crops: null, owners: [] }
  if (wish === 'off') return { ...whole, located: 'switched-off' }
  const different = firstOfEach(photos, copies)
  const { decodeSide } = locating
  const step = Math.max(1, different.length / mostToLocate)
  const some = different.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step))
  const seen = (await readPhotos(some, decoder, decodeSide, signal, () => {}, 'inside')).photos
  const { locator, located } = learnLocator(seen)
  if (!locator) return { ...whole, located }
  const locate = factsOfLocator(locator)
  const crops: Pixels[] = []
  const owners: number[] = []
  for (const [photo, each] of different.entries()) {
    const read = await readPhotos([each], decoder, decodeSide, signal, () => {}, 'inside')
    const views = read.photos.flatMap((pixels) => viewsOf(pixels, { size: method.size[locate.turns ? 'turned' : 'still'], locate }))
    // A good photo in which nothing is found says that finding cannot be relied on.
    if (views.length === 0) return { ...whole, located: 'unclear' }
    crops.push(...views.map(({ pixels }) => pixels))
    owners.push(...views.map(() => photo))
  }
  return { located, locate, crops, owners }
}

function factsOfLocator({ turns, parts, area, signature }: Locator): NonNullable<RecipeFacts['locate']> {
  return { turns, parts, model: { area, signature } }
}

/** Of each photo what its worst part scores. */
function worstParts(own: Own[], owners: number[]): Own[] {
  const worst: Own[] = []
  for (const [row, each] of own.entries()) {
    const photo = owners[row] ?? 0
    const known = worst[photo]
    worst[photo] = known
      ? {
          score: Math.max(known.score, each.score),
          peak: Math.max(known.peak, each.peak),
          whole: Math.max(known.whole, each.whole),
        }
      : each
  }
  return worst
}

/** Photos of one group are one part, with the score of its worst photo. */
function worstOfEach(scores: number[], groups: number[]): number[] {
  const worst = new Map<number, number>()
  for (const [photo, score] of scores.entries()) {
    const group = groups[photo] ?? photo
    worst.set(group, Math.max(score, worst.get(group) ?? 0))
  }
  return [...worst.values()]
}

function readBackbone(bytes: Uint8Array): ModelProto {
  try {
    return decodeModel(bytes)
  } catch (error) {
    throw new NabijError('NABIJ_RECIPE_DAMAGED', { reason: 'the backbone is no ONNX file' }, error)
  }
}

function firstOfEach(photos: PhotoToTeach[], copies: number[]): PhotoToTeach[] {
  return photos.filter((_, index) => copies.indexOf(copies[index] ?? 0) === index)
}

function counter(report: (done: number) => void): () => void {
  let done = 0
  report(done)
  return () => report(++done)
}
