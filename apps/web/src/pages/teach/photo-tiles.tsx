import { UnstyledButton } from '@mantine/core'
import type { Photo } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../../api/cache.ts'
import { uploadPhoto } from '../../api/upload.ts'
import { useApi } from '../../app/workspace.ts'
import { Symbol } from '../../parts/icons.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { SmallPicture } from '../../parts/small-picture.tsx'
import { say } from '../../parts/toasts.tsx'
import styles from './teach.module.css'

interface PhotoTilesProps {
  photos: Photo[]
  /** A few words under a photo (its odd size). */
  note?: (photo: Photo) => string | null
  children?: ReactNode
}

/** The photos that the station is taught from, each with a way to take it out again. */
export function PhotoTiles({ photos, note, children }: PhotoTilesProps): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const { remove, error } = useRemovePhoto()
  return (
    <>
      {error && <ProblemView error={error} />}
      <ul className={styles.tiles}>
        {photos.map((photo) => (
          <li key={photo.id} className={styles.tile} data-noted={Boolean(note?.(photo))}>
            <SmallPicture address={`${api.base}/photos/${photo.id}/thumb`} name={photo.name} />
            <UnstyledButton
              className={styles.bin}
              aria-label={t('teach.photos.remove', { name: photo.name })}
              onClick={() => remove(photo)}
            >
              <Symbol name="cross" size={20} />
            </UnstyledButton>
            {note?.(photo) && <span className={styles.note}>{note(photo)}</span>}
          </li>
        ))}
        {children}
      </ul>
    </>
  )
}

/** Takes a photo out at once; "undo" gives the same picture back. */
function useRemovePhoto(): { remove: (photo: Photo) => void; error: Error | null } {
  const { t } = useTranslation()
  const api = useApi()
  const client = useQueryClient()
  const refresh = (photo: Photo): Promise<void> =>
    client.invalidateQueries({ queryKey: keys.photos(api.base, photo.stationId) })
  const restore = useMutation({
    mutationFn: ({ photo, file }: { photo: Photo; file: File }) =>
      uploadPhoto(api.base, photo.stationId, file, () => undefined, {
        label: photo.label,
        kind: photo.kind,
        product: photo.productId,
      }),
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: async (photo: Photo) => {
      const picture = await fetch(`${api.base}/photos/${photo.id}/picture`)
      const file = new File([await picture.blob()], photo.name, { type: picture.headers.get('content-type') ?? '' })
      await api.removePhoto(photo.id)
      return { photo, file }
    },
    onSuccess: ({ photo, file }) => {
      client.setQueryData<Photo[]>(keys.photos(api.base, photo.stationId), (photos) =>
        photos?.filter(({ id }) => id !== photo.id),
      )
      say(t('teach.photos.removed', { name: photo.name }), { undo: () => restore.mutate({ photo, file }) })
    },
  })
  return { remove: remove.mutate, error: remove.error ?? restore.error }
}
