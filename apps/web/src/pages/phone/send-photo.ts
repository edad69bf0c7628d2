import type { Verdict } from '@nabij/base'
import { csrfHeader } from '../../api/csrf.ts'
import { ApiError, problemFrom } from '../../api/problem.ts'
import { currentLanguage } from '../../texts/i18n.ts'
import type { QueuedPhoto } from './photo-queue.ts'

/** Longer than a slow network takes for a photo; then it is tried again. */
const patience = 60_000

/** Rejects with ApiError; without a problem the box was not reached. */
export async function sendPhoto({ key, stationId, purpose, name, picture }: QueuedPhoto): Promise<Verdict | null> {
  const query = new URLSearchParams({ name, ...(purpose === 'check' ? {} : { label: purpose }) })
  const what = purpose === 'check' ? 'frames' : 'photos'
  const response = await fetch(`/api/v1/stations/${stationId}/${what}?${query.toString()}`, {
    method: 'POST',
    headers: {
      'accept-language': currentLanguage(),
      'content-type': picture.type || 'application/octet-stream',
      'idempotency-key': key,
      ...csrfHeader(),
    },
    body: picture,
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new ApiError(null)
  })
  const text = await response.text()
  if (!response.ok) throw new ApiError(problemFrom(response.status, text))
  return purpose === 'check' ? (JSON.parse(text) as Verdict) : null
}

/** Not reached, or reached but too busy for a moment: the same photo goes again. */
export function isPassing(error: unknown): boolean {
  const status = error instanceof ApiError ? (error.problem?.status ?? 0) : 400
  return status === 0 || status === 408 || status === 429 || status >= 500
}
