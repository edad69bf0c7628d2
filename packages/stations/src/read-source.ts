import { StationSource } from '@nabij/base'
import type { StationRow } from './ports.ts'

/** The source as it is stored with a station; null when this version cannot read it. */
export function readSource(row: Pick<StationRow, 'source'>): StationSource | null {
  try {
    return StationSource.parse(JSON.parse(row.source))
  } catch {
    return null
  }
}
