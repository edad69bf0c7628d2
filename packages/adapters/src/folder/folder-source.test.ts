import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceFrame } from '@nabij/stations'
import sharp from 'sharp'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FolderOptions, folderSource } from './folder-source.ts'

let base: string
let folder: string
let jpeg: Uint8Array
let png: Uint8Array

beforeAll(async () => {
  const image = sharp({ create: { width: 64, height: 64, channels: 3, background: 'orange' } })
  jpeg = await image.clone().jpeg().toBuffer()
  png = await image.clone().png().toBuffer()
})
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nabij-folder-'))
  folder = join(base, 'in')
  await mkdir(folder)
})
afterEach(() => {
  if (process.getuid?.() === 0) process.seteuid?.(0)
  return rm(base, { recursive: true, force: true })
})

function watched(options: Partial<FolderOptions> = {}) {
  const logged: Record<string, unknown>[] = []
  const source = folderSource({
    path: folder,
    log: (_level, _message, fields) => logged.push(fields),
    ...options,
    limits: { settle: 20, look: 50, breath: 5, patience: 60_000, retry: 20, ...options.limits },
  })
  const stop = new AbortController()
  const frames = source.frames(stop.signal)[Symbol.asyncIterator]()
  const next = async (): Promise<SourceFrame> => {
    const { value, done } = await frames.next()
    if (done) throw new Error('the source ended')
    return value
  }
  const names = async (count: number): Promise<(string | null)[]> => {
    const found: (string | null)[] = []
    while (found.length < count) found.push((await next()).name)
    return found
  }
  /** Whatever comes after this file is all that ever comes: it is put there last and given last. */
  const end = async (): Promise<(string | null)[]> => {
    await put('the end.jpg', jpeg, 4_000_000_000)
    const found: (string | null)[] = []
    while (found.at(-1) !== 'the end.jpg') found.push((await next()).name)
    return found.slice(0, -1)
  }
  return { source, stop, frames, next, names, end, logged }
}

/** The super-user may read everything: the rest of the test runs as somebody who may not. */
async function withoutRights(): Promise<void> {
  if (process.getuid?.() !== 0) return
  execFileSync('chown', ['-R', '65534', base])
  process.seteuid?.(65534)
}

/** A file as other programs deliver it: under its name at once. `at` is its time of change in seconds. */
async function put(name: string | Buffer, bytes: Uint8Array, at?: number): Promise<void> {
  const path = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)])
  const aside = join(base, `aside-${Math.random()}`)
  await writeFile(aside, bytes)
  if (at !== undefined) await utimes(aside, at, at)
  await rename(aside, path)
}

