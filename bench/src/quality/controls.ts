import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { encodeJpeg, sharpDecoder } from '@nabij/adapters/sharp'
import type { LabelledSet } from '../labelled-sets.ts'
import { dealt } from './draws.ts'
import { aurocOf, meanOf, type Scores } from './intervals.ts'
import { type Bench, judgeFiles, teachFiles } from './runner.ts'

/** Two checks of the measuring itself, on one draw. */
export interface Controls {
  set: string
  /** Mean AUROC when labels are dealt out at random: must be near one half. */
  shuffled: number
  /** AUROC as it is, and with every picture, taught and judged, decoded and encoded in the same way. */
  asTheyAre: number
  encodedAlike: number
}

const deals = 200
/** What separates must be the part, not how its file was made. */
const side = 1024

/** @param known scores of the same draw, where it was judged before */
export async function controlsOf(
  bench: Bench,
  set: LabelledSet,
  taught: string[],
  known: Scores | null,
): Promise<Controls> {
  const scores = known ?? (await scoresOf(bench, set, taught))
  const folder = join(bench.folder, 'alike')
  await mkdir(folder)
  try {
    const alike = async (files: string[], kind: string) => {
      const written: string[] = []
      for (const [index, file] of files.entries()) {
        const { pixels } = await sharpDecoder().decode(await readFile(file), side, 'inside')
        const path = join(folder, `${kind}-${index}-${basename(file)}.jpg`)
        await writeFile(path, await encodeJpeg(pixels))
        written.push(path)
      }
      return written
    }
    const copy = { ...set, good: await alike(set.good, 'good'), bad: await alike(set.bad, 'bad') }
    const again = await scoresOf(bench, copy, await alike(taught, 'taught'))
    return {
      set: set.name,
      shuffled: meanOf(Array.from({ length: deals }, (_, deal) => aurocOf(dealt(scores.good, scores.bad, deal)))),
      asTheyAre: aurocOf(scores),
      encodedAlike: aurocOf(again),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function scoresOf({ executor, folder, signal }: Bench, set: LabelledSet, taught: string[]) {
  const { recipe } = await teachFiles(executor, taught, { folder, name: 'control.onnx' }, signal)
  const judge = async (files: string[]) => (await judgeFiles(executor, recipe, files, signal)).map(({ score }) => score)
  return { good: await judge(set.good), bad: await judge(set.bad) }
}
