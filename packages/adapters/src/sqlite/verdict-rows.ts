import type { Feedback, Region, Truth, Verdict } from '@nabij/base'
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
    parts: JSON.stringify(record.parts),
    layers: record.layers && JSON.stringify(record.layers),
    kind: record.kind && JSON.stringify(record.kind),
    product_id: record.productId,
    thumb: record.thumb,
    ...saidColumns(null),
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
    regions: regionsOf(row.regions),
    parts: partsOf(row.parts),
    layers: row.layers === null ? null : (JSON.parse(row.layers) as Verdict['layers']),
    kind: row.kind === null ? null : (JSON.parse(row.kind) as Verdict['kind']),
    productId: row.product_id,
    feedback: feedbackOf(row),
    capturedAt: row.captured_at,
    recordedAt: row.recorded_at,
    name: row.name,
    width: row.width,
    height: row.height,
    frameKept: row.frame !== null,
    mapKept: row.map !== null,
    truth: row.truth === null ? null : (JSON.parse(row.truth) as Truth),
    ms: msOf(row.ms),
  }
}

/** Feedback as columns; null takes it back. */
export function saidColumns(feedback: Feedback | null): Pick<Row, 'said' | 'said_kind' | 'said_by' | 'said_at'> {
  return {
    said: feedback?.label ?? null,
    said_kind: feedback?.kind ?? null,
    said_by: feedback?.by ?? null,
    said_at: feedback?.at ?? null,
  }
}

function feedbackOf(row: Row): Feedback | null {
  if (row.said === null || row.said_at === null) return null
  return { label: row.said, kind: row.said_kind, at: row.said_at, by: row.said_by }
}

/** Rows from before an area was measured: the box itself is the best that is known. */
function regionsOf(text: string): Region[] {
  const regions = JSON.parse(text) as (Omit<Region, 'area'> & { area?: number })[]
  return regions.map((region) => ({ ...region, area: region.area ?? Math.min(1, region.w * region.h) }))
}

/** Earlier rows do not say whether a part was cut off. */
function partsOf(text: string): Verdict['parts'] {
  const parts = JSON.parse(text) as (Omit<Verdict['parts'][number], 'cut'> & { cut?: boolean })[]
  return parts.map((part) => ({ ...part, cut: part.cut ?? false }))
}

/** Rows from before parts were looked for took no time for it. */
function msOf(text: string | null): Verdict['ms'] {
  if (text === null) return null
  const ms = JSON.parse(text) as Omit<NonNullable<Verdict['ms']>, 'locate'> & { locate?: number }
  return { ...ms, locate: ms.locate ?? 0 }
}
