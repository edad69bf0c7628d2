import type { Station } from '@nabij/base'
import { useMemo } from 'react'
import { usePhotos } from '../../../api/queries.ts'
import { knownKinds } from './word.ts'

/** The kinds of defects that people named at this station, and those that its recipe can name. */
export function useKinds(station: Pick<Station, 'id' | 'recipe'>): string[] {
  const { data: photos } = usePhotos(station.id)
  const { recipe } = station
  return useMemo(
    () =>
      knownKinds([...(photos ?? []).map(({ kind }) => kind), ...(recipe?.facts.kinds ?? []).map(({ name }) => name)]),
    [photos, recipe],
  )
}
