import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newId } from '@nabij/base'
import type { StationRow } from '@nabij/stations'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStores, type Stores } from './index.ts'
import { photo, recipe, station, temporaryFolder, verdict } from './testing/samples.ts'

let place: ReturnType<typeof temporaryFolder>
let stores: Stores
let now: number
let press: StationRow

beforeAll(async () => {
  now = 10_000_000
  place = temporaryFolder()
  stores = await openStores({ path: join(place.folder, 'nabij.sqlite'), clock: () => now })
})
// Each test has a station of its own: opening the database takes longer than all that they do.
beforeEach(async () => {
  press = station()
  await stores.stations.insert(press)
})
afterAll(async () => {
  await stores.close()
  place.remove()
})

describe('verdicts', () => {
  it('come back as they were recorded, in the order in which they were stored', async () => {
    const record = verdict(press.id, {
      regions: [{ x: 0.1, y: 0.2, w: 0.3, h: 0.4, score: 0.9, area: 0.08 }],
      truth: { defect: 'hair', regions: [] },
      frame: 'f'.repeat(64),
      name: 'part 7',
    })
    const stored = await stores.verdicts.record(record)
    const { key: _k, frame: _f, map: _m, thumb: _t, outputs: _o, alarm: _a, ...said } = record
    const kept = { frameKept: true, mapKept: false }
    expect(stored).toEqual({ ...said, seq: expect.any(Number), feedback: null, ...kept })
    expect(await stores.verdicts.get(record.id)).toEqual(stored)
    expect(await stores.verdicts.evidence(record.id)).toEqual({ frame: 'f'.repeat(64), map: null, thumb: null })
    expect(await stores.verdicts.get(newId())).toBeNull()
    expect(await stores.verdicts.evidence(newId())).toBeNull()
  })

  it('of one part are stored and counted once, also when they arrive together', async () => {
    const parts = Array.from({ length: 50 }, (_, n) => verdict(press.id, { key: `part ${n % 10}` }))
    const stored = await Promise.all(parts.map((part) => stores.verdicts.record(part)))
    expect(new Set(stored.map((one) => one.id)).size).toBe(10)
    expect(await stores.verdicts.record(verdict(press.id, { key: 'part 3' }))).toEqual(stored[3])
    expect(await stores.verdicts.byKey(press.id, 'part 3')).toEqual(stored[3])
    expect(await stores.verdicts.counts(press.id, 0)).toEqual({ pass: 10, fail: 0, unsure: 0, dropped: 0 })
    const other = station()
    await stores.stations.insert(other)
    expect((await stores.verdicts.record(verdict(other.id, { key: 'part 3' }))).id).not.toBe(stored[3]?.id)
  })

  it('recorded again after an uncertain answer are the same one', async () => {
    const record = verdict(press.id)
    expect(await stores.verdicts.record(record)).toEqual(await stores.verdicts.record(record))
    expect(await stores.verdicts.counts(press.id, 0)).toMatchObject({ pass: 1 })
  })

  it('keep their order and pages when the clock jumps back', async () => {
    const times = [5_000_000, 6_000_000, 1_000_000, 2_000_000, 7_000_000]
    for (const recordedAt of times) await stores.verdicts.record(verdict(press.id, { recordedAt }))
    const first = await stores.verdicts.list({ stationId: press.id, limit: 2 })
    const second = await stores.verdicts.list({ stationId: press.id, limit: 10, before: first[1]?.seq ?? 0 })
    expect([...first, ...second].map((one) => one.recordedAt)).toEqual(times.toReversed())
    const since = await stores.verdicts.since(second[0]?.seq ?? 0, 10)
    expect(since.map((one) => one.recordedAt)).toEqual([2_000_000, 7_000_000])
    expect(await stores.verdicts.lastSeq()).toBe(since[1]?.seq)
  })

  it('never get a number a second time, also when the newest is gone', async () => {
    const { seq } = await stores.verdicts.record(verdict(press.id))
    while ((await stores.keeping.deleteOldRows({ verdictsBefore: 1e12, minutesBefore: 0 }, 100)) > 0);
    expect(await stores.verdicts.lastSeq()).toBe(0)
    expect((await stores.verdicts.record(verdict(press.id))).seq).toBeGreaterThan(seq)
  })

  it('are listed by word', async () => {
    for (const word of ['pass', 'fail', 'pass', 'unsure', 'fail'] as const)
      await stores.verdicts.record(verdict(press.id, { verdict: word }))
    const fails = await stores.verdicts.list({ stationId: press.id, verdict: 'fail', limit: 10 })
    expect(fails.map((one) => one.verdict)).toEqual(['fail', 'fail'])
  })

  it('of a station that is gone are refused without harming those beside them', async () => {
    const [lost, kept] = await Promise.allSettled([
      stores.verdicts.record(verdict(newId())),
      stores.verdicts.record(verdict(press.id)),
    ])
    expect(lost).toMatchObject({ status: 'rejected', reason: { code: 'NABIJ_NOT_FOUND' } })
    expect(kept.status).toBe('fulfilled')
  })
})

