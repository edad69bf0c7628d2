import type { Photo, PhotoChange } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from '../../api/cache.ts'
import { useApi } from '../../app/workspace.ts'

/** Changes what is known of a photo; the remarks on the others are asked again, for they depend on it. */
export function useChangePhoto(): {
  change: (photo: Photo, change: PhotoChange) => Promise<Photo>
  error: Error | null
} {
  const api = useApi()
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: ({ photo, change }: { photo: Photo; change: PhotoChange }) => api.changePhoto(photo.id, change),
    onSuccess: (changed) => {
      const key = keys.photos(api.base, changed.stationId)
      client.setQueryData<Photo[]>(key, (photos) =>
        photos?.map((photo) => (photo.id === changed.id ? { ...photo, ...changed } : photo)),
      )
      return client.invalidateQueries({ queryKey: key })
    },
  })
  return { change: (photo, change) => mutation.mutateAsync({ photo, change }), error: mutation.error }
}
