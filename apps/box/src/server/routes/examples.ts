import {
  type Backup,
  type Comparison,
  type Correction,
  type DropInConfig,
  type DropInRoute,
  type Egress,
  type Job,
  type Output,
  type OutputConfig,
  type Photo,
  type Product,
  type Recipe,
  type ScorePoint,
  type Station,
  type StationConfig,
  type Status,
  usualSettings,
  type Verdict,
} from '@nabij/base'
import type { FoundPart, Overview } from '@nabij/stations'

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
    format: 'nabij-inspection/2',
    size: 256,
    mode: 'still',
    photos: 20,
    rows: { local: 4096, semantic: 2048 },
    limit: 0.41,
    mapLimit: 0.5,
    goodScores: [0.12, 0.15, 0.11],
    oddOnes: [],
    promise: { atMost: 0.14, confidence: 0.95 },
    locate: null,
    located: 'fills',
    region: null,
    ignore: [],
    normal: { brightness: [0.38, 0.46], contrast: [0.17, 0.24], sharpness: [0.31, 0.58], unlike: 2.4 },
    badScores: [0.71, 0.66],
    errors: {
      falseAlarms: { value: 0.03, low: 0.004, high: 0.11, of: 60 },
      misses: { value: 0, low: 0, high: 0.84, of: 2 },
    },
    kinds: [{ name: 'crack', photos: 12 }],
    corrections: { good: 1, bad: 0 },
    next: { photos: 39, atMost: 0.05 },
    model: { name: 'efficientnet-lite0', sha256 },
  },
  productId: null,
  made: 'taught',
  baseId: null,
}

export const foundPart: FoundPart = {
  box: { x: 0.18, y: 0.2, w: 0.62, h: 0.58 },
  outline: [
    [0.18, 0.2],
    [0.8, 0.2],
    [0.8, 0.78],
    [0.18, 0.78],
  ],
  angle: 12,
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
  regions: [{ x: 0.42, y: 0.31, w: 0.12, h: 0.09, score: 0.73, area: 0.006 }],
  parts: [],
  layers: { local: 1.78, semantic: 1.21 },
  kind: { name: 'crack', confidence: 0.86 },
  productId: null,
  feedback: null,
  capturedAt: morning + 61_000,
  recordedAt: morning + 61_048,
  name: 'part-0012.jpg',
  width: 1280,
  height: 960,
  frameKept: true,
  mapKept: true,
  truth: null,
  ms: { decode: 11.2, locate: 1.1, model: 24.8, total: 37.1 },
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
  settings: usualSettings,
  products: [],
  drift: null,
  alarm: null,
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
  kind: null,
  productId: null,
  verdictId: null,
  leftOut: false,
  belongs: false,
  look: { brightness: 0.42, contrast: 0.2, clipped: 0.001, sharpness: 0.47, hash: '9f2c1d7e4a80b35c'.repeat(4) },
  remarks: [],
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
  data: '/var/lib/nabij',
  egress: { bytes: 0, connections: 0 },
  lastBackupAt: morning,
  disk: { freeBytes: 182_536_110_080, state: 'ok' },
  executors: { running: 2, restarts: 0 },
  stations: 1,
  sample: 'asleep',
}

export const correction: Correction = {
  id: '0199d2a8-1b2c-7d3e-8f40-5a6b7c8d9e0f',
  stationId,
  photoId: photo.id,
  verdictId: verdict.id,
  label: 'good',
  kind: null,
  at: morning + 75_000,
  by: null,
  state: 'applied',
  recipeId,
  checked: 62,
  flips: [{ photoId: photo.id, name: 'part-0012.jpg', label: 'good', before: 'fail', after: 'pass', wrong: false }],
  ms: 412,
}

export const comparison: Comparison = {
  photoId: photo.id,
  name: 'part-0012.jpg',
  label: 'good',
  before: { verdict: 'fail', score: 0.73 },
  after: { verdict: 'pass', score: 0.22 },
}

export const product: Product = { id: '0199d2aa-3c4d-7e5f-9a61-7b8c9d0e1f20', name: 'Bracket 40', code: 'BR40' }

export const dropInConfig: DropInConfig = {
  dialect: 'lookout-vision',
  model: 'biscuits',
  stationId,
  names: { good: 'good', bad: 'anomaly' },
  perSecond: 50,
  mode: 'box',
  cloud: null,
  sample: 0.05,
  twice: 0.02,
  labelMap: {},
  limit: 0.5,
  critical: null,
  priceId: null,
  serviceId: null,
}

export const dropInRoute: DropInRoute = {
  ...dropInConfig,
  cloud: null,
  id: '0199d2ab-4d5e-7f60-8b72-8c9d0e1f2032',
  accessKey: 'NABIJ0123456789ABCDE',
  createdAt: morning,
  lastAt: morning + 61_400,
  answered: 1204,
  refused: 2,
  shadow: { waiting: 0, compared: 0, dropped: 0, fellBack: 0, cloudFailed: 0, unreadable: 0 },
}

export const outputConfig: OutputConfig = {
  kind: 'webhook',
  address: 'https://erp.example/nabij',
  on: ['fail', 'alarm'],
  enabled: true,
}

export const output: Output = {
  id: '0199d2ab-4d5e-7f60-8b72-8c9d0e1f2031',
  stationId,
  kind: 'webhook',
  address: 'https://erp.example/nabij',
  topic: null,
  on: ['fail', 'alarm'],
  enabled: true,
  createdAt: morning,
  waiting: 0,
  waitingSince: null,
  lastSentAt: morning + 61_400,
  problem: null,
}

export const overview: Overview = {
  hours: [{ at: morning, pass: 1184, fail: 17, unsure: 3, dropped: 0 }],
  kinds: [
    { kind: 'crack', fails: 12 },
    { kind: null, fails: 5 },
  ],
  feedback: { right: 14, falseAlarms: 2, misses: 0, unjudged: 3 },
  ms: { p50: 37, p95: 52 },
}
