import { fileURLToPath } from 'node:url'
import { simulatedPhotos } from '@nabij/adapters/camera'

const cameraProgram = fileURLToPath(new URL('../../apps/box/src/camera-main.ts', import.meta.url))

/** JPEGs of good biscuits, the same for the same seed. */
export async function biscuitPhotos(count: number, seed = 1): Promise<Uint8Array[]> {
  const photos = await simulatedPhotos({
    program: cameraProgram,
    source: { kind: 'simulator', scene: 'biscuits', seed, perSecond: 10, defectRate: 0 },
    count,
  })
  return photos.map((photo) => photo.picture)
}
