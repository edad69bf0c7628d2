import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openBlobs } from '../blobs/index.ts'
import { openStores } from './index.ts'
import { openLocal } from './local-database.ts'
import { temporaryFolder } from './testing/samples.ts'

const kills = process.env.NABIJ_SLOW ? 200 : 4
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

it(`${kills} kills of a writer: no acknowledged verdict, word or message lost, none doubled, no half file`, {
  timeout: 600_000,
}, async () => {
  const promised: string[][] = []
  for (let round = 0; round < kills; round++)
    promised.push(...(await writeAndKill(String(round), 1 + ((round * 37) % 150))).map((line) => line.split(' ')))
  const of = (what: string) => promised.filter(([first]) => first === what).map(([, a = '', b = '']) => [a, b] as const)
  const acknowledged = of('stored')
  expect(acknowledged.length).toBeGreaterThan(kills)

  await openBlobs({ folder: path, clock: Date.now })
  const stores = await openStores({ path: join(path, 'nabij.sqlite'), clock: Date.now })
  const [press] = await stores.stations.list()
  const counted = await stores.verdicts.counts(press?.id ?? '', 0)
  await stores.close()

  const { raw, close } = openLocal(join(path, 'nabij.sqlite'), { readOnly: true })
  expect(raw.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  const rows = raw.prepare('select seq, id, key, verdict, frame, said from verdict order by seq').all()
  const marked = raw
    .prepare('select c.id, c.verdict_id, p.sha256 from correction c join photo p on p.id = c.photo_id')
    .all()
  const waiting = raw.prepare('select id from outbox order by seq').all()
  close()
  const stored = new Map(rows.map((row) => [row.key, row.id]))
  expect(stored.size).toBe(rows.length)
  for (const [key, id] of acknowledged) expect({ key, id: stored.get(key) }).toEqual({ key, id })

  const said = new Map(marked.map((row) => [row.id, row.verdict_id]))
  const withWord = new Set(rows.filter((row) => row.said === 'bad').map((row) => row.id))
  for (const [verdictId, correctionId] of of('said')) {
    expect({ correctionId, verdictId: said.get(correctionId) }).toEqual({ correctionId, verdictId })
    expect(withWord.has(verdictId)).toBe(true)
  }

  // The other side knows each message by its id: what came again after a kill is the same one, in the same place.
  const received = [...new Map(of('sent').map(([id, seq]) => [id, Number(seq)]))]
  expect(received.map(([, seq]) => seq)).toEqual(received.map(([, seq]) => seq).toSorted((a, b) => a - b))
  const told = [...received.map(([id]) => id), ...waiting.map((row) => String(row.id))]
  const all = rows.map((row) => `verdict-${String(row.id)}`)
  const last = received.at(-1)?.[0]
  // One that was taken and not crossed off yet waits too.
  expect(told.filter((id, at) => id !== last || at < received.length)).toEqual(all)
  expect(counted.pass + counted.fail).toBe(rows.length)
  expect(counted.fail).toBe(rows.filter((row) => row.verdict === 'fail').length)

  const hashes = new Set([...rows.map((row) => String(row.frame)), ...marked.map((row) => String(row.sha256))])
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
