import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { base, folder, jpeg, put, watched, withoutRights } from './testing/scene.ts'

describe('a hostile folder', () => {
  it('does not follow links, enter folders or hang on pipes', async () => {
    await writeFile(join(base, 'secret.jpg'), jpeg)
    await symlink(join(base, 'secret.jpg'), join(folder, 'link.jpg'))
    await symlink(join(folder, 'loop.jpg'), join(folder, 'loop.jpg'))
    await symlink(base, join(folder, 'folder-link.jpg'))
    await mkdir(join(folder, 'sub.jpg'))
    await writeFile(join(folder, 'sub.jpg', 'inside.jpg'), jpeg)
    execFileSync('sh', ['-c', `mkfifo "${folder}/pipe.jpg"`])
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
