import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from 'tar-stream'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDatabase, savedKnowledge } from '../sqlite/index.ts'
import { backUp, unpackBackup } from './index.ts'
import { addPhotoAndRecipe, type OpenFolder, openFolder, temporary } from './testing/filled-folder.ts'

let place: ReturnType<typeof temporary>
let open: OpenFolder
let out: string

beforeEach(async () => {
  place = temporary()
  open = await openFolder(place.root)
  out = join(place.root, 'backups', 'one.tar')
  mkdirSync(join(place.root, 'backups'))
})
afterEach(async () => {
  await open.close()
  place.remove()
})

type Extra = Partial<Parameters<typeof backUp>[0]>
const back = (extra: Extra = {}) =>
  backUp({ folder: open.folder, copyTo: open.stores.copyTo, out, clock: () => 77, ...extra })

const target = () => join(place.root, 'restored')
const unpack = (archive: Uint8Array | AsyncIterable<Uint8Array>, options = {}) =>
  unpackBackup(archive instanceof Uint8Array ? inPieces(archive) : archive, target(), { checkDatabase, ...options })

/** In pieces that fit no block, as a network gives them. */
async function* inPieces(archive: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < archive.length; at += 7001) yield archive.subarray(at, at + 7001)
}

/** Nothing of an attempt may remain. */
function expectNothingLeft(): void {
  expect(readdirSync(place.root).sort()).toEqual(['backups', 'own'])
}

it('what is restored equals what was backed up, also while verdicts keep coming', async () => {
  await addPhotoAndRecipe(open)
  const before: string[] = []
  for (let n = 0; n < 30; n++)
    before.push(await open.addVerdict({ verdict: n % 3 ? 'pass' : 'fail' }, `picture ${n % 20}`))
  const rows = await open.stores.verdicts.since(0, 100)
  const working = new AbortController()
  const work = (async () => {
    let n = 0
    while (!working.signal.aborted) await open.addVerdict({}, `later ${n++}`)
    return n
  })()
  const progress: number[] = []
  const made = await back({ onProgress: ({ done, total }) => progress.push(done / total) })
  working.abort()
  expect(await work).toBeGreaterThan(0)
  expect(made).toMatchObject({ missing: 0, archiveBytes: readFileSync(out).length })
  expect(progress.at(-1)).toBe(1)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  expect(readdirSync(join(place.root, 'backups'))).toEqual(['one.tar'])
  expect(readdirSync(join(open.folder.path, 'tmp'))).toEqual([])

  expect(await unpack(readFileSync(out))).toEqual({ createdAt: 77, missing: 0 })
  const restored = await openFolder(place.root, target())
  try {
    expect((await restored.stores.verdicts.since(0, 1000)).slice(0, rows.length)).toEqual(rows)
    expect(await restored.stores.stations.list()).toEqual(await open.stores.stations.list())
    expect(await restored.stores.recipes.list(open.press.id)).toEqual(await open.stores.recipes.list(open.press.id))
    expect(await restored.stores.photos.list(open.press.id)).toEqual(await open.stores.photos.list(open.press.id))
    for (const row of await restored.stores.verdicts.since(0, 1000)) {
      const kept = await restored.stores.verdicts.evidence(row.id)
      expect(await restored.blobs.get(kept?.frame ?? '')).toEqual(await open.blobs.get(kept?.frame ?? ''))
      expect(await restored.blobs.get(kept?.map ?? '')).not.toBeNull()
    }
    const next = await restored.addVerdict()
    expect(await restored.stores.verdicts.get(next)).not.toBeNull()
  } finally {
    await restored.close()
  }
})

it('counts what was rotten or gone already, and saves the rest', async () => {
  const rotten = await open.stores.verdicts.evidence(await open.addVerdict())
  const gone = await open.stores.verdicts.evidence(await open.addVerdict())
  writeFileSync(open.blobs.path(rotten?.frame ?? ''), 'rotten')
  rmSync(open.blobs.path(gone?.map ?? ''))
  expect(await back()).toMatchObject({ files: 2, missing: 2 })
  expect(await unpack(readFileSync(out))).toMatchObject({ missing: 2 })
})

