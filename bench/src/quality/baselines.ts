import { readFile } from 'node:fs/promises'
import { sharpDecoder } from '@nabij/adapters/sharp'
import type { LabelledSet } from '../labelled-sets.ts'
import type { Scores } from './intervals.ts'

const side = 64

/** The plainest methods that there are: what does not beat them has learned nothing. */
export interface Baselines {
  /** Distance to the mean of the taught photos, pixel by pixel. */
  meanImage: Scores
  /** How much brighter or darker than the taught photos. */
  brightness: Scores
}

/** Pixels are read once a photo and kept for the next draw. */
export function openBaselines(): (taught: string[], set: LabelledSet) => Promise<Baselines> {
  const kept = new Map<string, Uint8Array>()
  return async (taught, set) => {
    const photos = await all(taught)
    const mean = new Float64Array(side * side * 3)
    for (const data of photos) for (let n = 0; n < mean.length; n++) mean[n] = (mean[n] ?? 0) + (data[n] ?? 0)
    for (let n = 0; n < mean.length; n++) mean[n] = (mean[n] ?? 0) / photos.length
    const light = brightnessOf(mean)
    const [good, bad] = [await all(set.good), await all(set.bad)]
    const scores = (score: (data: Uint8Array) => number): Scores => ({ good: good.map(score), bad: bad.map(score) })
    return {
      meanImage: scores((data) => mean.reduce((sum, value, n) => sum + ((data[n] ?? 0) - value) ** 2, 0)),
      brightness: scores((data) => Math.abs(brightnessOf(data) - light)),
    }
  }

  async function all(files: string[]): Promise<Uint8Array[]> {
    const pictures: Uint8Array[] = []
    for (const file of files) {
      const known = kept.get(file) ?? (await sharpDecoder().decode(await readFile(file), side)).pixels.data
      kept.set(file, known)
      pictures.push(known)
    }
    return pictures
  }
}

function brightnessOf(data: ArrayLike<number>): number {
  let sum = 0
  for (let n = 0; n < data.length; n++) sum += data[n] ?? 0
  return sum / data.length
}
