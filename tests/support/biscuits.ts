import { fileURLToPath } from 'node:url'
import { simulatedPhotos } from '@nabij/adapters/camera'

const cameraProgram = fileURLToPath(new URL('../../apps/box/src/camera-main.ts', import.meta.url))

export interface Biscuit {
  picture: Uint8Array
  /** Null: a good one. */
  defect: string | null
}

/** JPEGs of biscuits, the same for the same seed. */
export async function biscuits(count: number, seed: number, defectRate: number): Promise<Biscuit[]> {
  const photos = await simulatedPhotos({
    program: cameraProgram,
    source: { kind: 'simulator', scene: 'biscuits', seed, perSecond: 10, defectRate },
    count,
  })
  return photos.map(({ picture, truth }) => ({ picture, defect: truth?.defect ?? null }))
}

/** JPEGs of good ones. */
export async function biscuitPhotos(count: number, seed = 1): Promise<Uint8Array[]> {
  return (await biscuits(count, seed, 0)).map(({ picture }) => picture)
}
