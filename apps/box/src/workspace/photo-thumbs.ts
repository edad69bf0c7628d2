import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NabijError } from '@nabij/base'
import type { Blobs, Executor, PhotoStore } from '@nabij/stations'

export interface PhotoThumbsPorts {
  /** A folder of their own; it is emptied at each start, so that none outlives its photo for long. */
  cache: string
  photos: PhotoStore
  blobs: Pick<Blobs, 'get'>
  executor: Pick<Executor, 'thumb'>
}

export interface PhotoThumbs {
  /** A small JPEG of a photo: made once by an executor, then read from disk. */
  of(photoId: string): Promise<Uint8Array>
  /** The store of photos; a photo that is removed takes its small picture along. */
  photos: PhotoStore
}

export async function openPhotoThumbs({ cache, photos, blobs, executor }: PhotoThumbsPorts): Promise<PhotoThumbs> {
  await rm(cache, { recursive: true, force: true })
  /** Several who ask at once wait for the same one. */
  const running = new Map<string, Promise<Uint8Array>>()
  const pathOf = (photoId: string): string => join(cache, photoId)

  async function make(photoId: string): Promise<Uint8Array> {
    const photo = await photos.get(photoId)
    const known = photo && (await readFile(pathOf(photo.id)).catch(() => null))
    if (known && known.length > 0) return known
    const picture = photo && (await blobs.get(photo.sha256))
    if (!picture) throw new NabijError('NABIJ_NOT_FOUND', { what: `/photos/${photoId}` })
    const thumb = await executor.thumb(picture)
    await keep(pathOf(photoId), thumb)
    return thumb
  }

  /** A cache: a full disk or a folder that somebody removed must not keep the picture from who asked for it. */
  async function keep(path: string, thumb: Uint8Array): Promise<void> {
    const half = `${path}.${randomUUID()}`
    try {
      await mkdir(cache, { recursive: true, mode: 0o700 })
      await writeFile(half, thumb, { mode: 0o600 })
      await rename(half, path)
    } catch {
      await rm(half, { force: true }).catch(() => undefined)
    }
  }

  return {
    of(photoId) {
      const work = running.get(photoId) ?? make(photoId).finally(() => running.delete(photoId))
      running.set(photoId, work)
      return work
    },
    photos: {
      ...photos,
      async remove(id) {
        await photos.remove(id)
        await running.get(id)?.catch(() => undefined)
        await rm(pathOf(id), { force: true }).catch(() => undefined)
      },
    },
  }
}
