import { describe, expect, it } from 'vitest'
import { pictureOf } from './testing/fake-executor.ts'
import { frameOf } from './testing/fake-source.ts'
import { settle } from './testing/manual-time.ts'
import { http, testStations } from './testing/test-stations.ts'

/** Five good photos, of which the recipe found the third and the last odd; the last but one repeats another. */
async function taughtWithOdd() {
  const test = await testStations()
  const { stations, executor, make } = test
  const { id } = await make(http, false)
  for (const name of ['a', 'b', 'odd', 'c', 'strange'])
    await stations.addPhoto(id, { picture: pictureOf(`0.1 ${name}`), name, label: 'good' })
  await stations.addPhoto(id, { picture: pictureOf('0.9'), name: 'bad', label: 'bad' })
  await stations.teach(id)
  await settle()
  // One photo is a copy of another: four different ones, and a score for each of the five.
  const found = { photos: 4, goodScores: [0.1, 0.1, 0.6, 0.1, 0.7], oddOnes: [2, 4] }
  executor.facts = { ...executor.facts, ...found }
  executor.teachings[0]?.finish(found)
  await settle()
  const odd = async () =>
    (await stations.photos(id))
      .filter(({ remarks }) => remarks.some(({ code }) => code === 'odd-one-out'))
      .map(({ name }) => name)
  return { ...test, id, odd }
}

describe('a photo that the recipe found odd', () => {
  it('is pointed out, also where copies count once', async () => {
    const { odd } = await taughtWithOdd()
    expect(await odd()).toEqual(['odd', 'strange'])
  })

  it('stays so when another one is left out', async () => {
    const { stations, id, odd } = await taughtWithOdd()
    const [, , third] = await stations.photos(id)
    await stations.changePhoto(third?.id ?? '', { leftOut: true })
    expect(await odd()).toContain('strange')
  })

  it('stays so when a word made another version', async () => {
    const { stations, id, odd, time } = await taughtWithOdd()
    await time.pass(1000)
    const { id: verdictId } = await stations.inspect(id, frameOf('0.9 x'))
    await stations.giveFeedback(verdictId, { label: 'good', kind: null }, null)
    expect((await stations.get(id)).recipe?.made).toBe('corrected')
    expect(await odd()).toEqual(['odd', 'strange'])
  })

  it('is not guessed when other photos came in their place', async () => {
    const { stations, id, odd } = await taughtWithOdd()
    const [first] = await stations.photos(id)
    await stations.removePhoto(first?.id ?? '')
    expect(await odd()).toEqual([])
  })
})
