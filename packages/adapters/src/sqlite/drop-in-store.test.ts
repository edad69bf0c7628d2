import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { newId } from '@nabij/base'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { openStores, type Stores } from './index.ts'
import { openLocal } from './local-database.ts'
import { comparisonRow } from './testing/comparison-row.ts'
import { temporaryFolder } from './testing/samples.ts'

const place = temporaryFolder()
afterAll(() => place.remove())

let stores: Stores
let path: string
const routeId = newId()
beforeEach(async () => {
  path = join(place.folder, `${newId()}.sqlite`)
  stores = await openStores({ path, clock: Date.now })
})
afterEach(() => stores.close())

async function all<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const found = []
  for await (const line of lines) found.push(line)
  return found
}

it('keeps comparisons in order, a route by itself, over a crash', async () => {
  const rows = [1, 2, 3].map((at) => comparisonRow({ routeId, at, agrees: at !== 2 }))
  for (const row of rows) await stores.dropIn.record(row)
  await stores.dropIn.record(comparisonRow({ at: 9 }))
  await stores.dropIn.record(comparisonRow({ routeId, at: 4, kind: 'twin', agrees: false }))
  await stores.crash()
  const lines = await all(stores.dropIn.lines(routeId))
  expect(lines.map(({ at, kind }) => [at, kind])).toEqual([
    [1, 'pair'],
    [2, 'pair'],
    [3, 'pair'],
    [4, 'twin'],
  ])
  expect(lines[0]).toMatchObject({ cloud: 'pass', box: 'pass', msCloud: 400.5, boxVersion: 'recipe 1', word: null })
  const { kind: _, frame: __, ...second } = rows[1] ?? comparisonRow()
  expect(await stores.dropIn.disagreements(routeId, 9)).toEqual([{ ...second, kept: false, word: null }])
})

it('reads more than a page', async () => {
  await Promise.all(Array.from({ length: 1203 }, (_, at) => stores.dropIn.record(comparisonRow({ routeId, at }))))
  const lines = await all(stores.dropIn.lines(routeId))
  expect(lines).toHaveLength(1203)
  expect(lines.map(({ at }) => at)).toEqual(lines.map((_, at) => at))
})

it('shows what waits for a word before what has one, newest first, and takes a word back', async () => {
  const rows = [1, 2, 3].map((at) => comparisonRow({ routeId, at, agrees: false }))
  for (const row of rows) await stores.dropIn.record(row)
  const ids = async () => (await stores.dropIn.disagreements(routeId, 9)).map(({ at }) => at)
  expect(await ids()).toEqual([3, 2, 1])
  const word = { label: 'bad' as const, by: 'Anna', at: 7 }
  expect(await stores.dropIn.say(rows[2]?.id ?? '', word)).toBe(true)
  expect(await ids()).toEqual([2, 1, 3])
  expect((await stores.dropIn.comparison(rows[2]?.id ?? ''))?.comparison.word).toEqual(word)
  expect(await stores.dropIn.say(rows[2]?.id ?? '', null)).toBe(true)
  expect(await ids()).toEqual([3, 2, 1])
  expect(await stores.dropIn.say(newId(), word)).toBe(false)
  expect(await stores.dropIn.comparison(newId())).toBeNull()
})

it('counts by the hour, and forgets a route with all that belongs to it', async () => {
  const hour = 3_600_000
  await Promise.all(
    (['cloud', 'cloud', 'failed', 'box'] as const).map((by) => stores.dropIn.record({ routeId, at: hour, by })),
  )
  await stores.dropIn.record({ routeId, at: 2 * hour, by: 'box' })
  await stores.dropIn.record({ routeId: newId(), at: hour, by: 'box' })
  expect(await stores.dropIn.hours(routeId)).toEqual([
    { at: hour, cloud: 2, failed: 1, box: 1 },
    { at: 2 * hour, cloud: 0, failed: 0, box: 1 },
  ])
  await stores.dropIn.record(comparisonRow({ routeId }))
  await stores.dropIn.forget(routeId)
  expect([await stores.dropIn.hours(routeId), await all(stores.dropIn.lines(routeId))]).toEqual([[], []])
})

it('holds on to a picture about which both sides do not agree', async () => {
  const frame = 'f'.repeat(64)
  await stores.dropIn.record(comparisonRow({ routeId, frame, agrees: false }))
  expect(await stores.keeping.unreferenced([frame, 'e'.repeat(64)])).toEqual(['e'.repeat(64)])
  const copy = await stores.copyTo(`${path}.copy`)
  try {
    expect(await all(copy.blobs())).toEqual([frame])
  } finally {
    await copy.close()
  }
})

it('loses nothing that was stored, and doubles nothing, when it is killed', { timeout: 120_000 }, async () => {
  const program = new URL('./testing/compare-until-killed.ts', import.meta.url).pathname
  const folder = join(place.folder, 'killed')
  const promised: string[] = []
  for (let round = 0; round < (process.env.NABIJ_SLOW ? 50 : 3); round++) {
    const child = spawn(process.execPath, [program, folder, routeId], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.split('\n').length > 20 + round * 17) child.kill('SIGKILL')
    })
    await new Promise((resolve) => child.once('close', resolve))
    promised.push(...output.split('\n').slice(0, -1))
  }
  const compared = promised.flatMap((line) => (line.startsWith('compared ') ? [line.slice('compared '.length)] : []))
  const counted = promised.filter((line) => line === 'counted').length
  const { raw, close } = openLocal(join(folder, 'nabij.sqlite'), { readOnly: true })
  const ids = raw
    .prepare('select id from drop_in_comparison')
    .all()
    .map((row) => String(row.id))
  const hours = raw.prepare('select sum(cloud) as cloud from drop_in_hour').get()
  expect(raw.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  close()
  expect(compared.length).toBeGreaterThan(5)
  expect(compared.filter((id) => !ids.includes(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(Number(hours?.cloud)).toBeGreaterThanOrEqual(counted)
})
