import type { Region, Truth, Verdict } from '@nabij/base'
import type { VerdictRecord } from '@nabij/stations'
import type { Selectable } from 'kysely'
import { keepRank } from './keep-rank.ts'
import type { VerdictTable } from './tables.ts'

type Row = Selectable<VerdictTable>

export function toRow(record: VerdictRecord): Omit<Row, 'seq'> {
  return {
    id: record.id,
    station_id: record.stationId,
    recipe_id: record.recipeId,
    key: record.key,
    verdict: record.verdict,
    reason: record.reason,
    score: record.score,
    score_limit: record.limit,
    regions: JSON.stringify(record.regions),
    captured_at: record.capturedAt,
    recorded_at: record.recordedAt,
    name: record.name,
    width: record.width,
    height: record.height,
    frame: record.frame,
    map: record.map,
    truth: record.truth && JSON.stringify(record.truth),
    ms: record.ms && JSON.stringify(record.ms),
    keep: keepRank(record),
  }
}

export function toVerdict(row: Row): Verdict {
  return {
    id: row.id,
    seq: row.seq,
    stationId: row.station_id,
    recipeId: row.recipe_id,
    verdict: row.verdict,
    reason: row.reason,
    score: row.score,
    limit: row.score_limit,
    regions: JSON.parse(row.regions) as Region[],
    capturedAt: row.captured_at,
    recordedAt: row.recorded_at,
    name: row.name,
    width: row.width,
    height: row.height,
    frameKept: row.frame !== null,
    mapKept: row.map !== null,
    truth: row.truth === null ? null : (JSON.parse(row.truth) as Truth),
    ms: row.ms === null ? null : (JSON.parse(row.ms) as Verdict['ms']),
  }
}
