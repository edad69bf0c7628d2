import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { NabijError, Truth } from '@nabij/base'
import type { CameraPicture } from './messages.ts'

/** Photos from a folder, shown in an order that only `random` decides. */
export interface PhotoShow {
  next(): Promise<CameraPicture>
}

interface ShownPhoto {
  file: string
  truth: Truth
}

/**
 * Shows the photos that `photos.json` in the folder lists under `show`: each once, then all again in another order.
 * @param from how many to pass over before the first.
 * @throws NabijError NABIJ_SAMPLE_DAMAGED when the list or a photo is not there.
 */
export async function photoShow(options: {
  folder: string
  defectRate: number
  /** 0 ≤ x < 1, seeded. */
  random(): number
  from: number
}): Promise<PhotoShow> {
  const { folder, defectRate, random, from } = options
  const photos = await readList(folder)
  const good = deck(photos.filter(({ truth }) => truth.defect === null))
  const bad = deck(photos.filter(({ truth }) => truth.defect !== null))
  const draw = (): ShownPhoto => (random() < defectRate ? bad(random) : good(random))
  for (let passed = 0; passed < from; passed++) draw()
  return {
    async next() {
      const { file, truth } = draw()
      return { picture: await readPart(folder, file), truth, name: file }
    },
  }
}

/** Deals all photos once, then shuffles them again. */
function deck(photos: ShownPhoto[]): (random: () => number) => ShownPhoto {
  let left: ShownPhoto[] = []
  return (random) => {
    if (left.length === 0) left = [...photos]
    const [drawn] = left.splice(Math.floor(random() * left.length), 1)
    if (!drawn) throw new NabijError('NABIJ_SAMPLE_DAMAGED', { file: 'photos.json' })
    return drawn
  }
}

async function readList(folder: string): Promise<ShownPhoto[]> {
  const text = await readPart(folder, 'photos.json')
  try {
    const { show } = JSON.parse(new TextDecoder().decode(text)) as { show: { file: string }[] }
    return show.map((photo) => ({ file: basename(photo.file), truth: Truth.parse(photo) }))
  } catch (error) {
    throw new NabijError('NABIJ_SAMPLE_DAMAGED', { file: 'photos.json' }, error)
  }
}

async function readPart(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, file))
  } catch (error) {
    throw new NabijError('NABIJ_SAMPLE_DAMAGED', { file }, error)
  }
}
