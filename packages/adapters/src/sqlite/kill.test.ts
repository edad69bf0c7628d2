import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openBlobs } from '../blobs/index.ts'
import { openStores } from './index.ts'
import { openLocal } from './local-database.ts'
import { temporaryFolder } from './testing/samples.ts'

const kills = process.env.NABIJ_SLOW ? 50 : 4
const place = temporaryFolder()
afterAll(() => place.remove())

const program = new URL('./testing/write-until-killed.ts', import.meta.url).pathname
const path = join(place.folder, 'own')

/** Starts a writer and kills it after it has acknowledged `lines` verdicts; returns what it acknowledged. */
async function writeAndKill(prefix: string, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, path, prefix], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  child.stdout.on('data', (chunk) => {
    output += chunk
    if (output.split('\n').length > lines) child.kill('SIGKILL')
  })
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)))
  expect({ signal, complaint }).toMatchObject({ signal: 'SIGKILL' })
  return output.split('\n').slice(0, -1)
}

it(`${kills} kills of a writer: no acknowledged verdict lost, none doubled, no half file`, {
  timeout: 600_000,
}, async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < kills; round++)
    acknowledged.push(...(await writeAndKill(String(round), 1 + ((round * 37) % 150))))
  expect(acknowledged.length).toBeGreaterThan(kills)

  await openBlobs({ folder: path, clock: Date.now })
  const stores = await openStores({ path: join(path, 'nabij.sqlite'), clock: Date.now })
  const [press] = await stores.stations.list()
  const counted = await stores.verdicts.counts(press?.id ?? '', 0)
  await stores.close()

  const { raw, close } = openLocal(join(path, 'nabij.sqlite'), { readOnly: true })
  expect(raw.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  const rows = raw.prepare('select seq, id, key, verdict, frame from verdict order by seq').all()
  close()
  const stored = new Map(rows.map((row) => [row.key, row.id]))
  expect(stored.size).toBe(rows.length)
  for (const line of acknowledged) {
    const [key = '', id] = line.split(' ')
    expect({ key, id: stored.get(key) }).toEqual({ key, id })
  }
  expect(counted.pass + counted.fail).toBe(rows.length)
  expect(counted.fail).toBe(rows.filter((row) => row.verdict === 'fail').length)

  const hashes = new Set(rows.map((row) => String(row.frame)))
  for (const name of readdirSync(join(path, 'blobs'), { recursive: true })
    .map(String)
    .filter((name) => name.length > 60)) {
    const content = readFileSync(join(path, 'blobs', name))
    expect(createHash('sha256').update(content).digest('hex')).toBe(name.slice(3))
    hashes.delete(name.slice(3))
  }
  expect([...hashes]).toEqual([])
  expect(readdirSync(join(path, 'tmp'))).toEqual([])
})
