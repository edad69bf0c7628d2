import { open, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, jpeg, png, put, watched } from './testing/scene.ts'

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
