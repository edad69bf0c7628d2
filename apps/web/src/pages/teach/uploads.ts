import type { Photo } from '@nabij/base'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { keys } from '../../api/cache.ts'
import { uploadPhoto } from '../../api/upload.ts'
import { useApi } from '../../app/workspace.ts'

/** A file on its way to the box, or one that the box did not take. */
export interface Upload {
  key: number
  name: string
  /** Picture to look at meanwhile (an object URL). */
  preview: string
  /** How much has been sent, 0 to 1. */
  share: number
  state: 'waiting' | 'sending' | 'refused' | 'twice'
  error: unknown
}

/** More at a time do not make it faster: the box looks at each photo before it answers. */
const atOnce = 3

export interface Uploads {
  uploads: Upload[]
  add: (files: File[]) => void
  /** Forgets what was refused or was there already. */
  clear: () => void
}

/** Sends photos to a station, a few at a time; what has arrived appears among the station's photos. */
export function useUploads(stationId: string): Uploads {
  const api = useApi()
  const client = useQueryClient()
  const [uploads, setUploads] = useState<Upload[]>([])
  const waiting = useRef<{ upload: Upload; file: File }[]>([])
  const busy = useRef(0)
  const nextKey = useRef(1)

  const change = useCallback((key: number, part: Partial<Upload> | null) => {
    setUploads((all) =>
      all.flatMap((upload) => {
        if (upload.key !== key) return [upload]
        if (part === null) URL.revokeObjectURL(upload.preview)
        return part === null ? [] : [{ ...upload, ...part }]
      }),
    )
  }, [])

  const pump = useCallback(() => {
    while (busy.current < atOnce) {
      const next = waiting.current.shift()
      if (!next) return
      const { key } = next.upload
      busy.current += 1
      change(key, { state: 'sending' })
      void uploadPhoto(api.base, stationId, next.file, (share) => change(key, { share }))
        .then((photo) => {
          const isNew = take(photo)
          change(key, isNew ? null : { state: 'twice', share: 1 })
        })
        .catch((error: unknown) => change(key, { state: 'refused', error }))
        .finally(() => {
          busy.current -= 1
          pump()
        })
    }

    function take(photo: Photo): boolean {
      let isNew = true
      client.setQueryData<Photo[]>(keys.photos(api.base, stationId), (photos = []) => {
        isNew = !photos.some(({ id }) => id === photo.id)
        return isNew ? [...photos, photo] : photos
      })
      return isNew
    }
  }, [api.base, stationId, client, change])

  const add = useCallback(
    (files: File[]) => {
      const added = files.map((file) => ({
        file,
        upload: {
          key: nextKey.current++,
          name: file.name,
          preview: URL.createObjectURL(file),
          share: 0,
          state: 'waiting' as const,
          error: null,
        },
      }))
      waiting.current.push(...added)
      setUploads((all) => [...all, ...added.map(({ upload }) => upload)])
      pump()
    },
    [pump],
  )

  const clear = useCallback(() => {
    setUploads((all) => all.filter(({ state }) => state === 'waiting' || state === 'sending'))
  }, [])

  // Files that wait when the screen is left are still sent: the box is on this computer.
  useEffect(
    () => () => void client.invalidateQueries({ queryKey: keys.photos(api.base, stationId) }),
    [api, client, stationId],
  )

  return { uploads, add, clear }
}
