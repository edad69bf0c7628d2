import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Photo } from '@nabij/base'
import type { PhotoStore } from '@nabij/stations'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPhotoThumbs } from './photo-thumbs.ts'

describe('small pictures of photos', () => {
  let root: string
  let made = 0
  const rows = new Map<string, Photo>()
  const photos: PhotoStore = {
    list: async () => [...rows.values()],
    get: async (id) => rows.get(id) ?? null,
    insert: async (photo) => photo,
    update: async () => undefined,
    say: async () => undefined,
    unsay: async () => undefined,
    remove: async (id) => void rows.delete(id),
  }
  const cache = () => join(root, 'cache')
  const open = () =>
    openPhotoThumbs({
      cache: cache(),
      photos,
      blobs: { get: async (sha256) => (sha256 === 'gone' ? null : Uint8Array.of(1, 2, 3)) },
      executor: {
        async thumb(picture) {
          made += 1
          return picture.subarray(1)
        },
      },
    })

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'nabij-thumbs-'))
    made = 0
    for (const id of ['a', 'b', 'gone']) rows.set(id, { id, sha256: id } as Photo)
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('are made once, also when many ask at the same time', async () => {
    const thumbs = await open()
    const all = await Promise.all(Array.from({ length: 20 }, () => thumbs.of('a')))
    expect([...(all[7] ?? [])]).toEqual([2, 3])
    expect([...(await thumbs.of('a'))]).toEqual([2, 3])
    expect(made).toBe(1)
    expect(readdirSync(cache())).toEqual(['a'])
  })

  it('go with their photo, and at the next start', async () => {
    const thumbs = await open()
    await Promise.all([thumbs.of('a'), thumbs.of('b')])
    await thumbs.photos.remove('a')
    expect(readdirSync(cache())).toEqual(['b'])
    await expect(thumbs.of('a')).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
    await open()
    expect(existsSync(cache())).toBe(false)
  })

  it('of a file that is gone are not found; nothing is kept of a name that leads elsewhere', async () => {
    const thumbs = await open()
    await expect(thumbs.of('gone')).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
    await expect(thumbs.of('../../etc/passwd')).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('are given also when they cannot be kept', async () => {
    const thumbs = await open()
    writeFileSync(cache(), 'a file is in the way')
    expect([...(await thumbs.of('a'))]).toEqual([2, 3])
    rmSync(cache())
    mkdirSync(join(cache(), 'a'), { recursive: true })
    expect([...(await thumbs.of('a'))]).toEqual([2, 3])
  })
})
