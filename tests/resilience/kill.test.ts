import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Correction, Job, Output, Photo, Recipe, Verdict } from '@nabij/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Biscuit, biscuitPhotos, biscuits } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { call, createStation, finished, postFrame, teachStation } from '../support/client.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { until } from '../support/until.ts'

const kills = Number(process.env.NABIJ_KILLS ?? (process.env.NABIJ_SLOW ? 200 : 8))

describe(`${kills} kills at random moments under load`, () => {
  const { root, remove } = temporaryRoot()
  const acknowledged = new Map<string, string>()
  /** Which biscuit a verdict is about. */
  const about = new Map<string, Biscuit>()
  /** What was answered to people: words that were taken in, and those that were taken back again. */
  const words = new Map<string, Biscuit>()
  const takenBack = new Set<string>()
  const lessons = new Set<string>()
  const said = new Set<Biscuit>()
  let receiver: Receiver | null = null
  const received = (): Receiver['received'] => receiver?.received ?? []
  let outputId: string
  let parts: Biscuit[]
  let sent = 0
  let stationId: string
  let box: RunningBox

  beforeAll(async () => {
    parts = await biscuits(60, 7, 0.4)
    box = await startBox(root)
    stationId = (await createStation(box.address, 'Killed')).id
    expect((await teachStation(box.address, stationId, await biscuitPhotos(12))).state).toBe('done')
    receiver = await startReceiver()
    const config = { kind: 'webhook', address: receiver.address, on: ['pass', 'fail', 'unsure'] }
    const body = JSON.stringify(config)
    const headers = { 'content-type': 'application/json' }
    const made = await call<Output>(box.address, `/stations/${stationId}/outputs`, { method: 'POST', headers, body })
    outputId = made.id
  }, 180_000)
  afterAll(async () => {
    await box.stop()
    await receiver?.stop()
    remove()
  })

  it('loses no acknowledged verdict, word or message, doubles none and leaves no half file', {
    timeout: 2_400_000,
  }, async () => {
    for (let round = 0; round < kills; round++) {
      const before = acknowledged.size
      const spoken = words.size
      const load = [0, 1, 2, 3].map((client) => sendUntilRefused(`${round}-${client}`))
      load.push(speakUntilRefused())
      const learned = round % 4 === 1 ? teachUntilRefused() : null
      if (learned) load.push(learned)
      // One in four dies while it warms up, the others in the middle of their work.
      if (round % 4 > 0)
        await until(
          () => acknowledged.size > before,
          () => box.output(),
        )
      // The first word after a start takes longer than most lives: one in four ends in the middle of a later one.
      if (round % 4 === 2 && said.size < parts.length)
        await until(
          () => words.size > spoken,
          () => box.output(),
        )
      // A lesson takes longer than most lives; now and then one is let to its end, and what came of it is killed.
      if (round % 40 === 5) await learned
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400))
      await box.kill()
      await Promise.all(load)
      box = await startBox(root)
    }
    expect(acknowledged.size).toBeGreaterThan(kills)
    for (const [key, id] of acknowledged) {
      expect((await call<Verdict>(box.address, `/verdicts/${id}`)).id).toBe(id)
      if (Number.parseInt(key, 10) % 10 === 0)
        expect((await postFrame(box.address, stationId, parts[0]?.picture as Uint8Array, key)).id).toBe(id)
    }
    await everyLessonEnded()
    await everyWordCounts()
    await everythingWasTold()
    expect((await box.stop()) ?? 0).toBe(0)
    inspectWhatLiesOnDisk()
    box = await startBox(root)
    const learned = `${words.size} words, ${takenBack.size} taken back, ${lessons.size} lessons`
    const told = `${received().length} messages`
    console.log(`${kills} kills, ${acknowledged.size} verdicts, ${learned}, ${told}: none lost, none doubled`)
  })

  /** Sends pictures one after the other until the box is gone. */
  async function sendUntilRefused(prefix: string): Promise<void> {
    for (let n = 0; ; n++) {
      const key = `${prefix}-${n}`
      try {
        const part = parts[sent++ % parts.length] as Biscuit
        const { id } = await postFrame(box.address, stationId, part.picture, key)
        acknowledged.set(key, id)
        about.set(id, part)
      } catch (error) {
        if (error instanceof TypeError) return
        throw error
      }
    }
  }

  /** Says of parts what they are, one after the other, and takes one word in four back, until the box is gone. */
  async function speakUntilRefused(): Promise<void> {
    try {
      for (;;) {
        const id = [...about.keys()].findLast((verdict) => !said.has(about.get(verdict) as Biscuit))
        if (id === undefined) await call(box.address, '/status')
        else await speak(id, about.get(id) as Biscuit)
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }

  async function speak(verdictId: string, part: Biscuit): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(part.defect ? { label: 'bad', kind: part.defect } : { label: 'good' })
    const word = await call<Correction>(box.address, `/verdicts/${verdictId}/feedback`, {
      method: 'POST',
      headers,
      body,
    })
    if (word.state === 'asks') await call(box.address, `/corrections/${word.id}/apply`, { method: 'POST' })
    words.set(word.id, part)
    said.add(part)
    if (words.size % 4 > 0) return
    await call(box.address, `/corrections/${word.id}/undo`, { method: 'POST' })
    takenBack.add(word.id)
  }

  /** Teaching that was accepted goes on after the kill. */
  async function teachUntilRefused(): Promise<void> {
    try {
      const job = await call<{ id: string }>(box.address, `/stations/${stationId}/teach`, { method: 'POST' })
      lessons.add(job.id)
      await finished(box.address, job.id)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }

  /** The receiver knows each message by its id: every verdict once, in order. */
  async function everythingWasTold(): Promise<void> {
    const outputs = async () =>
      (await call<{ outputs: Output[] }>(box.address, `/stations/${stationId}/outputs`)).outputs
    await until(
      async () => (await outputs()).find(({ id }) => id === outputId)?.waiting === 0,
      () => `${box.output()} ${received().length} messages`,
    )
    const told = new Map(received().map(({ id, body }) => [id, (JSON.parse(body) as { verdict: Verdict }).verdict]))
    const seqs = [...told.values()].map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    const ids = [...told.values()].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...acknowledged.values()]))
    expect(seqs.length).toBe((await call<Verdict>(box.address, `/verdicts/${ids.at(-1)}`)).seq)
  }

  /** Also those that a kill interrupted, each with one version of its own. */
  async function everyLessonEnded(): Promise<void> {
    const jobs = async () => (await call<{ jobs: Job[] }>(box.address, '/jobs')).jobs
    await until(
      async () => (await jobs()).every(({ state }) => state === 'done'),
      () => box.output(),
    )
    const { recipes } = await call<{ recipes: Recipe[] }>(box.address, `/stations/${stationId}/recipes`)
    expect(recipes.map(({ id }) => id)).toEqual(expect.arrayContaining([...lessons]))
    expect(new Set(recipes.map(({ version }) => version)).size).toBe(recipes.length)
    expect(recipes.filter(({ active }) => active)).toHaveLength(1)
    for (const { id } of recipes.slice(0, 20)) {
      const file = await fetch(`${box.address}/api/v1/recipes/${id}/file`)
      expect((await file.bytes()).length).toBeGreaterThan(1000)
    }
  }

  /** Each word once; the station judges by those that stand, and the photos say the same. */
  async function everyWordCounts(): Promise<void> {
    const stored = await call<{ corrections: Correction[] }>(box.address, `/stations/${stationId}/corrections`)
    const byId = new Map(stored.corrections.map((correction) => [correction.id, correction]))
    expect([...byId.keys()]).toEqual(expect.arrayContaining([...words.keys()]))
    expect(stored.corrections.filter(({ state }) => state === 'asks').length).toBeLessThanOrEqual(1)
    for (const id of takenBack) expect(byId.get(id)?.state).toBe('undone')
    const { photos } = await call<{ photos: Photo[] }>(box.address, `/stations/${stationId}/photos`)
    const photoOf = new Map(photos.map((photo) => [photo.id, photo]))
    for (const { photoId } of byId.values()) expect(photoOf.has(photoId)).toBe(true)
    for (const [id, part] of words) {
      const { photoId, state, label } = byId.get(id) as Correction
      if (state !== 'applied') continue
      expect(photoOf.get(photoId)).toMatchObject({ label, leftOut: false })
      const judged = await postFrame(box.address, stationId, part.picture, `after-${id}`)
      acknowledged.set(`after-${id}`, judged.id)
      expect(judged.verdict).not.toBe(label === 'good' ? 'fail' : 'pass')
    }
  }

  function inspectWhatLiesOnDisk(): void {
    const folder = join(root, 'own')
    const database = new DatabaseSync(join(folder, 'nabij.sqlite'), { readOnly: true })
    expect(database.prepare('pragma integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
    const rows = database.prepare('select key, frame, map from verdict where station_id = ?').all(stationId)
    const keys = rows.map((row) => row.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(expect.arrayContaining([...acknowledged.keys()]))
    for (const hash of new Set(rows.flatMap((row) => [row.frame, row.map]))) {
      const path = join(folder, 'blobs', String(hash).slice(0, 2), String(hash))
      expect(existsSync(path)).toBe(true)
      expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(hash)
    }
    database.close()
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  }
})
