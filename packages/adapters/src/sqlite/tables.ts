import type { AnswerDecision, Role } from '@nabij/base'
import type { Generated, Kysely } from 'kysely'

/** Columns as they lie in the file: times are epoch milliseconds, yes/no is 1/0, lists and objects are JSON text. */
export interface Tables {
  station: StationTable
  recipe: RecipeTable
  photo: PhotoTable
  verdict: VerdictTable
  roll_up: RollUpTable
  tally: { station_id: string; subject: 'kind' | 'ms'; at: number; name: string; n: number }
  product: { id: string; station_id: string; name: string; code: string | null }
  correction: CorrectionTable
  teach_job: { id: string; station_id: string; product_id: string | null; created_at: number }
  output: OutputTable
  outbox: OutboxTable
  egress: EgressTable
  egress_total: { id: number; bytes: number; connections: number }
  reply: { key: string; fingerprint: string; status: number; body: string; stored_at: number }
  backup: { name: string; created_at: number; bytes: number }
  setting: { name: string; value: string }
  account: AccountTable
  session: { id: string; account_id: string; digest: string; created_at: number; seen_at: number }
  device: DeviceTable
  token: TokenTable
  audit: AuditTable
  evidence: { id: string; added_at: number; body: string; complete: number }
  finding: { evidence_id: string; id: string; body: string }
  question: { evidence_id: string; id: string; body: string }
  service_notes: { service_id: string; body: string }
  own_rule: { words: string; body: string }
  apart: { service_id: string; finding_id: string }
  letter: PaperTable
  decision: PaperTable
  exit_plan: PaperTable
  snapshot: { month: string; figures: string; services: string }
  own_fact: { vendor_id: string; field: string; body: string }
  knowledge_pack: PackTable
  own_model: PaperTable & { sha256: string }
  drop_in_comparison: DropInComparisonTable
  drop_in_hour: { route_id: string; at: number; cloud: number; failed: number; box: number }
  move: PaperTable
  move_step: { seq: Generated<number>; service_id: string; body: string }
  register_change: { seq: Generated<number>; at: number; because: string | null; body: string }
}

export interface DropInComparisonTable {
  seq: Generated<number>
  id: string
  route_id: string
  kind: 'pair' | 'twin'
  at: number
  picture: string
  frame: string | null
  agrees: number
  missed: number
  cloud: AnswerDecision
  box: AnswerDecision
  ms_cloud: number
  ms_box: number
  cloud_version: string | null
  box_version: string | null
  answers: string
  word: 'good' | 'bad' | null
  said_by: string | null
  said_at: number | null
}

interface PackTable {
  seq: Generated<number>
  sha256: string
  version: string
  made: string
  vendors: number
  installed_at: number
}

/** Something that was written about a service at some moment, as JSON. */
export interface PaperTable {
  id: string
  created_at: number
  body: string
}

export interface StationTable {
  id: string
  name: string
  source: string
  stopped: number
  created_at: number
  /** When it was removed: hidden from then on, and emptied in small steps. */
  removed_at: number | null
  settings: string
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
  product_id: string | null
  made: 'taught' | 'corrected' | 'imported'
  base_id: string | null
  /** JSON: ids of corrections. */
  corrections: string
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
  kind: string | null
  product_id: string | null
  verdict_id: string | null
  left_out: number
  belongs: number
  look: string | null
  /** JSON: label, kind and leftOut as a person brought it, while something else was said of it. */
  brought: string | null
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
  parts: string
  layers: string | null
  kind: string | null
  product_id: string | null
  thumb: string | null
  /** What a person said of it afterwards. */
  said: 'good' | 'bad' | null
  said_kind: string | null
  said_by: string | null
  said_at: number | null
}

export interface CorrectionTable {
  seq: Generated<number>
  id: string
  station_id: string
  photo_id: string
  verdict_id: string | null
  label: 'good' | 'bad'
  kind: string | null
  at: number
  said_by: string | null
  state: 'asks' | 'applied' | 'undone' | 'refused'
  recipe_id: string | null
  checked: number
  flips: string
  ms: number
}

export interface OutputTable {
  id: string
  station_id: string
  config: string
  created_at: number
  last_sent_at: number | null
  problem: string | null
}

/** Messages that wait, each until the other side has it. */
export interface OutboxTable {
  seq: Generated<number>
  output_id: string
  id: string
  created_at: number
  body: string
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

export interface AccountTable {
  id: string
  name: string
  key: string
  role: Role
  password: string | null
  pin: string | null
  created_at: number
  seen_at: number | null
}

export interface DeviceTable {
  id: string
  kind: 'phone' | 'screen'
  name: string
  station_id: string | null
  digest: string
  created_at: number
  seen_at: number | null
  operator_id: string | null
  operator_seen_at: number | null
}

export interface TokenTable {
  id: string
  account_id: string
  name: string
  role: Role
  digest: string
  created_at: number
  expires_at: number
  seen_at: number | null
}

export interface AuditTable {
  seq: Generated<number>
  at: number
  who_kind: string
  who_id: string | null
  who_name: string | null
  who_role: string | null
  origin: string | null
  what: string
  subject: string | null
  before: string
  after: string
}

export type Database = Kysely<Tables>
