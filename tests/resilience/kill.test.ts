import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Verdict } from '@nabij/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { call, createStation, postFrame, teachStation } from '../support/client.ts'
import { until } from '../support/until.ts'

const kills = process.env.NABIJ_SLOW ? 50 : 8

describe(`${kills} kills at random moments under load`, () => {
  const { root, remove } = temporaryRoot()
  const acknowledged = new Map<string, string>()
  let pictures: Uint8Array[]
  let stationId: string
  let box: RunningBox

  beforeAll(async () => {
    pictures = await biscuitPhotos(12)
    box = await startBox(root)
    stationId = (await createStation(box.address, 'Killed')).id
    expect((await teachStation(box.address, stationId, pictures)).state).toBe('done')
  })
  afterAll(async () => {
    await box.stop()
    remove()
  })

  it('loses no acknowledged verdict, doubles none and leaves no half file', { timeout: 900_000 }, async () => {
    for (let round = 0; round < kills; round++) {
      const before = acknowledged.size
      const load = [0, 1, 2, 3].map((client) => sendUntilRefused(`${round}-${client}`))
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
    expect((await box.stop()) ?? 0).toBe(0)
    inspectWhatLiesOnDisk()
    box = await startBox(root)
    console.log(`${kills} kills, ${acknowledged.size} verdicts acknowledged, none lost, none doubled`)
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
