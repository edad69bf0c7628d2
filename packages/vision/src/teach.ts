import { type Box, type Look, NabijError, type RecipeFacts } from '@nabij/base'
import { sha256 } from '@nabij/base/sha256'
import { lookOf } from './care/look.ts'
import { likeGroups } from './care/remarks.ts'
import { buildRecipe } from './graph/recipe-graph.ts'
import type { Own } from './learning/calibrate.ts'
import { factsOf, type Mode, withBad } from './learning/facts.ts'
import { learnRotating, learnStill } from './learning/learn.ts'
import { type PhotoToTeach, type Reading, readPhotos } from './learning/read-photos.ts'
import { partRotates } from './learning/rotation.ts'
import { decodingFor, type Locator, learnLocator, locating, usableRegion, viewsOf } from './locate/index.ts'
import { method } from './method.ts'
import type { ModelRuntime } from './model-runtime.ts'
import { decodeModel, type ModelProto } from './onnx/proto.ts'
import { openRecipe } from './open-recipe.ts'
import type { PictureDecoder, Pixels } from './picture.ts'

export interface TeachInput {
  /** Photos of good parts. */
  photos: PhotoToTeach[]
  /** Photos of bad parts, where there are some: they say what the limit misses, and change nothing else. */
  bad?: PhotoToTeach[]
  decoder: PictureDecoder
  /** Whether parts are looked for: as the photos suggest (auto, usual), whenever they can be found, or not at all. */
  locate?: 'auto' | 'on' | 'off'
  /** How many parts belong in each picture, where a person said so. */
  exactly?: number | null
  /** Where to look, and where not; shares of the picture. */
  region?: Box | null
  ignore?: Box[]
  runtime: ModelRuntime
  /** The ONNX file of models/efficientnet-lite0. */
  backbone: Uint8Array
  onProgress?(progress: TeachingProgress): void
  /** Looked at between two photos. */
  signal?: AbortSignal
}

export interface TeachingProgress {
  step: 'reading' | 'locating' | 'learning' | 'checking' | 'saving'
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

  const where = { region: usableRegion(input.region ?? null), ignore: input.ignore ?? [] }
  const asWhole = (size: number): Reading => ({ size, fit: 'fill', ...where })
  const reading = progress('reading', total)
  const still = await readPhotos(input.photos, decoder, asWhole(method.size.still), signal, reading)
  const wholeLooks = still.photos.map(lookOf)
  const groupsOfAll = likeGroups(wholeLooks)
  const different = firstOfEach(input.photos, still.copies)
  const {
    located,
    locate,
    crops,
    owners,
    found,
    looks: looksOfParts,
  } = await partsOf(input, where, different, (of) => progress('locating', of), signal)
  // From here on photos that show no part are not there.
  const copies = still.copies.map((photo) => found.indexOf(photo))
  const groups = found.map((photo) => groupsOfAll[photo] ?? photo)
  const rotates = !crops && new Set(groups).size > 1 && (await partRotates(runtime, backbone, still.photos, signal))
  const mode: Mode = rotates ? 'rotating' : locate?.turns ? 'turned' : 'still'
  const photos =
    mode !== 'rotating'
      ? (crops ?? still.photos)
      : (await readPhotos(different, decoder, asWhole(method.size.rotating), signal)).photos

  // Decoded as pictures to come will be: their looks are compared with these.
  const looks = looksOfParts ?? (mode === 'rotating' ? photos.map(lookOf) : wholeLooks)
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
  const good = { ...factsOf({ lesson, mode, copies, groups, looks, model }), located, locate, ...where }
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
    const decoding = decodingFor({ size: method.size[mode], locate, region: where.region })
    const pictures = await readPhotos(bad, decoder, { ...decoding, ignore: where.ignore }, signal)
    const recipe = await openRecipe(onnx, runtime)
    try {
      const scores: number[] = []
      for (const pixels of pictures.photos) {
        signal.throwIfAborted()
        const { score, parts } = await recipe.judge(pixels)
        // Where no part is found nothing passes.
        scores.push(locate && parts.length === 0 ? 1 : score)
      }
      return pictures.copies.map((place) => scores[place] ?? 0)
    } finally {
      await recipe.close()
    }
  }
}

/** Photos by which it is decided how parts lie, at most. */
const mostToLocate = 40

/** How parts are found, if they are, and what was found: crops, of each crop its photo (a place in `found`). */
interface Located extends Pick<RecipeFacts, 'located' | 'locate'> {
  crops: Pixels[] | null
  owners: number[]
  /** Places of the photos that can be taught: those in which a part was found, or all. */
  found: number[]
  /** Of the photos in `found`, as they were decoded to find parts; null when they are judged as a whole. */
  looks: Look[] | null
}

/** Looks for parts in the different photos; without, they are judged as a whole. */
async function partsOf(
  { decoder, locate: wish = 'auto', exactly = null }: TeachInput,
  where: Pick<RecipeFacts, 'region' | 'ignore'>,
  different: PhotoToTeach[],
  progress: (of: number) => () => void,
  signal: AbortSignal,
): Promise<Located> {
  const drawn = where.region ? 'region' : null
  const whole = { locate: null, crops: null, owners: [], found: different.map((_, photo) => photo), looks: null }
  if (wish === 'off') return { ...whole, located: drawn ?? 'switched-off' }
  const onPhoto = progress(different.length)
  const how: Reading = { size: locating.decodeSide, fit: 'inside', ...where }
  const step = Math.max(1, different.length / mostToLocate)
  const seen = new Map<number, Pixels>()
  for (const [photo, each] of different.entries())
    if (Math.floor(photo / step) !== Math.floor((photo - 1) / step)) seen.set(photo, await read(each))
  const { locator, located } = learnLocator([...seen.values()], { always: wish === 'on', exactly })
  // Somebody who wants parts to be looked for hears why they cannot be found.
  if (!locator) return { ...whole, located: wish === 'on' ? located : (drawn ?? located) }
  const locate = factsOfLocator(locator)
  const size = method.size[locate.turns ? 'turned' : 'still']
  const crops: Pixels[] = []
  const owners: number[] = []
  const found: number[] = []
  const looks: Look[] = []
  for (const [photo, each] of different.entries()) {
    const pixels = seen.get(photo) ?? (await read(each))
    const views = viewsOf(pixels, { size, locate, ...where })
    // Of half a part nothing is learned.
    const uncut = views.filter(({ part }) => !part?.cut)
    if (uncut.length === 0) continue
    crops.push(...uncut.map(({ pixels }) => pixels))
    owners.push(...uncut.map(() => found.length))
    found.push(photo)
    looks.push(lookOf(pixels))
  }
  const least = (wish === 'on' ? locating.agreeAlways : locating.agree) * different.length
  return found.length < least
    ? { ...whole, located: 'unclear' }
    : { located: drawn ?? located, locate, crops, owners, found, looks }

  async function read(photo: PhotoToTeach): Promise<Pixels> {
    const { photos } = await readPhotos([photo], decoder, how, signal, onPhoto)
    return photos[0] ?? { width: 0, height: 0, data: new Uint8Array() }
  }
}

function factsOfLocator({
  turns,
  parts,
  area,
  exactly = null,
  signature,
}: Locator): NonNullable<RecipeFacts['locate']> {
  return { turns, parts, model: { area, exactly, signature } }
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