it('that is cancelled leaves nothing, and lets retention go on', async () => {
  for (let n = 0; n < 5; n++) await open.addVerdict()
  const cancel = new AbortController()
  const reason = new Error('cancelled')
  await expect(back({ signal: cancel.signal, onProgress: () => cancel.abort(reason) })).rejects.toThrow(reason)
  expect(readdirSync(join(place.root, 'backups'))).toEqual([])
  expect(readdirSync(join(open.folder.path, 'tmp'))).toEqual([])
  expect(await open.folder.inTurn(async () => 'free')).toBe('free')
})

it('to a folder that is not there says so, and leaves nothing', async () => {
  await open.addVerdict()
  await expect(back({ out: join(place.root, 'nowhere', 'one.tar') })).rejects.toThrow('ENOENT')
  expect(readdirSync(join(open.folder.path, 'tmp'))).toEqual([])
})

const small = mkdtempSync(join(tmpdir(), 'nabij-small-'))
const mount = () => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small]).status === 0
const unmount = () => spawnSync('umount', ['-l', small])
const canMount = mount()
unmount()
afterAll(() => rmSync(small, { recursive: true, force: true }))

it.runIf(canMount)('to a disk that fills up is refused by name, and leaves nothing', async () => {
  for (let n = 0; n < 40; n++) await open.addVerdict({}, `${n} ${'x'.repeat(20_000)}`)
  mount()
  try {
    await expect(back({ out: join(small, 'one.tar') })).rejects.toMatchObject({ code: 'NABIJ_DISK_FULL' })
    expect(readdirSync(small)).toEqual([])
    expect(readdirSync(join(open.folder.path, 'tmp'))).toEqual([])
  } finally {
    unmount()
  }
})

