import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { readWith } from '../../testing/read.ts'
import { browserHistory } from './index.ts'

const chrome =
  'CREATE TABLE urls(id INTEGER PRIMARY KEY AUTOINCREMENT,url LONGVARCHAR,title LONGVARCHAR,visit_count INTEGER DEFAULT 0 NOT NULL,typed_count INTEGER DEFAULT 0 NOT NULL,last_visit_time INTEGER NOT NULL,hidden INTEGER DEFAULT 0 NOT NULL)'
const firefox =
  'CREATE TABLE moz_places ( id INTEGER PRIMARY KEY, url LONGVARCHAR, title LONGVARCHAR, rev_host LONGVARCHAR, visit_count INTEGER DEFAULT 0, hidden INTEGER DEFAULT 0 NOT NULL)'

/** A database as the real program makes it: by SQLite itself. */
function made(fill: (database: DatabaseSync) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-history-'))
  try {
    const path = join(folder, 'History')
    const database = new DatabaseSync(path)
    fill(database)
    database.close()
    return new Uint8Array(readFileSync(path))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const history = made((database) => {
  database.exec(chrome)
  database.exec('CREATE INDEX urls_url_index ON urls (url); CREATE TABLE keyword_search_terms (term LONGVARCHAR)')
  const insert = database.prepare('INSERT INTO urls (url, title, visit_count, last_visit_time) VALUES (?, ?, ?, 1)')
  insert.run('https://acme.slack.com/client/T1/jan.devries', 'Jan de Vries | Slack', 41)
  insert.run('https://docs.google.com/document/d/salarissen', 'Salarissen', 2)
  insert.run('https://docs.google.com/spreadsheets/d/geheim?u=jan', 'Geheim', 300)
  insert.run('https://example.org/once', 'Once', 1)
  insert.run('http://192.168.1.1/admin', 'Router', 99)
  insert.run('chrome://settings/passwords', 'Wachtwoorden', 5)
  // Longer than a page: flows over several.
  insert.run(`https://login.microsoftonline.com/?x=${'geheim'.repeat(4000)}`, 'x'.repeat(9000), 7)
  // Enough rows for a tree of several pages.
  for (let at = 0; at < 3000; at += 1) insert.run(`https://app.moneybird.com/1/${at}`, `Factuur ${at}`, 1)
})

test('says which sites a browser visits often, read without touching a disk', async () => {
  const head = { name: 'x', bytes: history.subarray(0, 65_536), text: '' }
  expect(browserHistory.recognise(head)).toBeGreaterThan(0.9)
  const read = await readWith(browserHistory, history)
  expect(read.records).toBe(3007)
  expect(read.ignored).toEqual({ 'no public address': 2, 'domain seen too rarely': 1 })
  expect(read.traces.map(({ kind, name, text }) => [kind, name, text])).toEqual([
    ['history', 'app.moneybird.com', 'app.moneybird.com · 3000×'],
    ['history', 'docs.google.com', 'docs.google.com · 302×'],
    ['history', 'slack.com', 'slack.com · 41×'],
    ['history', 'login.microsoftonline.com', 'login.microsoftonline.com · 7×'],
  ])
  expect(JSON.stringify(read)).not.toMatch(/jan|geheim|salaris|factuur|acme/i)
})

test('reads Firefox, in UTF-16 too', async () => {
  const places = made((database) => {
    database.exec(`PRAGMA encoding = 'UTF-16le'; PRAGMA page_size = 1024; ${firefox}`)
    database
      .prepare('INSERT INTO moz_places (url, title, visit_count) VALUES (?, ?, ?)')
      .run('https://www.figma.com/file/x', 'Ontwerp', 12)
  })
  const { traces } = await readWith(browserHistory, places)
  expect(traces.map(({ name }) => name)).toEqual(['figma.com'])
})

test('knows a history by its other tables, when its schema is a long one', async () => {
  const long = made((database) => {
    database.exec('PRAGMA page_size = 512; CREATE TABLE visits(id INTEGER PRIMARY KEY, url INTEGER)')
    for (let at = 0; at < 200; at += 1) database.exec(`CREATE TABLE filler_${at}(column_with_a_long_name, b, c)`)
    database.exec(chrome)
    database.exec(
      "INSERT INTO urls (url, title, visit_count, last_visit_time) VALUES ('https://miro.com/x', 'x', 5, 1)",
    )
  })
  expect(browserHistory.recognise({ name: 'x', bytes: long.subarray(0, 4096), text: '' })).toBeGreaterThan(0.8)
  expect((await readWith(browserHistory, long)).traces.map(({ name }) => name)).toEqual(['miro.com'])
})

test('a database with something else in it is refused', async () => {
  const other = made((database) => database.exec('CREATE TABLE a(b); CREATE VIEW urls AS SELECT 1 AS url'))
  expect(browserHistory.recognise({ name: 'x.db', bytes: other, text: '' })).toBe(0)
  await expect(readWith(browserHistory, other)).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
})

test('a damaged or hostile database ends with an answer or an error of ours', async () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  for (let round = 0; round < 150; round += 1) {
    const broken = history.slice(0, round % 3 === 0 ? random(history.length) : history.length)
    for (let flip = 0; flip < 40 && broken.length > 0; flip += 1) {
      // Mostly where the tree and its header are.
      broken[random(flip % 2 ? 4200 : broken.length) % broken.length] = random(256)
    }
    const end = await readWith(browserHistory, broken).catch((error: unknown) => error as { code: string })
    expect('code' in end ? end.code : 'NABIJ_').toMatch(/^NABIJ_/)
  }
})

test('a page that is its own child ends', async () => {
  const loop = history.slice()
  const view = new DataView(loop.buffer, loop.byteOffset)
  const pageSize = view.getUint16(16)
  for (let page = 1; page < loop.length / pageSize; page += 1) {
    const start = page * pageSize
    if (view.getUint8(start) === 5) view.setUint32(start + 8, page + 1)
  }
  expect((await readWith(browserHistory, loop)).records).toBeGreaterThan(0)
})