describe('roll-ups', () => {
  it('add up minutes and hours, without scores that are not there', async () => {
    const hour = 3_600_000
    const at = (minutes: number) => hour + minutes * 60_000 + 5
    await stores.verdicts.record(verdict(press.id, { recordedAt: at(1), score: 0.2 }))
    await stores.verdicts.record(verdict(press.id, { recordedAt: at(1), score: 0.6, verdict: 'fail' }))
    await stores.verdicts.record(verdict(press.id, { recordedAt: at(3), score: null, verdict: 'unsure' }))
    await stores.verdicts.record(verdict(press.id, { recordedAt: at(70), score: 0.4 }))
    await stores.verdicts.addDropped(press.id, at(2), 7)
    const empty = { fail: 0, unsure: 0 }
    expect(await stores.verdicts.series(press.id, 0, 9 * hour, 'minute')).toEqual([
      { at: hour + 60_000, n: 2, mean: 0.4, max: 0.6, fail: 1, unsure: 0 },
      { at: hour + 180_000, n: 1, mean: null, max: null, fail: 0, unsure: 1 },
      { ...empty, at: 2 * hour + 600_000, n: 1, mean: 0.4, max: 0.4 },
    ])
    const hours = await stores.verdicts.series(press.id, hour, 2 * hour, 'hour')
    expect(hours).toEqual([{ at: hour, n: 3, mean: 0.4, max: 0.6, fail: 1, unsure: 1 }])
    expect(await stores.verdicts.counts(press.id, 0)).toEqual({ pass: 2, fail: 1, unsure: 1, dropped: 7 })
    expect(await stores.verdicts.counts(press.id, at(2))).toEqual({ pass: 1, fail: 0, unsure: 1, dropped: 7 })
    expect(await stores.verdicts.counts(press.id, at(3) + 60_000)).toEqual({ pass: 1, fail: 0, unsure: 0, dropped: 0 })
  })
})

