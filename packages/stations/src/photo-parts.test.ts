import { describe, expect, it } from 'vitest'
import { pictureOf } from './testing/fake-executor.ts'
import { frameOf } from './testing/fake-source.ts'
import { http, testStations } from './testing/test-stations.ts'

const locate = { turns: false, parts: { least: 1, most: 3 }, model: {} }

describe('photoParts', () => {
  it('says where parts lie on a photo, and no more than that', async () => {
    const { stations, executor, make } = await testStations()
    executor.facts = { ...executor.facts, locate }
    const { id } = await make(http)
    const photo = await stations.addPhoto(id, { picture: pictureOf('parts 0.1 0.7'), name: 'a.jpg', label: 'good' })
    expect(await stations.photoParts(photo.id)).toEqual([
      { box: { x: 0, y: 0, w: 0.1, h: 0.1 }, outline: [], angle: 0 },
      { box: { x: 0.1, y: 0, w: 0.1, h: 0.1 }, outline: [], angle: 0 },
    ])
    await stations.removePhoto(photo.id)
    await expect(stations.photoParts(photo.id)).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it.each([true, false])('finds none where pictures are judged as a whole (taught: %s)', async (taught) => {
    const { stations, make } = await testStations()
    const { id } = await make(http, taught)
    const photo = await stations.addPhoto(id, { picture: pictureOf('parts 0.1'), name: 'a.jpg', label: 'good' })
    expect(await stations.photoParts(photo.id)).toEqual([])
  })
})

describe('the last verdict of a station', () => {
  it('carries what a person said of it', async () => {
    const { stations, make } = await testStations()
    const { id } = await make(http)
    const { id: verdictId } = await stations.inspect(id, frameOf('0.9'))
    const correction = await stations.giveFeedback(verdictId, { label: 'good', kind: null }, 'Ans')
    expect((await stations.get(id)).lastVerdict?.feedback).toMatchObject({ label: 'good', by: 'Ans' })
    await stations.undoCorrection(correction.id)
    expect((await stations.get(id)).lastVerdict?.feedback).toBeNull()
  })
})
