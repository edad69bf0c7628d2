import { readFile } from 'node:fs/promises'
import { readMask, sharpDecoder } from '@nabij/adapters/sharp'
import type { Inspection } from '@nabij/stations'
import { evaluatePixels } from '@nabij/vision'
import type { LabelledSet } from '../labelled-sets.ts'

/** Maps and masks are compared at this many pixels on a side, aspect not kept. */
const side = 256

/** Pixel AUROC and per-region overlap over the good photos and the bad ones that have a mask; null without masks. */
export async function pixelFigures(
  { bad, masks }: LabelledSet,
  answers: { good: Inspection[]; bad: Inspection[] },
): Promise<{ auroc: number; pro: number } | null> {
  if (masks.size === 0) return null
  const none = new Uint8Array(side * side)
  const good = await Promise.all(answers.good.map(async ({ map }) => ({ map: await grey(map), mask: none })))
  const masked = bad.flatMap((file, index) => {
    const [mask, answer] = [masks.get(file), answers.bad[index]]
    return mask === undefined || !answer ? [] : [{ mask, map: answer.map }]
  })
  const marked = await Promise.all(
    masked.map(async ({ mask, map }) => ({ map: await grey(map), mask: await readMask(await readFile(mask), side) })),
  )
  return evaluatePixels([...good, ...marked.filter(({ mask }) => mask.includes(1))], side)
}

async function grey(picture: Uint8Array): Promise<Uint8Array> {
  const { data } = (await sharpDecoder().decode(picture, side)).pixels
  return data.filter((_, index) => index % 3 === 0)
}
