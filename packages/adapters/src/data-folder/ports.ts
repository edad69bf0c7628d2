import type { Correction, Photo, Product, Verdict } from '@nabij/base'
import type { RecipeRow, StationRow } from '@nabij/stations'

/** Port: a copy of the database that nothing changes (adapters/sqlite makes it). */
export interface FrozenDatabase {
  /** Hashes of all files that its rows refer to, each once, in order. */
  blobs(): AsyncIterable<string>
  stations(): Promise<StationRow[]>
  recipes(stationId: string): Promise<RecipeRow[]>
  activeRecipes(stationId: string): Promise<RecipeRow[]>
  photos(stationId: string): Promise<Photo[]>
  products(stationId: string): Promise<Product[]>
  corrections(stationId: string): Promise<Correction[]>
  verdicts(): AsyncIterable<ExportedVerdict>
  /** All of the register, as the JSON texts of its parts by name. */
  register(): Promise<Record<string, string>>
  close(): Promise<void>
}

export interface ExportedVerdict {
  verdict: Verdict
  key: string | null
  frame: string | null
  map: string | null
  thumb: string | null
}

export type Kept = 'frame' | 'thumb'

export interface KeptPicture {
  seq: number
  keep: number
  recordedAt: number
}

/** Port: what the database knows about what may go (adapters/sqlite). */
export interface Keeping {
  /**
   * Lowest rank first, then oldest; with `olderThan` (epoch ms by rank) only those older than that. A small picture
   * (thumb) is offered once its large one (frame, with its map) is gone.
   */
  leastWorthKeeping(what: Kept, limit: number, olderThan?: number[]): Promise<KeptPicture[]>
  /** Forgets the pictures of these verdicts; returns the hashes that no row refers to any more. */
  forgetPictures(what: Kept, seqs: number[]): Promise<string[]>
  unreferenced(hashes: string[]): Promise<string[]>
  deleteOldRows(times: { verdictsBefore: number; minutesBefore: number }, limit: number): Promise<number>
}

/** Port: the files themselves (adapters/blobs). */
export interface StoredFiles {
  list(prefix: string): Promise<{ sha256: string; bytes: number; storedAt: number }[]>
  remove(sha256: string): Promise<number>
}
