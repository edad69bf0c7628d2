import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copyDatabase } from '../sqlite/index.ts'
import { csvLine } from './csv.ts'
import { exportAll } from './index.ts'
import { fileName, momentName, pictureEnding, uniqueNames } from './readable-names.ts'
import { addPhotoAndRecipe, type OpenFolder, openFolder, temporary } from './testing/filled-folder.ts'

let place: ReturnType<typeof temporary>
let open: OpenFolder
let dir: string

beforeEach(async () => {
  place = temporary()
  open = await openFolder(place.root)
  dir = join(place.root, 'export')
})
afterEach(async () => {
  await open.close()
  place.remove()
})

const read = (...names: string[]) => readFileSync(join(dir, ...names), 'utf8')

it('writes everything as files that others can read, while the folder is in use', async () => {
  await addPhotoAndRecipe(open)
  await open.addVerdict({ verdict: 'fail', name: '=cmd()|"x", y' }, 'seen')
  const gone = await open.addVerdict({ name: 'no picture' })
  rmSync(open.blobs.path((await open.stores.verdicts.evidence(gone))?.frame ?? ''))
  const twin = { ...open.press, id: 'ffa211cd-59ad-7390-974a-b3bccdee9b70' }
  await open.stores.stations.insert(twin)

  const counts = await exportAll(open.folder.path, dir, { copyDatabase })
  expect(counts).toEqual({ stations: 2, recipes: 1, photos: 1, verdicts: 2, pictures: 1, missing: 1 })
  expect(JSON.parse(readFileSync(join(dir, 'register.json'), 'utf8'))).toMatchObject({
    state: { evidence: [] },
    log: [],
  })
  expect(readdirSync(dir).sort()).toEqual([
    'README.txt',
    'frames',
    'photos',
    'recipes',
    'register.json',
    'stations.json',
    'verdicts.csv',
    'verdicts.jsonl',
  ])
  expect(read('recipes', 'Press 2 _ left', 'version-1.onnx')).toBe('an onnx graph')
  expect(readdirSync(join(dir, 'photos', 'Press 2 _ left', 'good'))).toEqual(['first one.jpg'])
  const frames = readdirSync(join(dir, 'frames', 'Press 2 _ left')).sort()
  expect(frames).toHaveLength(3)
  expect(frames[1]).toMatch(/^1972-09-27T00-00-00-000Z-fail-1\.(jpg|bin)$/)

  const stations = JSON.parse(read('stations.json'))
  const first = stations.find((one: { id: string }) => one.id === open.press.id)
  expect(first).toMatchObject({
    source: { kind: 'http' },
    recipes: [{ active: true, file: expect.stringContaining('version-1') }],
  })
  const lines = read('verdicts.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map((line) => line.name)).toEqual(['=cmd()|"x", y', 'no picture'])
  expect(lines[1]).toMatchObject({ frame: null, regions: [], score: 0.2 })
  const csv = read('verdicts.csv').split('\r\n')
  expect(csv[0]).toMatch(/^station,seq,id,/)
  expect(csv[1]).toContain(`"'=cmd()|""x"", y"`)
  expect(csv).toHaveLength(4)
})

it('writes nothing into a folder that has something', async () => {
  mkdirSync(dir)
  writeFileSync(join(dir, 'mine'), 'x')
  await expect(exportAll(open.folder.path, dir, { copyDatabase })).rejects.toMatchObject({
    code: 'NABIJ_FOLDER_NOT_EMPTY',
  })
  expect(readdirSync(dir)).toEqual(['mine'])
})

it('that is cancelled leaves nothing', async () => {
  await open.addVerdict()
  const signal = AbortSignal.abort(new Error('cancelled'))
  await expect(exportAll(open.folder.path, dir, { copyDatabase, signal })).rejects.toThrow('cancelled')
  expect(readdirSync(dir)).toEqual([])
})

it('makes names that every system takes', () => {
  expect(fileName('../../etc/passwd')).toBe('_.._etc_passwd')
  expect(fileName('..')).toBe('_')
  expect(fileName('con.txt')).toBe('_con.txt')
  expect(fileName('naïef: één\n')).toBe('naïef_ één_')
  expect(fileName('x'.repeat(500))).toHaveLength(60)
  const unique = uniqueNames()
  expect(['Press', 'press', 'Press'].map(unique)).toEqual(['Press', 'press (2)', 'Press (3)'])
  expect(momentName(0)).toBe('1970-01-01T00-00-00-000Z')
  expect(momentName(1e18)).toBe('1000000000000000000')
  expect(pictureEnding(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toBe('png')
  expect(pictureEnding(new Uint8Array([1]))).toBe('bin')
  expect(csvLine(['a', null, 1.5, 'b,c', '-1'])).toBe('a,,1.5,"b,c",\'-1\r\n')
})
