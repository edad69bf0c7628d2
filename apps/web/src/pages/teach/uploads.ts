import type { Photo } from '@nabij/base'
import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { keys } from '../../api/cache.ts'
import { uploadPhoto } from '../../api/upload.ts'
import { useApi } from '../../app/workspace.ts'
import { createUploadQueue, type Upload, type UploadQueue } from './upload-queue.ts'

/** Sends photos to a station; what has arrived appears among the station's photos. */
export function useUploads(stationId: string): { uploads: Upload[] } & Pick<UploadQueue, 'add' | 'clear'> {
  const { base } = useApi()
  const client = useQueryClient()
  const [queue] = useState(() => createUploadQueue((file, tell) => uploadPhoto(base, stationId, file, tell), taken))
  const uploads = useSyncExternalStore(queue.subscribe, queue.uploads)
  return { uploads, add: queue.add, clear: queue.clear }

  function taken(photo: Photo): boolean {
    const key = keys.photos(base, stationId)
    const known = client.getQueryData<Photo[]>(key) ?? []
    if (known.some(({ id }) => id === photo.id)) return false
    client.setQueryData<Photo[]>(key, [...known, photo])
    return true
  }
}
