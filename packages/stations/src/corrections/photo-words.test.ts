import type { Verdict } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { pictureOf } from '../testing/fake-executor.ts'
import { frameOf } from '../testing/fake-source.ts'
import { http, testStations } from '../testing/test-stations.ts'

const good = { label: 'good', kind: null } as const
const bad = { label: 'bad', kind: 'crack' } as const

/** A station with a photo of the very picture that is judged afterwards. */
async function taughtPicture(text: string) {
  const test = await testStations()
  const station = await test.make(http)
  const photo = await test.stations.addPhoto(station.id, { picture: pictureOf(text), name: 'p.jpg', label: 'good' })
  const verdict: Verdict = await test.stations.inspect(station.id, frameOf(text))
  const say = (word: typeof good | typeof bad) => test.stations.giveFeedback(verdict.id, word, null)
  const now = async () => {
    const { label, kind, leftOut } = (await test.stores.photos.get(photo.id)) ?? photo
    return { label, kind, leftOut }
  }
  return { ...test, station, photo, verdict, say, now }
}

describe('a photo that a person brought', () => {
  it('has the label of the last word, and the one it came with once that is taken back', async () => {
    const { stations, photo, say, now } = await taughtPicture('0.2')
    const word = await say(bad)
    expect(word.photoId).toBe(photo.id)
    expect(await now()).toEqual({ label: 'bad', kind: 'crack', leftOut: false })
    const other = await say(good)
    expect(await now()).toEqual({ label: 'good', kind: null, leftOut: false })
    await say(bad)
    await stations.undoCorrection(other.id)
    expect(await now()).toEqual({ label: 'bad', kind: 'crack', leftOut: false })
    const [last] = await stations.corrections(photo.stationId)
    await stations.undoCorrection(last?.id ?? '')
    expect(await now()).toEqual({ label: 'good', kind: null, leftOut: false })
    await stations.applyCorrection(last?.id ?? '')
    expect(await now()).toEqual({ label: 'bad', kind: 'crack', leftOut: false })
  })

  it('stays in the lesson when what was said of it asks, and gets a no', async () => {
    const { stations, station, executor, say, now } = await taughtPicture('0.2')
    await stations.addPhoto(station.id, { picture: pictureOf('0.1'), name: 'other.jpg', label: 'good' })
    executor.scoreOf = (text, sha256) => (text === '0.1' && sha256.includes('bad:0.2') ? 0.9 : undefined)
    const asking = await say(bad)
    expect(asking.state).toBe('asks')
    expect(await now()).toEqual({ label: 'good', kind: null, leftOut: false })
    await stations.undoCorrection(asking.id)
    expect(await now()).toEqual({ label: 'good', kind: null, leftOut: false })
  })

  it('is what a person made of it by hand since', async () => {
    const { stations, photo, say, now } = await taughtPicture('0.2')
    const word = await say(bad)
    await stations.changePhoto(photo.id, { label: 'bad', kind: 'dent' })
    expect(await now()).toEqual({ label: 'bad', kind: 'dent', leftOut: false })
    await stations.undoCorrection(word.id)
    expect((await now()).label).toBe('bad')
  })

  it('stays what it was brought as when a person says that it belongs', async () => {
    const { stations, photo, say, now } = await taughtPicture('0.2')
    const word = await say(bad)
    expect((await stations.changePhoto(photo.id, { belongs: true })).belongs).toBe(true)
    expect(await now()).toEqual({ label: 'bad', kind: 'crack', leftOut: false })
    await stations.undoCorrection(word.id)
    expect(await now()).toEqual({ label: 'good', kind: null, leftOut: false })
    expect((await stations.photos(photo.stationId))[0]?.belongs).toBe(true)
    expect((await stations.changePhoto(photo.id, { belongs: false })).belongs).toBe(false)
  })

  it('brought again with another label, it has that one; brought again after it was left out, it is in', async () => {
    const { stations, station, photo, now } = await taughtPicture('0.2')
    const again = { picture: pictureOf('0.2'), name: 'p.jpg' }
    expect(await stations.addPhoto(station.id, { ...again, label: 'bad', kind: 'crack' })).toMatchObject({
      id: photo.id,
      label: 'bad',
      kind: 'crack',
    })
    await stations.changePhoto(photo.id, { leftOut: true })
    await stations.addPhoto(station.id, { ...again, label: 'good' })
    expect(await now()).toEqual({ label: 'good', kind: null, leftOut: false })
  })
})
