import type { Photo, Verdict } from '@nabij/base'
import type { RecipeRow, StationRow } from '@nabij/stations'

/** Port: a copy of the database that nothing changes (adapters/sqlite makes it). */
export interface FrozenDatabase {
  /** Hashes of all files that its rows refer to, each once, in order. */
  blobs(): AsyncIterable<string>
  stations(): Promise<StationRow[]>
  recipes(stationId: string): Promise<RecipeRow[]>
  activeRecipe(stationId: string): Promise<RecipeRow | null>
  photos(stationId: string): Promise<Photo[]>
  verdicts(): AsyncIterable<ExportedVerdict>
  close(): Promise<void>
}

export interface ExportedVerdict {
  verdict: Verdict
  key: string | null
  frame: string | null
  map: string | null
}

/** Port: what the database knows about what may go (adapters/sqlite). */
export interface Keeping {
  /** Lowest rank first, then oldest; with `olderThan` (epoch ms by rank) only those older than that. */
  leastWorthKeeping(limit: number, olderThan?: number[]): Promise<{ seq: number; keep: number }[]>
  /** Forgets the pictures of these verdicts; returns the hashes that no row refers to any more. */
  forgetPictures(seqs: number[]): Promise<string[]>
  unreferenced(hashes: string[]): Promise<string[]>
  deleteOldRows(times: { verdictsBefore: number; minutesBefore: number }, limit: number): Promise<number>
}

/** Port: the files themselves (adapters/blobs). */
export interface StoredFiles {
  list(prefix: string): Promise<{ sha256: string; bytes: number; storedAt: number }[]>
  remove(sha256: string): Promise<number>
}
