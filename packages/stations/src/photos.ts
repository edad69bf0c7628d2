import { NabijError, newId, type Photo } from '@nabij/base'
import type { NewPhoto, StationsPorts } from './stations.ts'
import { tidyName } from './tidy-name.ts'

/** Looks at the picture first, so that a bad one is refused when it is offered. @throws NabijError NABIJ_PICTURE_…, NABIJ_DISK_FULL. */
export async function addPhoto(ports: StationsPorts, stationId: string, photo: NewPhoto): Promise<Photo> {
  assertRoom(ports)
  const seen = await ports.executor.examine(photo.picture)
  const sha256 = await ports.blobs.put(photo.picture)
  return ports.photos.insert({
    id: newId(),
    stationId,
    label: photo.label,
    name: tidyName(photo.name),
    sha256,
    bytes: photo.picture.length,
    width: seen.width,
    height: seen.height,
    createdAt: ports.clock(),
    kind: photo.label === 'bad' ? (photo.kind ?? null) : null,
    productId: photo.productId ?? null,
    verdictId: null,
    leftOut: false,
    belongs: false,
    look: seen.look,
    remarks: [],
  })
}

export async function photoFile(ports: StationsPorts, photoId: string): Promise<Uint8Array> {
  const photo = await photoOrThrow(ports, photoId)
  return blobOrThrow(ports, photo.sha256)
}

/** @throws NabijError NABIJ_DISK_FULL when there is no room for what a person brings. */
export function assertRoom({ disk }: StationsPorts): void {
  const { freeBytes, state } = disk.state()
  if (state === 'full') throw new NabijError('NABIJ_DISK_FULL', { freeBytes })
}

export async function blobOrThrow({ blobs }: StationsPorts, sha256: string | null): Promise<Uint8Array> {
  const bytes = sha256 === null ? null : await blobs.get(sha256)
  if (!bytes) throw new NabijError('NABIJ_EVIDENCE_GONE')
  return bytes
}

export async function photoOrThrow({ photos }: StationsPorts, id: string): Promise<Photo> {
  const photo = await photos.get(id)
  if (!photo) throw new NabijError('NABIJ_NOT_FOUND', { what: `/photos/${id}` })
  return photo
}

/** The photos of one product; a station without products has those of no product. */
export function photosOf(photos: readonly Photo[], productId: string | null): Photo[] {
  return photos.filter((photo) => photo.productId === productId)
}
