import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Station, Verdict } from '@nabij/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { biscuitPhotos } from '../support/biscuits.ts'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { call, createStation, postFrame } from '../support/client.ts'
import { nabij, type Outcome } from '../support/nabij.ts'

describe('the data of a box', () => {
  const place = temporaryRoot()
  const root = join(place.root, 'data')
  const at = (name: string) => join(place.root, name)
  const run = (...words: string[]) => nabij([...words, '--data', root, '--json'])
  let box: RunningBox
  let station: Station
  let verdict: Verdict
  let taught: Outcome

  beforeAll(async () => {
    const photos = await biscuitPhotos(4)
    mkdirSync(at('photos'))
    for (const [index, photo] of photos.entries()) writeFileSync(at(`photos/${index}.jpg`), photo)
    box = await startBox(root)
    station = await createStation(box.address, 'Pers 2')
    taught = await run('station', 'teach', 'pers 2', at('photos'))
    verdict = await postFrame(box.address, station.id, photos[0] ?? new Uint8Array(), 'first')
  }, 180_000)
  afterAll(async () => {
    await box.stop()
    place.remove()
  })

  it('is shown and changed by its stations', async () => {
    expect(taught).toMatchObject({ code: 0, err: '' })
    expect(taught.json()).toMatchObject({ job: { state: 'done' }, unreadable: [] })
    expect((await run('station', 'list')).json()).toMatchObject({
      stations: [{ name: 'Pers 2', state: 'judging', today: { pass: 1 } }],
    })
    expect((await run('station', 'stop', station.id)).json()).toMatchObject({ state: 'stopped' })
    expect((await run('station', 'start', 'Pers 2')).json()).toMatchObject({ state: 'judging' })
    expect((await run('station', 'create', 'Oven', '--folder', at('photos'))).json()).toMatchObject({
      source: { kind: 'folder', path: at('photos') },
    })
    expect(await run('station', 'remove', 'Oven')).toMatchObject({ code: 2, out: expect.stringContaining('--yes') })
    expect(await run('station', 'remove', 'Oven', '--yes')).toMatchObject({ code: 0 })
    const none = await run('station', 'show', 'Oven')
    expect(none.code).toBe(2)
    expect(none.json()).toMatchObject({ error: { code: 'NABIJ_COMMAND_USE', action: 'Pers 2' } })
    expect((await run('job', 'list')).json()).toMatchObject({ jobs: [{ kind: 'teach', state: 'done' }] })
    const gone = await run('job', 'cancel', station.id)
    expect(gone.code).toBe(2)
    expect(gone.json()).toMatchObject({ error: { code: 'NABIJ_NOT_FOUND' } })
  })

  it('goes into a backup and comes back from it while the box runs', async () => {
    expect(await run('backup', at('a.tar'))).toMatchObject({ code: 0, err: '' })
    await createStation(box.address, 'Made later')
    expect(await run('restore', at('a.tar'))).toMatchObject({ code: 0, err: '' })
    expect((await call<{ stations: Station[] }>(box.address, '/stations')).stations.map(({ name }) => name)).toEqual([
      'Pers 2',
    ])
    expect((await call<Verdict>(box.address, `/verdicts/${verdict.id}`)).score).toBe(verdict.score)
    expect(readdirSync(root).filter((name) => name.startsWith('own.before-restore-'))).toHaveLength(1)
    expect((await call<{ lastBackupAt: number }>(box.address, '/status')).lastBackupAt).toBeGreaterThan(0)
  })

  it('is not touched by a backup that is damaged', async () => {
    const bytes = readFileSync(at('a.tar'))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
    writeFileSync(at('damaged.tar'), bytes)
    writeFileSync(at('short.tar'), bytes.subarray(0, 5000))
    for (const name of ['damaged.tar', 'short.tar', 'photos/0.jpg']) {
      const outcome = await run('restore', at(name))
      expect(outcome.code).toBe(2)
      expect(outcome.json()).toMatchObject({ error: { code: 'NABIJ_BACKUP_DAMAGED' } })
    }
    expect((await call<Verdict>(box.address, `/verdicts/${verdict.id}`)).id).toBe(verdict.id)
    expect(readdirSync(root).filter((name) => /unpacking|^restore/.test(name))).toEqual([])
  })

  it('is written out in open formats beside the box that runs', async () => {
    expect((await run('export', at('out'))).json()).toMatchObject({
      stations: 1,
      recipes: 1,
      photos: 4,
      verdicts: 1,
      pictures: 1,
    })
    expect(readdirSync(at('out'))).toEqual(
      expect.arrayContaining(['stations.json', 'verdicts.csv', 'recipes', 'photos', 'frames']),
    )
    const again = await run('export', at('out'))
    expect(again.code).toBe(2)
    expect(again.json()).toMatchObject({ error: { code: 'NABIJ_FOLDER_NOT_EMPTY' } })
  })

  it('goes into a backup and comes back from it without a box, on another computer', async () => {
    await box.stop()
    expect(await run('backup', at('b.tar'))).toMatchObject({ code: 0, err: '' })
    const elsewhere = join(place.root, 'elsewhere')
    expect(await nabij(['restore', at('b.tar'), '--data', elsewhere])).toMatchObject({ code: 0, err: '' })
    const other = await startBox(elsewhere)
    expect((await call<Verdict>(other.address, `/verdicts/${verdict.id}`)).score).toBe(verdict.score)
    await other.stop()
    box = await startBox(root)
  })

  it('is deleted, box and sample and backups and all, only after a yes', async () => {
    await call(box.address, '/sample', { method: 'POST' })
    writeFileSync(join(root, 'not-ours.txt'), 'mine')
    const asked = await run('delete', '--all')
    expect(asked.code).toBe(2)
    expect(existsSync(join(root, 'own'))).toBe(true)
    expect((await run('delete', '--all', '--yes')).json()).toMatchObject({ deleted: true, left: ['not-ours.txt'] })
    expect(readdirSync(root)).toEqual(['not-ours.txt'])
    rmSync(join(root, 'not-ours.txt'))
    expect((await run('delete', '--all', '--yes')).json()).toMatchObject({ deleted: false, left: [] })
    expect(existsSync(root)).toBe(false)
    expect(await fetch(box.address).catch(() => 'gone')).toBe('gone')
  })

  it('that is not there is a clear answer', async () => {
    for (const words of [
      ['backup', at('c.tar')],
      ['export', at('out-2')],
    ]) {
      const outcome = await nabij([...words, '--data', join(place.root, 'nowhere'), '--json'])
      expect(outcome.code).toBe(2)
      expect(outcome.json()).toMatchObject({ error: { code: 'NABIJ_DATA_ABSENT' } })
    }
    const outcome = await nabij(['station', 'list', '--data', join(place.root, 'nowhere')])
    expect(outcome.code).toBe(2)
    expect(outcome.err).toContain('NABIJ_BOX_NOT_RUNNING')
    expect(existsSync(join(place.root, 'nowhere'))).toBe(false)
  })
})
