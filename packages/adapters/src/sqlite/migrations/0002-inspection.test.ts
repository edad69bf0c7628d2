import { DatabaseSync } from 'node:sqlite'
import { newId } from '@nabij/base'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLocal } from '../local-database.ts'
import { openStores, type Stores } from '../stores.ts'
import { temporaryFolder, verdict } from '../testing/samples.ts'
import { firstTables } from './0001-first.ts'

// Rows as the first release wrote them: column by column, in its own words.
const stationId = newId()
const photoId = newId()
const recipeIds = [newId(), newId()] as const
const verdictId = newId()
const hash = 'a'.repeat(64)
const facts = {
  format: 'nabij-inspection/1',
  size: 256,
  mode: 'still',
  photos: 20,
  rows: { local: 100, semantic: 20 },
  limit: 0.41,
  mapLimit: 0.5,
  goodScores: [0.1, 0.2],
  oddOnes: [],
  promise: { atMost: 0.14, confidence: 0.95 },
  next: { photos: 39, atMost: 0.05 },
  model: { name: 'efficientnet-lite0', sha256: hash },
}
const hour = 3_600_000

describe('a database of the first release', () => {
  const place = { folder: '', remove: (): void => undefined }
  let stores: Stores
  beforeEach(async () => {
    Object.assign(place, temporaryFolder())
    const path = `${place.folder}/nabij.sqlite`
    await writeFirst(path)
    stores = await openStores({ path, clock: () => 9 * hour })
  })
  afterEach(async () => {
    await stores.close()
    place.remove()
  })

  it('keeps every row; what it did not know has its usual value', async () => {
    expect(await stores.stations.get(stationId)).toMatchObject({ name: 'Press 2', settings: '{}' })
    const [newer, older] = await stores.recipes.list(stationId)
    expect([newer?.version, older?.version]).toEqual([2, 1])
    expect(newer).toMatchObject({ productId: null, made: 'taught', baseId: null, corrections: [] })
    expect(newer?.facts).toEqual({
      ...facts,
      locate: null,
      located: 'switched-off',
      region: null,
      ignore: [],
      normal: null,
      badScores: [],
      errors: null,
      kinds: [],
      corrections: { good: 0, bad: 0 },
    })
    expect((await stores.recipes.active(stationId)).map(({ id }) => id)).toEqual([recipeIds[1]])
    const photo = { kind: null, productId: null, verdictId: null, leftOut: false, look: null, remarks: [] }
    expect(await stores.photos.get(photoId)).toMatchObject({ label: 'good', sha256: hash, belongs: false, ...photo })
    expect(await stores.verdicts.get(verdictId)).toEqual({
      id: verdictId,
      seq: 1,
      stationId,
      recipeId: recipeIds[1],
      verdict: 'fail',
      reason: null,
      score: 0.9,
      limit: 0.41,
      regions: [{ x: 0.1, y: 0.1, w: 0.5, h: 0.5, score: 0.9, area: 0.25 }],
      parts: [],
      layers: null,
      kind: null,
      productId: null,
      feedback: null,
      capturedAt: 2 * hour,
      recordedAt: 2 * hour,
      name: 'part 1',
      width: 640,
      height: 480,
      frameKept: true,
      mapKept: true,
      truth: null,
      ms: { decode: 5, locate: 0, model: 8, total: 14 },
    })
    expect(await stores.verdicts.evidence(verdictId)).toEqual({ frame: hash, map: hash, thumb: null })
  })

  it('is added up with what comes after', async () => {
    const kind = { name: 'crack', confidence: 0.9 }
    await stores.verdicts.record(verdict(stationId, { verdict: 'fail', recordedAt: 2 * hour + 5, kind }))
    expect(await stores.verdicts.overview(stationId, 0, 9 * hour)).toEqual({
      hours: [{ at: 2 * hour, pass: 0, fail: 2, unsure: 0, dropped: 0 }],
      kinds: expect.arrayContaining([
        { kind: 'crack', fails: 1 },
        { kind: null, fails: 1 },
      ]),
      feedback: { right: 0, falseAlarms: 0, misses: 0, unjudged: 0 },
      ms: { p50: expect.closeTo(13.45, 1), p95: expect.closeTo(13.45, 1) },
    })
  })

  it('takes feedback on what it judged before', async () => {
    const feedback = { label: 'good' as const, kind: null, at: 5, by: 'Ans' }
    expect((await stores.verdicts.setFeedback(verdictId, feedback)).feedback).toEqual(feedback)
    expect(await stores.verdicts.list({ stationId, limit: 5, feedback: 'mistakes' })).toHaveLength(1)
  })
})

async function writeFirst(path: string): Promise<void> {
  const { db, close } = openLocal(path)
  const steps = { '0001-first': { up: firstTables } }
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => steps } }).migrateToLatest()
  close()
  if (error) throw error
  const raw = new DatabaseSync(path)
  const add = (table: string, row: Record<string, string | number | null>): void => {
    const marks = Object.keys(row).map(() => '?')
    raw.prepare(`insert into ${table} (${Object.keys(row).join()}) values (${marks.join()})`).run(...Object.values(row))
  }
  add('station', { id: stationId, name: 'Press 2', source: '{"kind":"http"}', stopped: 0, created_at: 1 })
  for (const [at, id] of recipeIds.entries()) {
    const file = { sha256: hash, bytes: 10, facts: JSON.stringify(facts) }
    add('recipe', { id, station_id: stationId, version: at + 1, active: at, created_at: 1, ...file })
  }
  const size = { width: 640, height: 480 }
  const photo = { id: photoId, station_id: stationId, label: 'good', name: 'a.jpg', sha256: hash, bytes: 5 }
  add('photo', { ...photo, ...size, created_at: 1 })
  add('verdict', {
    id: verdictId,
    station_id: stationId,
    recipe_id: recipeIds[1],
    verdict: 'fail',
    score: 0.9,
    score_limit: 0.41,
    regions: '[{"x":0.1,"y":0.1,"w":0.5,"h":0.5,"score":0.9}]',
    captured_at: 2 * hour,
    recorded_at: 2 * hour,
    name: 'part 1',
    ...size,
    frame: hash,
    map: hash,
    ms: '{"decode":5,"model":8,"total":14}',
    keep: 4,
  })
  const sums = { n: 1, scored: 1, sum: 0.9, max: 0.9, fail: 1, unsure: 0, dropped: 0 }
  for (const bucket of ['minute', 'hour']) add('roll_up', { station_id: stationId, bucket, at: 2 * hour, ...sums })
  raw.close()
}
