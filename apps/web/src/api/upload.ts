import type { Photo } from '@nabij/base'
import { currentLanguage } from '../texts/i18n.ts'
import { typeOf } from './client.ts'
import { csrfHeader } from './csrf.ts'
import { ApiError, problemFrom } from './problem.ts'

/**
 * Sends one photo to teach from and says how far it is (0 to 1).
 * fetch tells nothing about sending, hence the older request. Rejects with ApiError.
 */
export function uploadPhoto(
  base: string,
  stationId: string,
  file: File,
  onProgress: (share: number) => void,
  about: { label: 'good' | 'bad'; kind?: string | null; product?: string | null } = { label: 'good' },
): Promise<Photo> {
  const query = new URLSearchParams({ label: about.label, name: file.name })
  if (about.kind) query.set('kind', about.kind)
  if (about.product) query.set('product', about.product)
  return sendFile(`${base}/stations/${stationId}/photos?${query.toString()}`, file, typeOf(file), onProgress)
}

/** Sends a file and says how far it is (0 to 1); `signal` cuts it off, and the box stops as well. */
export function sendFile<T>(
  url: string,
  file: File,
  type: string,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('content-type', type)
    request.setRequestHeader('accept-language', currentLanguage())
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (event) => onProgress(event.total ? event.loaded / event.total : 0))
    request.addEventListener('error', () => reject(new ApiError(null)))
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as T)
      else reject(new ApiError(problemFrom(request.status, request.responseText)))
    })
    request.addEventListener('abort', () => reject(new DOMException('cut off', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
