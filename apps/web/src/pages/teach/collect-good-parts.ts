import type { Station } from '@nabij/base'
import type { Api } from '../../api/client.ts'

/** How often the line is looked at, and how fast it runs meanwhile. */
const lookEvery = 150
const perSecond = 5

/**
 * Lets a simulated line make good parts only, takes `many` pictures of them, and sets the line as it was.
 * Leaves with what there is when the signal aborts. Throws ApiError.
 */
export async function collectGoodParts(
  api: Pick<Api, 'changeStation' | 'sight'>,
  station: Station,
  many: number,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<File[]> {
  const { source, id } = station
  if (source.kind !== 'simulator') return []
  const files: File[] = []
  onProgress(0)
  try {
    await api.changeStation(id, { source: { ...source, defectRate: 0, perSecond } })
    // What was on the belt when the line was changed may still be a bad part.
    let last = Date.now()
    while (files.length < many && !signal.aborted) {
      const sight = await api.sight(id)
      if (sight && sight.capturedAt > last) {
        last = sight.capturedAt
        files.push(new File([sight.picture], `${last}.jpg`, { type: sight.picture.type }))
        onProgress(files.length)
      }
      await new Promise((resolve) => setTimeout(resolve, lookEvery))
    }
  } finally {
    await api.changeStation(id, { source })
  }
  return files
}
