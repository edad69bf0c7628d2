import type {
  Backup,
  Egress,
  Job,
  Photo,
  Recipe,
  ScorePoint,
  Station,
  StationConfig,
  Status,
  Verdict,
} from '@nabij/base'

const stationId = '0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e10'
const recipeId = '0199d1f4-02b7-7c9e-8a11-6f0e2d7c4b35'
const sha256 = '9f2c1d7e4a80b35c6e19d2f7a4b8c0e35d6f7182934a5b6c7d8e9f0a1b2c3d4e'
const morning = 1_763_971_200_000

/** Values as they really look, for the document. */
export const stationConfig: StationConfig = { name: 'Line 1', source: { kind: 'http' } }

export const recipe: Recipe = {
  id: recipeId,
  stationId,
  version: 2,
  active: true,
  createdAt: morning,
  sha256,
  bytes: 5_182_336,
  facts: {
    format: 'nabij-inspection/1',
    size: 256,
    mode: 'still',
    photos: 20,
    rows: { local: 4096, semantic: 2048 },
    limit: 0.41,
    mapLimit: 0.5,
    goodScores: [0.12, 0.15, 0.11],
    oddOnes: [],
    promise: { atMost: 0.14, confidence: 0.95 },
    next: { photos: 39, atMost: 0.05 },
    model: { name: 'efficientnet-lite0', sha256 },
  },
}

export const verdict: Verdict = {
  id: '0199d2a7-8f10-7d44-b1c0-2f9e8d7c6b5a',
  seq: 1204,
  stationId,
  recipeId,
  verdict: 'fail',
  reason: null,
  score: 0.73,
  limit: 0.41,
  regions: [{ x: 0.42, y: 0.31, w: 0.12, h: 0.09, score: 0.73 }],
  capturedAt: morning + 61_000,
  recordedAt: morning + 61_048,
  name: 'part-0012.jpg',
  width: 1280,
  height: 960,
  frameKept: true,
  mapKept: true,
  truth: null,
  ms: { decode: 11.2, model: 24.8, total: 37.1 },
}

export const station: Station = {
  id: stationId,
  name: 'Line 1',
  source: { kind: 'http' },
  state: 'judging',
  reason: null,
  createdAt: morning,
  recipe,
  today: { pass: 1184, fail: 17, unsure: 3, dropped: 0 },
  waiting: 0,
  lastVerdict: verdict,
}

export const photo: Photo = {
  id: '0199d1f1-7a22-7e0b-9d3f-5b6c7d8e9f01',
  stationId,
  label: 'good',
  name: 'good-01.jpg',
  sha256,
  bytes: 248_113,
  width: 1280,
  height: 960,
  createdAt: morning,
}

export const job: Job = {
  id: '0199d1f3-11c4-7b5d-8e6f-9a0b1c2d3e4f',
  kind: 'teach',
  stationId,
  state: 'running',
  step: 'learning',
  done: 12,
  total: 20,
  createdAt: morning,
  finishedAt: null,
  problem: null,
  recipeId: null,
}

export const backup: Backup = { name: 'nabij-2025-11-24-0800.tar', createdAt: morning, bytes: 73_400_320 }

export const egress: Egress = {
  id: '0199d2b0-4c5d-7e6f-8a9b-0c1d2e3f4a5b',
  at: morning,
  purpose: 'webhook of station Line 1',
  host: 'erp.example',
  bytesOut: 812,
  bytesIn: 96,
}

export const scorePoint: ScorePoint = { at: morning, n: 58, mean: 0.17, max: 0.73, fail: 1, unsure: 0 }

export const status: Status = {
  version: '0.1.0',
  workspace: 'own',
  startedAt: morning,
  egress: { bytes: 0, connections: 0 },
  lastBackupAt: morning,
  disk: { freeBytes: 182_536_110_080, state: 'ok' },
  executors: { running: 2, restarts: 0 },
  stations: 1,
  sample: 'asleep',
}
