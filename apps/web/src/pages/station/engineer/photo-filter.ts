import type { Photo } from '@nabij/base'

export const filters = ['all', 'good', 'bad', 'left-out', 'said'] as const
export type Filter = (typeof filters)[number] | `kind:${string}`

/** A filter as it stands in the address; anything else shows all. */
export function filterOf(asked: string | null): Filter {
  if (asked?.startsWith('kind:')) return asked as Filter
  return filters.find((each) => each === asked) ?? 'all'
}

const tests: Record<(typeof filters)[number], (photo: Photo) => boolean> = {
  all: () => true,
  good: ({ label }) => label === 'good',
  bad: ({ label }) => label === 'bad',
  'left-out': ({ leftOut }) => leftOut,
  said: ({ verdictId }) => verdictId !== null,
}

/** The labelled images under a filter, newest first. */
export function filtered(photos: Photo[], filter: Filter): Photo[] {
  const test = filter.startsWith('kind:')
    ? (photo: Photo) => photo.kind === filter.slice('kind:'.length)
    : tests[filter as (typeof filters)[number]]
  return photos.filter(test).sort((a, b) => b.createdAt - a.createdAt)
}
