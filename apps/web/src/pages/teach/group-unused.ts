import type { Told } from '../../parts/problem-view.tsx'
import type { Upload } from './upload-queue.ts'

/** Files that were not used for one and the same reason. */
export interface UnusedGroup {
  /** Null: the photo was there already. */
  told: Told | null
  /** The first few, in the order in which they were given. */
  names: string[]
  /** How many more there are. */
  more: number
}

const named = 3

/** Two hundred photos of a type that cannot be read are one message, not two hundred. */
export function groupUnused(uploads: Upload[], tell: (error: unknown) => Told): UnusedGroup[] {
  const groups = new Map<string, UnusedGroup>()
  for (const { file, state, error } of uploads) {
    const told = state === 'refused' ? tell(error) : null
    const key = told ? `${told.title} ${told.code}` : ''
    const group = groups.get(key) ?? { told, names: [], more: 0 }
    groups.set(key, group)
    if (group.names.length < named) group.names.push(file.name)
    else group.more++
  }
  return [...groups.values()]
}