describe('the rest', () => {
  it('keeps stations, and hides a removed one with all that is its own', async () => {
    await stores.stations.update(press.id, { name: 'Press 3', stopped: true })
    expect(await stores.stations.get(press.id)).toEqual({ ...press, name: 'Press 3', stopped: true })
    const { id: verdictId } = await stores.verdicts.record(verdict(press.id, { frame: 'd'.repeat(64) }))
    const { id: photoId } = await stores.photos.insert(photo(press.id))
    const { id: recipeId } = await stores.recipes.insert(recipe(press.id))
    await stores.stations.remove(press.id)
    expect((await stores.stations.list()).map((row) => row.id)).not.toContain(press.id)
    expect(await stores.verdicts.get(verdictId)).toBeNull()
    expect(await stores.photos.get(photoId)).toBeNull()
    expect(await stores.recipes.get(recipeId)).toBeNull()
    await expect(stores.photos.insert(photo(press.id))).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
    while ((await stores.keeping.deleteOldRows({ verdictsBefore: 0, minutesBefore: 0 }, 1)) > 0);
    expect(await stores.keeping.unreferenced(['d'.repeat(64), 'a'.repeat(64), 'c'.repeat(64)])).toHaveLength(3)
  })

  it('numbers recipes, and has one active', async () => {
    const one = await stores.recipes.insert(recipe(press.id))
    const two = await stores.recipes.insert(recipe(press.id))
    expect([one.version, two.version]).toEqual([1, 2])
    expect(await stores.recipes.active(press.id)).toEqual([two])
    await stores.recipes.activate(press.id, one.id)
    expect(await stores.recipes.active(press.id)).toEqual([one])
    await expect(stores.recipes.activate(press.id, newId())).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
    expect(await stores.recipes.active(press.id)).toEqual([one])
    expect(await stores.recipes.list(press.id)).toEqual([two, one])
  })

  it('takes the same photo once', async () => {
    const first = await stores.photos.insert(photo(press.id))
    expect(await stores.photos.insert(photo(press.id, { name: 'again.jpg' }))).toEqual(first)
    expect(await stores.photos.list(press.id)).toEqual([first])
    await stores.photos.remove(first.id)
    expect(await stores.photos.list(press.id)).toEqual([])
  })

  it('keeps answers for a day, each for its own request', async () => {
    await stores.replies.store('k', 'POST /stations', { status: 201, body: '{}' })
    await stores.replies.store('k', 'POST /stations', { status: 201, body: 'second' })
    expect(await stores.replies.find('k', 'POST /stations')).toEqual({ status: 201, body: '{}' })
    await expect(stores.replies.find('k', 'POST /photos')).rejects.toMatchObject({ code: 'NABIJ_KEY_REUSED' })
    now += 86_400_001
    expect(await stores.replies.find('k', 'POST /photos')).toBeNull()
    await stores.replies.store('k', 'POST /photos', { status: 200, body: 'x' })
    expect(await stores.replies.find('k', 'POST /photos')).toEqual({ status: 200, body: 'x' })
  })

  it('adds up what left', async () => {
    const entry = { id: newId(), at: 5, purpose: 'webhook', host: 'example.org' }
    await stores.egress.begin(entry)
    expect(await stores.egress.total()).toEqual({ bytes: 0, connections: 1 })
    await stores.egress.add(entry.id, 100, 7)
    expect(await stores.egress.list(10)).toEqual([{ ...entry, bytesOut: 100, bytesIn: 7 }])
    expect(await stores.egress.total()).toEqual({ bytes: 100, connections: 1 })
  })

  it('keeps backups and settings', async () => {
    const backup = { name: 'a.tar', createdAt: 5, bytes: 10 }
    await stores.backups.insert(backup)
    expect(await stores.backups.list()).toEqual([backup])
    await stores.backups.remove('a.tar')
    expect(await stores.backups.list()).toEqual([])
    await stores.settings.set('language', 'nl')
    await stores.settings.set('language', 'en')
    expect(await stores.settings.get('language')).toBe('en')
    expect(await stores.settings.get('other')).toBeNull()
  })
})

describe('the threads', () => {
  it('that die let those who wait know, and are there again for the next', async () => {
    const kept = await stores.verdicts.record(verdict(press.id))
    const waiting = stores.verdicts.record(verdict(press.id, { key: 'k' }))
    const [refused] = await Promise.allSettled([waiting, stores.crash()])
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'NABIJ_DATABASE_LOST' } })
    expect(await stores.verdicts.get(kept.id)).toEqual(kept)
    const again = await stores.verdicts.record(verdict(press.id, { key: 'k' }))
    expect(await stores.verdicts.list({ stationId: press.id, limit: 10 })).toEqual([again, kept])
  })

  it('wait for another program that holds the database for a moment', async () => {
    const other = new DatabaseSync(join(place.folder, 'nabij.sqlite'))
    other.exec('begin immediate')
    let done = false
    const waiting = stores.verdicts.record(verdict(press.id)).then((stored) => {
      done = true
      return stored
    })
    // The read goes through meanwhile: only writing waits.
    expect(await stores.verdicts.list({ stationId: press.id, limit: 10 })).toEqual([])
    expect(done).toBe(false)
    other.exec('rollback')
    other.close()
    expect((await waiting).stationId).toBe(press.id)
  })

  it('that were closed stay closed, also for who comes late', async () => {
    const other = await openStores({ path: join(place.folder, 'other.sqlite'), clock: () => now })
    await other.close()
    await expect(other.stations.list()).rejects.toMatchObject({ code: 'NABIJ_DATABASE_LOST' })
    await expect(other.stations.insert(station())).rejects.toMatchObject({ code: 'NABIJ_DATABASE_LOST' })
    await other.close()
  })
})
