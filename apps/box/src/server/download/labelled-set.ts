import { fileName, pictureEnding, uniqueNames } from '@nabij/adapters/data-folder'
import { NabijError, type Photo, type Station, type Truth } from '@nabij/base'
import type { Stations } from '@nabij/stations'
import { maskPng } from './mask-png.ts'
import type { ZipEntry } from './zip.ts'

type Source = Pick<Stations, 'photos' | 'photoFile' | 'verdict'>

/**
 * All marked pictures of a station as MVTec AD lays them out, so that other tools can be taught and measured on them:
 * `train/good` what was brought to learn from, `test/good` and `test/<kind>` what people marked later and all bad ones,
 * `ground_truth/<kind>` where it is known which places are bad. Each product has a folder of its own; a photo that
 * is left out of teaching is left out here too, and `photos.json` says all that is known of each.
 */
export async function* labelledSet(stations: Source, station: Station): AsyncGenerator<ZipEntry> {
  const root = fileName(station.name)
  const unique = uniqueNames()
  const described: unknown[] = []
  for (const photo of await stations.photos(station.id)) {
    const product = station.products.find(({ id }) => id === photo.productId)
    const folder = [root, ...(product ? [fileName(product.name)] : [])]
    const bytes = photo.leftOut ? null : await fileOf(stations, photo)
    if (!bytes) {
      described.push({ ...photo, file: null, mask: null })
      continue
    }
    const set = setOf(photo)
    const base = fileName(photo.name.replace(/\.[A-Za-z0-9]{1,5}$/, ''))
    const path = unique([...folder, ...set, base].join('/'))
    const file = `${path}.${pictureEnding(bytes)}`
    yield { name: file, at: photo.createdAt, bytes: async () => bytes }
    const truth = photo.label === 'bad' ? await truthOf(stations, photo) : null
    const mask = truth ? `${path.replace(`/${set.join('/')}/`, `/ground_truth/${set.at(-1)}/`)}_mask.png` : null
    if (truth && mask) {
      const { width, height, createdAt: at } = photo
      yield { name: mask, at, bytes: () => maskPng(width, height, truth.regions) }
    }
    described.push({ ...photo, file, mask })
  }
  const text = `${JSON.stringify({ station: station.name, products: station.products, photos: described }, null, 2)}\n`
  yield { name: `${root}/photos.json`, at: station.createdAt, bytes: async () => new TextEncoder().encode(text) }
}

function setOf({ label, kind, verdictId }: Photo): string[] {
  if (label === 'bad') return ['test', fileName(kind === null || kind === 'good' ? 'bad' : kind)]
  return [verdictId === null ? 'train' : 'test', 'good']
}

/** Null when its file is damaged or gone: one rotten picture must not keep all the others inside. */
async function fileOf(stations: Source, photo: Photo): Promise<Uint8Array | null> {
  try {
    return await stations.photoFile(photo.id)
  } catch (error) {
    if (
      error instanceof NabijError &&
      ['NABIJ_NOT_FOUND', 'NABIJ_EVIDENCE_GONE', 'NABIJ_FILE_DAMAGED'].includes(error.code)
    )
      return null
    throw error
  }
}

/** Where the defect is, when somebody knows: what a model thought is no truth. */
async function truthOf(stations: Source, { verdictId }: Photo): Promise<Truth | null> {
  if (verdictId === null) return null
  const verdict = await stations.verdict(verdictId).catch(() => null)
  return verdict?.truth && verdict.truth.regions.length > 0 ? verdict.truth : null
}
