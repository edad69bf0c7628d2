import { join } from 'node:path'
import { newId, usualSettings } from '@nabij/base'
import type { OutputRow, StationRow } from '@nabij/stations'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStores, type Stores } from './stores.ts'
import { classOf, middleOf } from './tallies.ts'
import { correction, photo, recipe, station, temporaryFolder, verdict } from './testing/samples.ts'

const place = temporaryFolder()
let stores: Stores
let press: StationRow

beforeAll(async () => {
  stores = await openStores({ path: join(place.folder, 'nabij.sqlite'), clock: () => 1000 })
})
beforeEach(async () => {
  press = station()
  await stores.stations.insert(press)
})
afterAll(async () => {
  await stores.close()
  place.remove()
})

async function output(change: Partial<OutputRow> = {}): Promise<OutputRow> {
  const row = { id: newId(), stationId: press.id, config: '{"kind":"webhook"}', createdAt: 5 }
  const made = { ...row, lastSentAt: null, problem: null, ...change }
  await stores.outputs.insert(made)
  return made
}

async function drain(id: string): Promise<{ id: string; body: string }[]> {
  const taken = []
  for (let next = await stores.outputs.next(id); next; next = await stores.outputs.next(id)) {
    taken.push({ id: next.id, body: next.body })
    await stores.outputs.sent(id, next.seq, 7)
  }
  return taken
}

describe('messages', () => {
  it('wait from the moment that their verdict is stored, in order, each once', async () => {
    const [one, two] = [await output(), await output()]
    const records = Array.from({ length: 30 }, (_, n) => verdict(press.id, { key: `${n % 20}`, outputs: [one.id] }))
    const stored = await Promise.all(records.map((record) => stores.verdicts.record(record)))
    await stores.verdicts.record(verdict(press.id, { outputs: [one.id, two.id] }))
    const [listed] = await stores.outputs.list(press.id)
    expect(listed).toEqual({ ...one, waiting: 21, waitingSince: 60_000 })
    const sent = await drain(one.id)
    expect(sent).toHaveLength(21)
    for (const [at, { id, body }] of sent.slice(0, 20).entries()) {
      expect(id).toBe(`verdict-${stored[at]?.id}`)
      expect(JSON.parse(body)).toEqual({ type: 'verdict', verdict: stored[at] })
    }
    expect(await drain(two.id)).toHaveLength(1)
    expect(await stores.outputs.list(press.id)).toMatchObject([
      { waiting: 0, waitingSince: null, lastSentAt: 7, problem: null },
      { waiting: 0 },
    ])
  })

  it('of an alarm carry the rule as the station has it', async () => {
    const rule = { id: newId(), verdict: 'fail' as const, count: 3, of: 3 }
    await stores.stations.update(press.id, { settings: JSON.stringify({ ...usualSettings, rules: [rule] }) })
    const { id } = await output()
    const stored = await stores.verdicts.record(verdict(press.id, { alarm: { rule: rule.id, outputs: [id] } }))
    await stores.verdicts.record(verdict(press.id, { alarm: { rule: newId(), outputs: [id] } }))
    const [first, second] = await drain(id)
    expect(first?.id).toBe(`alarm-${stored.id}`)
    expect(JSON.parse(first?.body ?? '')).toEqual({ type: 'alarm', rule, verdict: stored })
    expect(JSON.parse(second?.body ?? '')).toMatchObject({ rule: { id: expect.any(String) } })
  })

  it('say what the last try said, and go with their output', async () => {
    const { id } = await output()
    await stores.verdicts.record(verdict(press.id, { outputs: [id] }))
    await stores.outputs.failed(id, 'NABIJ_OUTPUT_TIMEOUT')
    expect((await stores.outputs.all()).find((row) => row.id === id)).toMatchObject({ problem: 'NABIJ_OUTPUT_TIMEOUT' })
    await stores.outputs.update(id, '{"kind":"relay"}')
    await stores.outputs.remove(id)
    expect(await stores.outputs.next(id)).toBeNull()
    expect(await stores.outputs.list(press.id)).toEqual([])
    // Somebody removed the output while a verdict was on its way.
    expect((await stores.verdicts.record(verdict(press.id, { outputs: [id] }))).stationId).toBe(press.id)
  })
})

