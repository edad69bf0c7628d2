import type { Photo } from '@nabij/base'
import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { keys } from '../../api/cache.ts'
import { uploadPhoto } from '../../api/upload.ts'
import { useApi } from '../../app/workspace.ts'
import { createUploadQueue, type Upload, type UploadQueue } from './upload-queue.ts'

/** What the photos that are sent show. */
export interface Shown {
  label: 'good' | 'bad'
  kind: string | null
  product: string | null
}

/** Sends photos to a station; what has arrived appears among the station's photos. */
export function useUploads(
  stationId: string,
  shown: Shown,
): { uploads: Upload[] } & Pick<UploadQueue, 'add' | 'clear'> {
  const { base } = useApi()
  const client = useQueryClient()
  // A file is what was chosen when it was added, whatever is chosen while it waits.
  const [about] = useState(() => new WeakMap<File, Shown>())
  const [queue] = useState(() =>
    createUploadQueue((file, tell) => uploadPhoto(base, stationId, file, tell, about.get(file)), taken),
  )
  const uploads = useSyncExternalStore(queue.subscribe, queue.uploads)
  const add = (files: File[]): void => {
    for (const file of files) about.set(file, shown)
    queue.add(files)
  }
  return { uploads, add, clear: queue.clear }

  function taken(photo: Photo): boolean {
    const key = keys.photos(base, stationId)
    const known = client.getQueryData<Photo[]>(key) ?? []
    if (known.some(({ id }) => id === photo.id)) return false
    client.setQueryData<Photo[]>(key, [...known, photo])
    return true
  }
}
