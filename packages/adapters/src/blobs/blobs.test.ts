import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NabijError } from '@nabij/base'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BlobFolder, openBlobs } from './index.ts'

let folder: string
let now: number
let blobs: BlobFolder

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nabij-blobs-'))
  now = 1_000_000
  blobs = await openBlobs({ folder, clock: () => now })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const stored = () =>
  readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())

describe('put', () => {
  it('stores content under its hash, once', async () => {
    const sha256 = await blobs.put(bytes('a biscuit'))
    expect(sha256).toBe(hash(bytes('a biscuit')))
    const path = join(folder, 'blobs', sha256.slice(0, 2), sha256)
    expect(blobs.path(sha256)).toBe(path)
    const { mtimeNs } = statSync(path, { bigint: true })
    await blobs.put(bytes('a biscuit'))
    expect(statSync(path, { bigint: true }).mtimeNs).toBe(mtimeNs)
    expect(await blobs.get(sha256)).toEqual(Buffer.from('a biscuit'))
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  it('of the same bytes at the same time is one file, and leaves nothing half', async () => {
    const many = await Promise.all(Array.from({ length: 40 }, (_, n) => blobs.put(bytes(`part ${n % 4}`))))
    expect(new Set(many).size).toBe(4)
    expect(stored()).toHaveLength(4)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  })

  it('mends a file that was cut off', async () => {
    const sha256 = await blobs.put(bytes('a biscuit'))
    truncateSync(blobs.path(sha256), 3)
    await expect(blobs.get(sha256)).rejects.toMatchObject({ code: 'NABIJ_FILE_DAMAGED' })
    await blobs.put(bytes('a biscuit'))
    expect(await blobs.get(sha256)).toEqual(Buffer.from('a biscuit'))
  })

  it('is refused without a trace when there is no room for pictures', async () => {
    const full = await openBlobs({
      folder,
      clock: () => now,
      requireRoom: () => {
        throw new NabijError('NABIJ_DISK_FULL')
      },
    })
    await expect(full.put(bytes('x'))).rejects.toMatchObject({ code: 'NABIJ_DISK_FULL' })
    expect(stored()).toEqual([])
  })
})

describe('adopt', () => {
  it('takes a file over, also one whose content was there already', async () => {
    for (let round = 0; round < 2; round++) {
      const path = blobs.temporary()
      writeFileSync(path, 'a recipe')
      expect(await blobs.adopt(path)).toEqual({ sha256: hash(bytes('a recipe')), bytes: 8 })
      expect(existsSync(path)).toBe(false)
    }
    expect(stored()).toHaveLength(1)
  })
})

describe('get', () => {
  it('answers null for what is not there, and takes nothing but a hash for a name', async () => {
    expect(await blobs.get('0'.repeat(64))).toBeNull()
    for (const name of ['../../etc/passwd', 'a', `${'0'.repeat(63)}/`, 'A'.repeat(64)])
      await expect(blobs.get(name)).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('notices a byte that changed', async () => {
    const sha256 = await blobs.put(bytes('a biscuit'))
    writeFileSync(blobs.path(sha256), 'A biscuit')
    await expect(blobs.get(sha256)).rejects.toMatchObject({ code: 'NABIJ_FILE_DAMAGED' })
  })
})

describe('remove', () => {
  it('leaves what was put a moment ago: its row may still be on the way', async () => {
    const sha256 = await blobs.put(bytes('x'))
    expect(await blobs.remove(sha256)).toBe(0)
    now += 11 * 60_000
    await blobs.put(bytes('x'))
    expect(await blobs.remove(sha256)).toBe(0)
    now += 11 * 60_000
    expect(await blobs.remove(sha256)).toBe(1)
    expect(await blobs.get(sha256)).toBeNull()
    expect(await blobs.remove(sha256)).toBe(0)
  })

  it('at the same moment as a put ends with the file there', async () => {
    const sha256 = await blobs.put(bytes('x'))
    for (let round = 0; round < 20; round++) {
      now += 11 * 60_000
      await Promise.all(
        round % 2 ? [blobs.put(bytes('x')), blobs.remove(sha256)] : [blobs.remove(sha256), blobs.put(bytes('x'))],
      )
      expect(existsSync(blobs.path(sha256))).toBe(true)
    }
  })
})

it('sweeps what an earlier run left half done, and lists the rest', async () => {
  const sha256 = await blobs.put(bytes('kept'))
  writeFileSync(blobs.temporary(), 'half')
  blobs = await openBlobs({ folder, clock: () => now })
  expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  expect(await blobs.list(sha256.slice(0, 2))).toEqual([{ sha256, bytes: 4, storedAt: expect.any(Number) }])
  expect(await blobs.list('zz')).toEqual([])
})

const small = mkdtempSync(join(tmpdir(), 'nabij-small-'))
const mount = () => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small]).status === 0
const unmount = () => spawnSync('umount', ['-l', small])
const canMount = mount()
unmount()
afterAll(() => rmSync(small, { recursive: true, force: true }))

it.runIf(canMount)('a disk that fills up leaves nothing half, and what was stored stays', async () => {
  mount()
  try {
    const tight = await openBlobs({ folder: small, clock: () => now })
    const kept: string[] = []
    const fill = async () => {
      for (let n = 0; ; n++) kept.push(await tight.put(new Uint8Array(30_000).fill(n)))
    }
    await expect(fill()).rejects.toMatchObject({ code: 'NABIJ_DISK_FULL' })
    expect(kept.length).toBeGreaterThan(2)
    expect(readdirSync(join(small, 'tmp'))).toEqual([])
    for (const sha256 of kept) expect(hash(readFileSync(tight.path(sha256)))).toBe(sha256)
  } finally {
    unmount()
  }
})
