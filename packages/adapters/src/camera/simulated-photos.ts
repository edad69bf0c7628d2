import { startCameraChild } from './camera-child.ts'
import type { CameraPicture, SimulatorSource } from './messages.ts'

export interface SimulatedPhotosOptions {
  /** Path of the camera child's program: it calls `serveCamera`. */
  program: string
  source: SimulatorSource
  count: number
  /** Folder with the photos of the sample, for scenes that show photos. */
  sampleFolder?: string
}

const patienceMs = 60_000

/**
 * The first `count` pictures that a source gives, as fast as they can be made: the same for the same source.
 * @throws NabijError NABIJ_CAMERA_LOST, or what the child names when it cannot play the source.
 */
export async function simulatedPhotos(options: SimulatedPhotosOptions): Promise<CameraPicture[]> {
  const { program, source, count, sampleFolder = null } = options
  if (count <= 0) return []
  const child = startCameraChild(program, { source, sampleFolder, from: 0, paced: false }, patienceMs)
  try {
    const photos: CameraPicture[] = []
    while (photos.length < count) {
      const { picture, truth, name } = await child.next()
      photos.push({ picture, truth, name })
    }
    return photos
  } finally {
    await child.stop()
  }
}