describe('a watched folder', () => {
  it('gives what is there, oldest first, and then what comes', async () => {
    await put('b.jpg', jpeg, 1_700_000_200)
    await put('a.png', png, 1_700_000_300)
    await put('c.jpg', jpeg, 1_700_000_100)
    const { source, next, names, stop, frames } = watched()
    expect(source.mode).toBe('triggered')
    const first = await next()
    expect(first).toMatchObject({ name: 'c.jpg', capturedAt: 1_700_000_100_000, truth: null })
    expect(Buffer.compare(first.picture, jpeg)).toBe(0)
    expect(await names(2)).toEqual(['b.jpg', 'a.png'])
    const later = next()
    await put('d.jpg', jpeg)
    expect((await later).name).toBe('d.jpg')
    const never = frames.next()
    stop.abort()
    expect(await never).toMatchObject({ done: true })
    expect((await readdir(folder)).sort()).toEqual(['a.png', 'b.jpg', 'c.jpg', 'd.jpg'])
  })

  it('gives the same file the same key after a restart, another version another key, and never one twice', async () => {
    await put('a.jpg', jpeg, 1_700_000_000)
    const one = watched()
    const { key } = await one.next()
    expect(await one.end()).toEqual([])
    one.stop.abort()
    const two = watched()
    expect((await two.next()).key).toBe(key)
    await two.next()
    await put('a.jpg', jpeg, 1_700_000_001)
    const changed = await two.next()
    expect(changed.name).toBe('a.jpg')
    expect(changed.key).not.toBe(key)
    two.stop.abort()
  })

  it('does not even read what is known', async () => {
    await put('a.jpg', jpeg, 1_700_000_000)
    await put('b.jpg', jpeg, 1_700_000_001)
    const asked: string[] = []
    const { end, stop } = watched({
      known: async (key) => {
        asked.push(key)
        return asked.length === 1
      },
    })
    expect(await end()).toEqual(['b.jpg'])
    stop.abort()
  })

  it('gives a part again of which no verdict was stored, and not when it was', async () => {
    await put('a.jpg', jpeg, 1_700_000_000)
    const { next, end, stop } = watched({ limits: { again: 30 } })
    const first = await next()
    const second = await next()
    expect(second.key).toBe(first.key)
    await second.taken?.()
    expect(await end()).toEqual([])
    stop.abort()
  })

  it.each([
    ['JPEG', () => jpeg],
    ['PNG', () => png],
  ])('waits for a %s that is written slowly', async (_kind, picture) => {
    const { next, stop } = watched()
    const bytes = picture()
    const file = await open(join(folder, 'slow.jpg'), 'w')
    const frame = next()
    const steps = 6
    for (let step = 0; step < steps; step++) {
      const piece = bytes.subarray((bytes.length * step) / steps, (bytes.length * (step + 1)) / steps)
      await file.write(piece)
      // Longer than a file has to stay the same: only its missing end tells that it is not done.
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    await file.close()
    expect(Buffer.compare((await frame).picture, bytes)).toBe(0)
    stop.abort()
  })

  it('waits for a file for which room was made first', async () => {
    const { next, stop } = watched()
    const frame = next()
    const file = await open(join(folder, 'room.jpg'), 'w')
    await file.truncate(jpeg.length)
    await put('other.jpg', jpeg)
    expect((await frame).name).toBe('other.jpg')
    await file.write(jpeg, 0, jpeg.length, 0)
    await file.close()
    const whole = await next()
    expect(whole.name).toBe('room.jpg')
    expect(Buffer.compare(whole.picture, jpeg)).toBe(0)
    stop.abort()
  })

  it('gives a picture whose end never comes as it is, after a while: no part is dropped silently', async () => {
    await put('torn.jpg', jpeg.subarray(0, 200))
    await put('empty.jpg', new Uint8Array())
    const { names, stop } = watched({ limits: { patience: 100 } })
    expect((await names(2)).sort()).toEqual(['empty.jpg', 'torn.jpg'])
    stop.abort()
  })

  it('takes pictures by name or by content, and nothing else', async () => {
    await put('no extension', png)
    await put('LOUD.JPEG', jpeg)
    await put('broken.png', new TextEncoder().encode('not a picture, but it says so'))
    await put('note.txt', new TextEncoder().encode('hello'))
    await put('Thumbs.db', new Uint8Array(5000))
    await put('upload.jpg.part', jpeg)
    await put('.hidden.jpg', jpeg)
    const { end, stop } = watched()
    expect((await end()).sort()).toEqual(['LOUD.JPEG', 'broken.png', 'no extension'])
    stop.abort()
  })

  it('takes a file when it gets its real name', async () => {
    await put('upload.jpg.part', jpeg)
    const { end, next, stop } = watched()
    expect(await end()).toEqual([])
    await rename(join(folder, 'upload.jpg.part'), join(folder, 'upload.jpg'))
    expect((await next()).name).toBe('upload.jpg')
    stop.abort()
  })
})

describe('a hostile folder', () => {
  it('does not follow links, enter folders or hang on pipes', async () => {
    await writeFile(join(base, 'secret.jpg'), jpeg)
    await symlink(join(base, 'secret.jpg'), join(folder, 'link.jpg'))
    await symlink(join(folder, 'loop.jpg'), join(folder, 'loop.jpg'))
    await symlink(base, join(folder, 'folder-link.jpg'))
    await mkdir(join(folder, 'sub.jpg'))
    await writeFile(join(folder, 'sub.jpg', 'inside.jpg'), jpeg)
    execFileSync('mkfifo', [join(folder, 'pipe.jpg')])
    const { end, stop } = watched()
    expect(await end()).toEqual([])
    stop.abort()
  })

  it('gives files whatever they are called', async () => {
    const strange = [
      'a..%2f..%2fetc.jpg',
      'a..\\..\\up.jpg',
      'new\nline.jpg',
      '-rf *.jpg',
      'één 🍪.jpg',
      `${'x'.repeat(250)}.jpg`,
    ]
    for (const name of strange) await put(name, jpeg)
    await put(Buffer.from('latin-\xe9.jpg', 'latin1'), jpeg)
    await put(Buffer.from('latin-\xe8.jpg', 'latin1'), jpeg)
    const { names, stop } = watched()
    const found = await names(strange.length + 2)
    expect(found).toEqual(expect.arrayContaining(strange))
    expect(found.filter((name) => name?.startsWith('latin-'))).toHaveLength(2)
    stop.abort()
  })

  it('goes on when a file goes away in the middle', async () => {
    await put('a.jpg', jpeg, 1_700_000_000)
    await put('b.jpg', jpeg, 1_700_000_001)
    const { next, end, stop } = watched()
    expect((await next()).name).toBe('a.jpg')
    await rm(join(folder, 'b.jpg'))
    expect(await end()).toEqual([])
    stop.abort()
  })

  it('reports a file that is too large once, and does not read it', async () => {
    await put('large.jpg', new Uint8Array(5000))
    const { end, logged, stop } = watched({ limits: { largest: 4000 } })
    expect(await end()).toEqual([])
    expect(logged).toEqual([expect.objectContaining({ code: 'NABIJ_FOLDER_FILE_UNREADABLE', name: 'large.jpg' })])
    stop.abort()
  })

  it('reports a file that it may not read once, and takes it when it may', async () => {
    await put('locked.jpg', jpeg)
    await chmod(join(folder, 'locked.jpg'), 0)
    await withoutRights()
    const { end, next, logged, stop } = watched()
    expect(await end()).toEqual([])
    await chmod(join(folder, 'locked.jpg'), 0o644)
    expect((await next()).name).toBe('locked.jpg')
    expect(logged).toEqual([expect.objectContaining({ name: 'locked.jpg', why: 'EACCES' })])
    stop.abort()
  })

  it('gives thousands of files one by one, and holds none of them', { timeout: 120_000 }, async () => {
    const count = process.env.NABIJ_SLOW ? 20_000 : 2_000
    const large = new Uint8Array(200_000)
    large.set(jpeg.subarray(0, 20))
    large.set([0xff, 0xd9], large.length - 2)
    for (let n = 0; n < count; n++) await writeFile(join(folder, `${n}.jpg`), n % 20 ? jpeg : large)
    const { next, stop } = watched()
    const seen = createHash('sha256')
    const names = new Set<string | null>()
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    while (names.size < count) {
      const { name, picture } = await next()
      seen.update(picture)
      names.add(name)
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }
    // All of them together are ten times as much.
    expect(most).toBeLessThan(count * 10_000)
    stop.abort()
  })
})

describe('a folder that goes away', () => {
  it.each([
    ['is not there', () => rm(folder, { recursive: true })],
    ['is a file', () => rm(folder, { recursive: true }).then(() => writeFile(folder, 'x'))],
  ])('is named: it %s', async (_how, spoil) => {
    await spoil()
    await expect(watched().next()).rejects.toMatchObject({ code: 'NABIJ_FOLDER_GONE', params: { path: folder } })
  })

  it.each(['\0', 'a\0b'])('is named when its path is none', async (path) => {
    await expect(watched({ path }).next()).rejects.toMatchObject({ code: 'NABIJ_FOLDER_GONE' })
  })

  it('is named: it may not be looked into', async () => {
    await chmod(folder, 0)
    await withoutRights()
    await expect(watched().next()).rejects.toMatchObject({ code: 'NABIJ_FOLDER_FORBIDDEN' })
    await chmod(folder, 0o755)
  })

  it('is lost while nothing happens, and goes on when it is opened again', async () => {
    await put('a.jpg', jpeg)
    const { next, source } = watched()
    const { key } = await next()
    const waiting = next()
    await rename(folder, `${folder}-away`)
    await expect(waiting).rejects.toMatchObject({ code: 'NABIJ_FOLDER_GONE' })
    await rename(`${folder}-away`, folder)
    const stop = new AbortController()
    for await (const frame of source.frames(stop.signal)) {
      expect(frame.key).toBe(key)
      stop.abort()
    }
  })

  it('is followed anew when another folder takes its place between two looks', async () => {
    await put('a.jpg', jpeg)
    const { next, names, stop } = watched({ limits: { look: 100 } })
    expect((await next()).name).toBe('a.jpg')
    const other = join(base, 'other')
    await mkdir(other)
    await writeFile(join(other, 'b.jpg'), jpeg)
    // Nothing of nabij runs between these two.
    execFileSync('sh', ['-c', `mv "${folder}" "${folder}-old" && mv "${other}" "${folder}"`])
    expect(await names(1)).toEqual(['b.jpg'])
    await put('c.jpg', jpeg)
    expect(await names(1)).toEqual(['c.jpg'])
    stop.abort()
  })
})
