import type { Photo } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { createUploadQueue } from './upload-queue.ts'

interface Sent {
  file: File
  progress: (share: number) => void
  resolve: (photo: Photo) => void
  reject: (error: unknown) => void
}

function file(name: string): File {
  return new File(['x'], name)
}

/** A queue whose sending is answered by hand. */
function start(known: string[] = []) {
  const sent: Sent[] = []
  const photos = [...known]
  const queue = createUploadQueue(
    (file, progress) => new Promise((resolve, reject) => sent.push({ file, progress, resolve, reject })),
    ({ id }) => {
      const isNew = !photos.includes(id)
      if (isNew) photos.push(id)
      return isNew
    },
  )
  return { queue, sent, photos }
}

/** Lets all that has been answered be handled. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

describe('createUploadQueue', () => {
  it('sends three at a time, and the next when one has arrived', async () => {
    const { queue, sent, photos } = start()
    queue.add(['a', 'b', 'c', 'd', 'e'].map(file))
    expect(sent.map(({ file }) => file.name)).toEqual(['a', 'b', 'c'])
    sent[1]?.resolve({ id: 'b' } as Photo)
    await settle()
    expect(sent.map(({ file }) => file.name)).toEqual(['a', 'b', 'c', 'd'])
    expect(photos).toEqual(['b'])
    expect(queue.uploads().map(({ file, state }) => `${file.name} ${state}`)).toEqual([
      'a sending',
      'c sending',
      'd sending',
      'e waiting',
    ])
  })

  it('keeps what was refused with its reason, and goes on', async () => {
    const { queue, sent } = start(['known'])
    queue.add(['bad', 'double', 'c', 'd'].map(file))
    sent[0]?.reject('not a picture')
    sent[1]?.resolve({ id: 'known' } as Photo)
    await settle()
    expect(queue.uploads().map(({ state, error }) => [state, error])).toEqual([
      ['refused', 'not a picture'],
      ['twice', null],
      ['sending', null],
      ['sending', null],
    ])
    queue.clear()
    expect(queue.uploads().map(({ file }) => file.name)).toEqual(['c', 'd'])
  })

  it('tells who watches, until they stop watching', () => {
    const { queue, sent } = start()
    let told = 0
    const stop = queue.subscribe(() => told++)
    queue.add([file('a')])
    sent[0]?.progress(0.5)
    expect(queue.uploads()[0]?.share).toBe(0.5)
    const before = told
    expect(before).toBeGreaterThan(1)
    stop()
    sent[0]?.progress(0.6)
    expect(told).toBe(before)
  })
})