describe('feedback', () => {
  it('is found, says whether the box was right, and is taken back', async () => {
    const at = { recordedAt: 60_000 }
    const judged = [
      await stores.verdicts.record(verdict(press.id, { ...at, verdict: 'fail', score: 0.9 })),
      await stores.verdicts.record(verdict(press.id, { ...at, verdict: 'pass' })),
      await stores.verdicts.record(verdict(press.id, { ...at, verdict: 'fail', score: 0.9 })),
      await stores.verdicts.record(verdict(press.id, { ...at, verdict: 'unsure', score: null })),
      await stores.verdicts.record(verdict(press.id, at)),
    ]
    const ids = judged.map(({ id }) => id)
    const say = (at: number, label: 'good' | 'bad', kind: string | null = null) =>
      stores.verdicts.setFeedback(ids[at] ?? '', { label, kind, at: 9, by: null })
    await say(0, 'good')
    await say(1, 'bad', 'burnt')
    await say(2, 'bad')
    await say(3, 'good')
    const list = async (feedback: true | 'mistakes') =>
      (await stores.verdicts.list({ stationId: press.id, limit: 9, feedback })).map(({ id }) => ids.indexOf(id))
    expect(await list(true)).toEqual([3, 2, 1, 0])
    expect(await list('mistakes')).toEqual([1, 0])
    const { feedback } = await stores.verdicts.overview(press.id, 0, 90_000_000)
    expect(feedback).toEqual({ right: 1, falseAlarms: 1, misses: 1, unjudged: 1 })
    const seqs = async () =>
      (await stores.keeping.leastWorthKeeping('frame', 100)).map(({ seq, keep }) => ({ seq, keep }))
    expect(await seqs()).toEqual([])
    expect(await stores.verdicts.setFeedback(ids[1] ?? '', null)).toEqual(judged[1])
    expect(await list('mistakes')).toEqual([0])
    await expect(stores.verdicts.setFeedback(newId(), null)).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('keeps its picture longest', async () => {
    const kept = await stores.verdicts.record(verdict(press.id, { frame: '1'.repeat(64), verdict: 'fail', score: 1 }))
    const mine = async () => (await stores.keeping.leastWorthKeeping('frame', 1000)).find(({ seq }) => seq === kept.seq)
    expect((await mine())?.keep).toBe(4)
    await stores.verdicts.setFeedback(kept.id, { label: 'bad', kind: null, at: 1, by: null })
    expect((await mine())?.keep).toBe(5)
    await stores.verdicts.setFeedback(kept.id, null)
    expect((await mine())?.keep).toBe(4)
  })
})

describe('an overview', () => {
  it('adds up hours, kinds and times, and counts each part once', async () => {
    const hour = 3_600_000
    const kinds = ['crack', 'burnt', 'crack', null]
    for (const [n, name] of kinds.entries()) {
      const kind = name === null ? null : { name, confidence: 0.8 }
      const record = verdict(press.id, { verdict: 'fail', kind, recordedAt: hour * (1 + (n % 2)), key: `k${n}` })
      await stores.verdicts.record(record)
      await stores.verdicts.record({ ...record, id: newId() })
    }
    // What passed may resemble a kind; it is not counted as one that failed.
    await stores.verdicts.record(verdict(press.id, { recordedAt: hour, kind: { name: 'crack', confidence: 0.1 } }))
    await stores.verdicts.addDropped(press.id, hour, 3)
    const overview = await stores.verdicts.overview(press.id, hour + 5, 3 * hour)
    expect(overview.hours).toEqual([
      { at: hour, pass: 1, fail: 2, unsure: 0, dropped: 3 },
      { at: 2 * hour, pass: 0, fail: 2, unsure: 0, dropped: 0 },
    ])
    expect(overview.kinds).toHaveLength(3)
    expect(overview.kinds[0]).toEqual({ kind: 'crack', fails: 2 })
    expect(overview.kinds).toContainEqual({ kind: null, fails: 1 })
    expect((await stores.verdicts.overview(press.id, 2 * hour, 3 * hour)).kinds).toHaveLength(2)
    expect(await stores.verdicts.overview(press.id, 9 * hour, 10 * hour)).toMatchObject({ hours: [], ms: null })
  })

  it('knows times within a twentieth', async () => {
    for (let ms = 0.3; ms < 60_000; ms *= 1.07) expect(Math.abs(middleOf(classOf(ms)) / ms - 1)).toBeLessThan(0.05)
    const times = Array.from({ length: 200 }, (_, n) => 10 + n)
    const record = (total: number) => verdict(press.id, { ms: { decode: 1, locate: 1, model: 1, total } })
    await Promise.all(times.map((total) => stores.verdicts.record(record(total))))
    const { ms } = await stores.verdicts.overview(press.id, 0, 3_600_000)
    expect(Math.abs((ms?.p50 ?? 0) / 110 - 1)).toBeLessThan(0.06)
    expect(Math.abs((ms?.p95 ?? 0) / 200 - 1)).toBeLessThan(0.06)
  })
})

describe('a station’s own', () => {
  it('products have their own active recipe and go with their photos', async () => {
    const [left, right] = [
      { id: newId(), name: 'Left', code: 'L' },
      { id: newId(), name: 'Right', code: null },
    ]
    for (const product of [left, right]) await stores.products.insert(press.id, product)
    const one = await stores.recipes.insert(recipe(press.id, { productId: left.id }))
    const two = await stores.recipes.insert(recipe(press.id, { productId: right.id }))
    const three = await stores.recipes.insert(recipe(press.id, { productId: right.id }), false)
    expect(await stores.recipes.active(press.id)).toEqual([two, one])
    await stores.recipes.activate(press.id, three.id)
    expect(await stores.recipes.active(press.id)).toEqual([three, one])
    await stores.products.update(left.id, { code: null })
    expect(await stores.products.list(press.id)).toEqual([{ ...left, code: null }, right])
    const { id } = await stores.photos.insert(photo(press.id, { productId: right.id }))
    await stores.products.remove(right.id)
    expect(await stores.products.list(press.id)).toHaveLength(1)
    expect(await stores.photos.get(id)).toBeNull()
    expect(await stores.recipes.list(press.id)).toEqual([one])
    await expect(stores.products.update(right.id, { name: 'x' })).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('corrections, jobs and changed photos come back as they were', async () => {
    const flip = {
      photoId: newId(),
      name: 'a',
      label: 'good' as const,
      before: 'fail' as const,
      after: 'pass' as const,
    }
    const [first, second] = [correction(press.id), correction(press.id, { flips: [{ ...flip, wrong: false }] })]
    await stores.corrections.insert(first)
    await stores.corrections.insert(second)
    expect(await stores.corrections.list(press.id)).toEqual([second, first])
    const recipeId = newId()
    await stores.corrections.update(first.id, { state: 'undone', recipeId })
    expect(await stores.corrections.get(first.id)).toEqual({ ...first, state: 'undone', recipeId })

    const job = { id: newId(), stationId: press.id, productId: null, createdAt: 9 }
    await stores.jobs.insert(job)
    expect(await stores.jobs.list()).toContainEqual(job)
    await stores.jobs.remove(job.id)
    expect(await stores.jobs.list()).not.toContainEqual(job)

    const look = { brightness: 0.4, contrast: 0.2, clipped: 0, sharpness: 0.5, hash: '0'.repeat(64) }
    const taken = await stores.photos.insert(photo(press.id, { label: 'bad', kind: 'crack', verdictId: newId(), look }))
    expect(taken).toMatchObject({ kind: 'crack', look })
    await stores.photos.update(taken.id, { label: 'good', kind: null, leftOut: true })
    expect(await stores.photos.get(taken.id)).toEqual({ ...taken, label: 'good', kind: null, leftOut: true })
  })

  it('a photo that was brought is that again when what was said of it is taken back; one that came of a word goes out', async () => {
    const brought = await stores.photos.insert(photo(press.id, { label: 'good', sha256: 'b'.repeat(64) }))
    await stores.photos.say(brought.id, { label: 'bad', kind: 'crack' })
    await stores.photos.say(brought.id, { label: 'bad', kind: 'dent' })
    await stores.photos.update(brought.id, { belongs: true })
    expect((await stores.photos.get(brought.id))?.belongs).toBe(true)
    await stores.photos.update(brought.id, { belongs: false })
    expect(await stores.photos.get(brought.id)).toEqual({ ...brought, label: 'bad', kind: 'dent' })
    for (let twice = 0; twice < 2; twice++) {
      await stores.photos.unsay(brought.id)
      expect(await stores.photos.get(brought.id)).toEqual(brought)
    }
    const ofWord = await stores.photos.insert(
      photo(press.id, { label: 'good', sha256: 'c'.repeat(64), verdictId: newId() }),
    )
    await stores.photos.say(ofWord.id, { label: 'good', kind: null })
    await stores.photos.unsay(ofWord.id)
    expect(await stores.photos.get(ofWord.id)).toEqual({ ...ofWord, leftOut: true })
    await stores.photos.say(brought.id, { label: 'bad', kind: null })
    await stores.photos.update(brought.id, { label: 'bad', kind: 'hole' })
    await stores.photos.unsay(brought.id)
    expect(await stores.photos.get(brought.id)).toEqual({ ...brought, label: 'bad', kind: 'hole' })
  })

  it('goes when the station goes, message by message', async () => {
    const { id } = await output()
    for (let n = 0; n < 5; n++) await stores.verdicts.record(verdict(press.id, { outputs: [id] }))
    await stores.corrections.insert(correction(press.id))
    await stores.products.insert(press.id, { id: newId(), name: 'A', code: null })
    await stores.jobs.insert({ id: newId(), stationId: press.id, productId: null, createdAt: 9 })
    await stores.stations.remove(press.id)
    expect([await stores.outputs.list(press.id), await stores.corrections.list(press.id)]).toEqual([[], []])
    expect((await stores.jobs.list()).filter((job) => job.stationId === press.id)).toEqual([])
    while ((await stores.keeping.deleteOldRows({ verdictsBefore: 0, minutesBefore: 0 }, 2)) > 0);
    expect(await stores.outputs.next(id)).toBeNull()
  })
})

describe('all verdicts of a station', () => {
  it('come a page at a time, those of a stretch of time only, also when the clock jumped', async () => {
    const other = station()
    await stores.stations.insert(other)
    const times = Array.from({ length: 1200 }, (_, n) => (n % 7 === 0 ? 500 : 1000 + n))
    await Promise.all(times.map((recordedAt) => stores.verdicts.record(verdict(press.id, { recordedAt }))))
    await stores.verdicts.record(verdict(other.id, { recordedAt: 1500 }))
    const found = []
    for await (const { verdict: one } of stores.verdictLines(press.id, { from: 1000, to: 2000 })) found.push(one)
    expect(found.map(({ recordedAt }) => recordedAt)).toEqual(times.filter((at) => at >= 1000 && at < 2000))
    expect(found.every(({ stationId }) => stationId === press.id)).toBe(true)
  })
})
