import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Correction, Output, Photo, Recipe, Verdict } from '@nabij/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { call, createStation, finished, postFrame, teachStation } from '../support/client.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { until } from '../support/until.ts'

const kills = process.env.NABIJ_SLOW ? 200 : 8

describe(`${kills} kills at random moments under load`, () => {
  const { root, remove } = temporaryRoot()
  const acknowledged = new Map<string, string>()
  const corrections = new Map<string, string>()
  const lessons = new Set<string>()
  let receiver: Receiver | null = null
  const received = (): Receiver['received'] => receiver?.received ?? []
  let outputId: string
  let pictures: Uint8Array[]
  let stationId: string
  let box: RunningBox

  beforeAll(async () => {
    pictures = await biscuitPhotos(12)
    box = await startBox(root)
    stationId = (await createStation(box.address, 'Killed')).id
    expect((await teachStation(box.address, stationId, pictures)).state).toBe('done')
    receiver = await startReceiver()
    const config = { kind: 'webhook', address: receiver.address, on: ['pass', 'fail', 'unsure'] }
    const body = JSON.stringify(config)
    const headers = { 'content-type': 'application/json' }
    const made = await call<Output>(box.address, `/stations/${stationId}/outputs`, { method: 'POST', headers, body })
    outputId = made.id
  })
  afterAll(async () => {
    await box.stop()
    await receiver?.stop()
    remove()
  })

  it('loses no acknowledged verdict, word or message, doubles none and leaves no half file', {
    timeout: 900_000,
  }, async () => {
    for (let round = 0; round < kills; round++) {
      const before = acknowledged.size
      const load = [0, 1, 2, 3].map((client) => sendUntilRefused(`${round}-${client}`))
      load.push(speakUntilRefused())
      if (round % 4 === 1) load.push(teachUntilRefused())
      // One in four dies while it warms up, the others in the middle of their work.
      if (round % 4 > 0)
        await until(
          () => acknowledged.size > before,
          () => box.output(),
        )
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400))
      await box.kill()
      await Promise.all(load)
      box = await startBox(root)
    }
    expect(acknowledged.size).toBeGreaterThan(kills)
    for (const [key, id] of acknowledged) {
      expect((await call<Verdict>(box.address, `/verdicts/${id}`)).id).toBe(id)
      if (Number.parseInt(key, 10) % 10 === 0)
        expect((await postFrame(box.address, stationId, pictures[0] as Uint8Array, key)).id).toBe(id)
    }
    await everythingWasTold()
    await everyWordCounts()
    expect((await box.stop()) ?? 0).toBe(0)
    inspectWhatLiesOnDisk()
    box = await startBox(root)
    const words = `${corrections.size} words, ${lessons.size} lessons, ${received().length} messages`
    console.log(`${kills} kills, ${acknowledged.size} verdicts acknowledged, ${words}: none lost, none doubled`)
  })

  /** Sends pictures one after the other until the box is gone. */
  async function sendUntilRefused(prefix: string): Promise<void> {
    for (let n = 0; ; n++) {
      const key = `${prefix}-${n}`
      try {
        acknowledged.set(key, (await postFrame(box.address, stationId, pictures[n % 12] as Uint8Array, key)).id)
      } catch (error) {
        if (error instanceof TypeError) return
        throw error
      }
    }
  }

  /** Says of verdicts what they were, one after the other, until the box is gone. */
  async function speakUntilRefused(): Promise<void> {
    for (let n = 0; ; n++) {
      const [id] = [...acknowledged.values()].slice(-1 - n, -n || undefined)
      if (id === undefined) await new Promise((resolve) => setImmediate(resolve))
      try {
        if (id === undefined) await call(box.address, '/status')
        else corrections.set((await say(id)).id, id)
      } catch (error) {
        if (error instanceof TypeError) return
        throw error
      }
    }
  }

  function say(verdictId: string): Promise<Correction> {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ label: 'good' })
    return call(box.address, `/verdicts/${verdictId}/feedback`, { method: 'POST', headers, body })
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

  async function everyWordCounts(): Promise<void> {
    const stored = await call<{ corrections: Correction[] }>(box.address, `/stations/${stationId}/corrections`)
    expect(stored.corrections.map(({ id }) => id)).toEqual(expect.arrayContaining([...corrections.keys()]))
    expect(new Set(stored.corrections.map(({ verdictId }) => verdictId)).size).toBe(stored.corrections.length)
    const { photos } = await call<{ photos: Photo[] }>(box.address, `/stations/${stationId}/photos`)
    const pictured = new Set(photos.map(({ id }) => id))
    for (const { photoId } of stored.corrections) expect(pictured.has(photoId)).toBe(true)
    const { recipes } = await call<{ recipes: Recipe[] }>(box.address, `/stations/${stationId}/recipes`)
    expect(recipes.filter(({ active }) => active)).toHaveLength(1)
    for (const { id } of recipes.slice(0, 20)) {
      const file = await fetch(`${box.address}/api/v1/recipes/${id}/file`)
      expect((await file.bytes()).length).toBeGreaterThan(1000)
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
