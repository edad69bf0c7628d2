import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId, type Photo, type RecipeFacts } from '@nabij/base'
import type { RecipeRow, StationRow, VerdictRecord } from '@nabij/stations'

/** A temporary folder, and what removes it. */
export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-storage-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export function station(change: Partial<StationRow> = {}): StationRow {
  return { id: newId(), name: 'Press 2', source: '{"kind":"http"}', stopped: false, createdAt: 1000, ...change }
}

export function verdict(stationId: string, change: Partial<VerdictRecord> = {}): VerdictRecord {
  return {
    id: newId(),
    stationId,
    recipeId: null,
    key: null,
    verdict: 'pass',
    reason: null,
    score: 0.2,
    limit: 0.5,
    regions: [],
    capturedAt: 60_000,
    recordedAt: 60_000,
    name: null,
    width: 640,
    height: 480,
    frame: null,
    map: null,
    truth: null,
    ms: { decode: 5, model: 8, total: 14 },
    ...change,
  }
}

export function photo(stationId: string, change: Partial<Photo> = {}): Photo {
  const facts = { label: 'good', name: 'one.jpg', bytes: 10, width: 4, height: 3, createdAt: 1000 } as const
  return { id: newId(), stationId, sha256: 'a'.repeat(64), ...facts, ...change }
}

export function recipe(stationId: string, change: Partial<RecipeRow> = {}): Omit<RecipeRow, 'version'> {
  const facts: RecipeFacts = {
    format: 'nabij-inspection/1',
    size: 256,
    mode: 'still',
    photos: 20,
    rows: { local: 100, semantic: 20 },
    limit: 0.5,
    mapLimit: 0.5,
    goodScores: [0.1],
    oddOnes: [],
    promise: null,
    next: null,
    model: { name: 'efficientnet-lite0', sha256: 'b'.repeat(64) },
  }
  return { id: newId(), stationId, createdAt: 1000, sha256: 'c'.repeat(64), bytes: 10, facts, ...change }
}
