import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Correction, newId, type Photo, RecipeFacts } from '@nabij/base'
import type { RecipeRow, StationRow, VerdictRecord } from '@nabij/stations'

/** A temporary folder, and what removes it. */
export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-storage-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export function station(change: Partial<StationRow> = {}): StationRow {
  return {
    id: newId(),
    name: 'Press 2',
    source: '{"kind":"http"}',
    stopped: false,
    createdAt: 1000,
    settings: '{}',
    ...change,
  }
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
    parts: [],
    layers: null,
    kind: null,
    productId: null,
    capturedAt: 60_000,
    recordedAt: 60_000,
    name: null,
    width: 640,
    height: 480,
    frame: null,
    map: null,
    thumb: null,
    truth: null,
    ms: { decode: 5, locate: 1, model: 8, total: 14 },
    outputs: [],
    alarm: null,
    ...change,
  }
}

export function photo(stationId: string, change: Partial<Photo> = {}): Photo {
  const facts = { label: 'good', name: 'one.jpg', bytes: 10, width: 4, height: 3, createdAt: 1000 } as const
  const unsaid = {
    kind: null,
    productId: null,
    verdictId: null,
    leftOut: false,
    belongs: false,
    look: null,
    remarks: [],
  }
  return { id: newId(), stationId, sha256: 'a'.repeat(64), ...facts, ...unsaid, ...change }
}

export function recipe(stationId: string, change: Partial<RecipeRow> = {}): Omit<RecipeRow, 'version'> {
  const facts = RecipeFacts.parse({
    format: 'nabij-inspection/2',
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
  })
  const row = {
    createdAt: 1000,
    sha256: 'c'.repeat(64),
    bytes: 10,
    facts,
    productId: null,
    made: 'taught',
    baseId: null,
  } as const
  return { id: newId(), stationId, corrections: [], ...row, ...change }
}

export function correction(stationId: string, change: Partial<Correction> = {}): Correction {
  const word = { label: 'good', kind: null, at: 1000, by: null, state: 'applied', checked: 20, ms: 410 } as const
  return { id: newId(), stationId, photoId: newId(), verdictId: null, recipeId: null, flips: [], ...word, ...change }
}
