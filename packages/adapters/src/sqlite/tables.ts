import type { Generated, Kysely } from 'kysely'

/** Columns as they lie in the file: times are epoch milliseconds, yes/no is 1/0, lists and objects are JSON text. */
export interface Tables {
  station: StationTable
  recipe: RecipeTable
  photo: PhotoTable
  verdict: VerdictTable
  roll_up: RollUpTable
  egress: EgressTable
  egress_total: { id: number; bytes: number; connections: number }
  reply: { key: string; fingerprint: string; status: number; body: string; stored_at: number }
  backup: { name: string; created_at: number; bytes: number }
  setting: { name: string; value: string }
}

export interface StationTable {
  id: string
  name: string
  source: string
  stopped: number
  created_at: number
  /** When it was removed: hidden from then on, and emptied in small steps. */
  removed_at: number | null
}

export interface RecipeTable {
  id: string
  station_id: string
  version: number
  active: number
  created_at: number
  sha256: string
  bytes: number
  facts: string
}

export interface PhotoTable {
  id: string
  station_id: string
  label: 'good' | 'bad'
  name: string
  sha256: string
  bytes: number
  width: number
  height: number
  created_at: number
}

export interface VerdictTable {
  seq: Generated<number>
  id: string
  station_id: string
  recipe_id: string | null
  key: string | null
  verdict: 'pass' | 'fail' | 'unsure'
  reason: string | null
  score: number | null
  score_limit: number | null
  regions: string
  captured_at: number
  recorded_at: number
  name: string | null
  width: number | null
  height: number | null
  frame: string | null
  map: string | null
  truth: string | null
  ms: string | null
  /** How long its picture is worth keeping: see keep-rank.ts. */
  keep: number
}

/** What a minute or an hour added up to; `scored` counts the verdicts that have a score. */
export interface RollUpTable {
  station_id: string
  bucket: 'minute' | 'hour'
  at: number
  n: number
  scored: number
  sum: number
  max: number | null
  fail: number
  unsure: number
  dropped: number
}

export interface EgressTable {
  seq: Generated<number>
  id: string
  at: number
  purpose: string
  host: string
  bytes_out: number
  bytes_in: number
}

export type Database = Kysely<Tables>