describe('an archive that cannot be trusted is refused, and leaves nothing', () => {
  const blob = (letter: string) => `blobs/${letter.repeat(2)}/${letter.repeat(64)}`
  const links = [
    { name: blob('a'), type: 'symlink', linkname: '/etc/passwd' },
    { name: blob('a'), type: 'link', linkname: 'nabij.sqlite' },
    { name: 'blobs', type: 'directory' },
    { name: blob('a'), type: 'fifo' },
  ] as const
  const names = [
    '../evil',
    '/etc/evil',
    'blobs/../../evil',
    blob('a').toUpperCase(),
    `blobs/bb/${'a'.repeat(64)}`,
    'format.json',
    'lock',
    `blobs/aa/${'a'.repeat(63)}`,
    'nabij.sqlite-wal',
    `${'deep/'.repeat(40)}x`,
  ]

  /** A good backup with entries put in before its end. */
  async function withEntries(
    entries: { name: string; type?: 'symlink'; linkname?: string; content?: string }[],
  ): Promise<Uint8Array> {
    const archive = pack()
    for (const { content = 'x', ...header } of entries)
      archive.entry(header, ...((header.type === undefined ? [content] : []) as [string]))
    archive.finalize()
    const extra = Buffer.concat(await Array.fromAsync(archive as AsyncIterable<Buffer>)).subarray(0, -1024)
    const good = readFileSync(out)
    const end = good.lastIndexOf('end.json')
    return Buffer.concat([good.subarray(0, end), extra, good.subarray(end)])
  }

  beforeEach(async () => {
    for (let n = 0; n < 3; n++) await open.addVerdict()
    await back()
  })

  for (const link of links)
    it(`with a ${link.type}`, async () => {
      await expect(unpack(await withEntries([link as { name: string }]))).rejects.toMatchObject({
        code: 'NABIJ_BACKUP_DAMAGED',
      })
      expectNothingLeft()
    })

  it('with names that it should not have', async () => {
    for (const name of names)
      await expect(unpack(await withEntries([{ name }]))).rejects.toMatchObject({ code: 'NABIJ_BACKUP_DAMAGED' })
    await expect(unpack(await withEntries([{ name: blob('a') }]))).rejects.toMatchObject({
      code: 'NABIJ_BACKUP_DAMAGED',
    })
    expectNothingLeft()
    expect(existsSync('/etc/evil')).toBe(false)
  })

  it('cut off anywhere', async () => {
    const good = readFileSync(out)
    for (const share of [0, 0.1, 0.5, 0.9]) {
      const cut = good.subarray(0, Math.floor(good.length * share))
      await expect(unpack(cut)).rejects.toMatchObject({ code: 'NABIJ_BACKUP_DAMAGED' })
    }
    const end = good.lastIndexOf('end.json')
    await expect(unpack(Buffer.concat([good.subarray(0, end), Buffer.alloc(1024)]))).rejects.toMatchObject({
      code: 'NABIJ_BACKUP_DAMAGED',
    })
    expectNothingLeft()
  })

  it('with a byte changed in the database, a picture or a header', async () => {
    const good = readFileSync(out)
    for (const at of [
      10,
      2000,
      Math.floor(good.length / 2),
      good.lastIndexOf('map of'),
      good.lastIndexOf('end.json') + 1,
    ]) {
      const changed = Buffer.from(good)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      await expect(unpack(changed)).rejects.toMatchObject({ code: 'NABIJ_BACKUP_DAMAGED' })
    }
    expectNothingLeft()
  })

  it('of another program, of another kind, or empty', async () => {
    const tar = pack()
    tar.entry({ name: 'holiday.jpg' }, 'x')
    tar.finalize()
    const foreign = Buffer.concat(await Array.fromAsync(tar as AsyncIterable<Buffer>))
    for (const archive of [
      foreign,
      Buffer.from('PK\u0003\u0004 a zip'),
      new Uint8Array(0),
      Buffer.alloc(10_240),
      Buffer.alloc(5000, 0xff),
    ])
      await expect(unpack(archive)).rejects.toMatchObject({ code: 'NABIJ_BACKUP_DAMAGED' })
    expectNothingLeft()
  })

  it('of a newer nabij, with its own sentence', async () => {
    const tar = pack()
    tar.entry({ name: 'nabij-backup.json' }, '{"product":"nabij","archive":2,"something":"new"}')
    tar.finalize()
    await expect(unpack(tar as AsyncIterable<Uint8Array>)).rejects.toMatchObject({ code: 'NABIJ_BACKUP_NEWER' })
    expectNothingLeft()
  })

  it('that promises more than the disk can hold, before it is written', async () => {
    await expect(unpack(readFileSync(out), { freeBytes: async () => 64 * 2 ** 20 + 5000 })).rejects.toMatchObject({
      code: 'NABIJ_DISK_FULL',
    })
    expectNothingLeft()
  })

  it('whose reading fails half-way', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield readFileSync(out).subarray(0, 20_000)
      throw new Error('the line went dead')
    }
    await expect(unpack(broken())).rejects.toThrow('the line went dead')
    expectNothingLeft()
  })

  it('where something is already', async () => {
    mkdirSync(target())
    writeFileSync(join(target(), 'mine'), 'x')
    await expect(unpack(readFileSync(out))).rejects.toMatchObject({ code: 'NABIJ_FOLDER_NOT_EMPTY' })
    expect(readdirSync(target())).toEqual(['mine'])
  })
})

it('an empty folder is taken over', async () => {
  await back()
  mkdirSync(target())
  await unpack(readFileSync(out))
  expect(readdirSync(target()).sort()).toEqual(['format.json', 'nabij.sqlite'])
})

it('takes the pack of knowledge in use along, and what people stated of vendors', async () => {
  const sha256 = await open.blobs.put(new TextEncoder().encode('{"format":"nabij-knowledge/1"}'))
  const pack = { sha256, version: '2030.1.1', made: '2030-01-01', vendors: 1, installedAt: 5 }
  await open.stores.register.addPack(pack)
  const fact = {
    vendorId: 'acme',
    field: 'owner' as const,
    value: 'Acme Holding',
    source: 'by phone',
    day: '2026-11-20',
    about: null,
    statedAt: 5,
  }
  await open.stores.register.setOwnFact(fact)
  expect(await open.stores.keeping.unreferenced([sha256])).toEqual([])
  await back()
  await unpack(readFileSync(out))
  expect(savedKnowledge(join(target(), 'nabij.sqlite'))).toEqual({ facts: [fact], packs: [pack] })
  expect(readFileSync(join(target(), 'blobs', sha256.slice(0, 2), sha256), 'utf8')).toContain('nabij-knowledge')
  await open.stores.register.removePack(sha256)
  expect(await open.stores.keeping.unreferenced([sha256])).toEqual([sha256])
})
