import type { Verdict } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { pictureOf } from '../testing/fake-executor.ts'
import { frameOf } from '../testing/fake-source.ts'
import { settle } from '../testing/manual-time.ts'
import { http, testStations } from '../testing/test-stations.ts'

const good = { label: 'good', kind: null } as const
const bad = { label: 'bad', kind: 'crack' } as const

async function judged(...pictures: string[]) {
  const test = await testStations()
  const station = await test.make(http)
  const verdicts: Verdict[] = []
  for (const picture of pictures) verdicts.push(await test.stations.inspect(station.id, frameOf(picture)))
  const say = (index: number, word: typeof good | typeof bad) =>
    test.stations.giveFeedback(verdicts[index]?.id ?? '', word, 'Ans')
  const active = async () => (await test.stores.recipes.active(station.id))[0]
  return { ...test, id: station.id, taught: station.recipe, verdicts, say, active }
}

describe('a word', () => {
  it('is learned at once: the same part passes from then on, and it is remembered who said so', async () => {
    const { stations, stores, events, id, taught, verdicts, say, active } = await judged('0.9')
    const correction = await say(0, good)
    expect(correction).toMatchObject({ state: 'applied', label: 'good', by: 'Ans', checked: 1 })
    expect(correction.flips).toEqual([
      { photoId: correction.photoId, name: '', label: 'good', before: 'fail', after: 'pass', wrong: false },
    ])
    expect((await stations.inspect(id, frameOf('0.9'))).verdict).toBe('pass')
    expect(await active()).toMatchObject({ made: 'corrected', baseId: taught?.id, corrections: [correction.id] })
    expect((await stations.verdict(verdicts[0]?.id ?? '')).feedback).toMatchObject({ label: 'good', by: 'Ans' })
    expect(await stores.photos.get(correction.photoId)).toMatchObject({ label: 'good', verdictId: verdicts[0]?.id })
    expect(events).toContainEqual({ type: 'correction', correction })
  })

  it('said twice is one correction, also at the same time; the other word on the same picture replaces it', async () => {
    const { stations, id, say } = await judged('0.9')
    const [first, second] = await Promise.all([say(0, good), say(0, good)])
    expect(second).toEqual(first)
    const other = await say(0, bad)
    const states = (await stations.corrections(id)).map((one) => [one.id, one.state])
    expect(states).toEqual([
      [other.id, 'applied'],
      [first.id, 'undone'],
    ])
    expect((await stations.photos(id)).map(({ label, kind }) => [label, kind])).toEqual([['bad', 'crack']])
    expect((await stations.inspect(id, frameOf('0.9'))).verdict).toBe('fail')
  })

  it('that would turn another marked picture wrong asks first, by name', async () => {
    const { stations, executor, id, say, taught, active } = await judged('0.9')
    await stations.addPhoto(id, { picture: pictureOf('0.8'), name: 'dent.jpg', label: 'bad' })
    executor.scoreOf = (text, sha256) => (text === '0.8' && sha256.includes('good:0.9') ? 0.1 : undefined)
    const asking = await say(0, good)
    expect(asking.state).toBe('asks')
    expect(asking.flips[0]).toMatchObject({ name: 'dent.jpg', before: 'fail', after: 'pass', wrong: true })
    expect((await active())?.id).toBe(taught?.id)
    expect(await say(0, good)).toEqual(asking)
    expect(await stations.applyCorrection(asking.id)).toMatchObject({ state: 'applied' })
    expect((await active())?.id).toBe(asking.recipeId)
  })

  it('that asks and gets a no changes nothing', async () => {
    const { stations, executor, id, say, taught, active } = await judged('0.9')
    await stations.addPhoto(id, { picture: pictureOf('0.8'), name: 'dent.jpg', label: 'bad' })
    executor.scoreOf = (text, sha256) => (text === '0.8' && sha256.includes('good:0.9') ? 0.1 : undefined)
    const asking = await say(0, good)
    expect(await stations.undoCorrection(asking.id)).toMatchObject({ state: 'refused' })
    expect((await active())?.id).toBe(taught?.id)
    expect((await stations.photos(id)).find((photo) => photo.id === asking.photoId)?.leftOut).toBe(true)
  })

  it('is not taken in any more by a box that ends', async () => {
    const { stations, id, say } = await judged('0.9')
    await stations.stop()
    const correction = say(0, good)
    await expect(correction).rejects.toMatchObject({ code: 'NABIJ_STOPPING' })
    expect(await stations.photos(id)).toEqual([])
  })

  it('on a picture that is gone is refused clearly', async () => {
    const { stores, say } = await judged('0.9')
    stores.blobs.kept.clear()
    await expect(say(0, good)).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_GONE' })
  })

  it('makes no verdict wait', async () => {
    const { stations, executor, id, say } = await judged('0.9')
    executor.holdCorrect = new Promise(() => undefined)
    void say(0, good).catch(() => undefined)
    await settle()
    expect((await stations.inspect(id, frameOf('0.1'))).verdict).toBe('pass')
    await stations.stop()
  })
})

describe('taking back', () => {
  it('gives the very version from before, whichever is taken back and in whatever order', async () => {
    const { stations, executor, say, taught, active } = await judged('0.9', '0.8', '0.2')
    const versions = [taught?.sha256]
    const words = []
    for (const [index, word] of [good, good, bad].entries()) {
      words.push(await say(index, word))
      versions.push((await active())?.sha256)
    }
    const built = executor.corrected.length
    for (const n of [2, 1, 0]) {
      await stations.undoCorrection(words[n]?.id ?? '')
      expect((await active())?.sha256).toBe(versions[n])
    }
    expect(executor.corrected).toHaveLength(built)
    await stations.applyCorrection(words[1]?.id ?? '')
    await stations.applyCorrection(words[2]?.id ?? '')
    expect((await active())?.corrections).toEqual([words[1]?.id, words[2]?.id])
    await stations.undoCorrection(words[1]?.id ?? '')
    expect((await active())?.sha256).toBe(`${taught?.sha256} + bad:0.2`)
  })

  it('takes the word back with it: the photo is left out of teaching, the verdict has no feedback', async () => {
    const { stations, id, verdicts, say } = await judged('0.9')
    const { id: word } = await say(0, good)
    expect((await stations.undoCorrection(word)).state).toBe('undone')
    expect((await stations.photos(id))[0]?.leftOut).toBe(true)
    expect((await stations.verdict(verdicts[0]?.id ?? '')).feedback).toBeNull()
  })

  it('happens also by choosing an older version, and is put back by choosing the newer one', async () => {
    const { stations, id, taught, say, active } = await judged('0.9', '0.8')
    await say(0, good)
    await say(1, good)
    const newest = await active()
    await stations.activateRecipe(id, taught?.id ?? '')
    expect((await stations.corrections(id)).map(({ state }) => state)).toEqual(['undone', 'undone'])
    await stations.activateRecipe(id, newest?.id ?? '')
    expect((await stations.corrections(id)).map(({ state }) => state)).toEqual(['applied', 'applied'])
    expect((await stations.photos(id)).map(({ leftOut }) => leftOut)).toEqual([false, false])
    const compared = await stations.compareRecipes(id, taught?.id ?? '', newest?.id ?? '')
    expect(compared.map(({ before, after }) => [before.verdict, after.verdict])).toEqual([
      ['fail', 'pass'],
      ['fail', 'pass'],
    ])
  })

  it('follows from removing the photo', async () => {
    const { stations, taught, say, active } = await judged('0.9')
    const { photoId } = await say(0, good)
    await stations.removePhoto(photoId)
    expect((await active())?.id).toBe(taught?.id)
  })
})

describe('a kill between two writes', () => {
  const writes = ['photos.insert', 'corrections.insert', 'recipes.activate', 'photos.say', 'verdicts.setFeedback']

  it.each(writes)('before %s leaves all or nothing after the next start', async (write) => {
    const { stores, again, id, taught, verdicts, say, active } = await judged('0.9')
    const [store = '', call = ''] = write.split('.')
    const target = stores[store as 'photos'] as unknown as Record<string, unknown>
    const before = target[call]
    target[call] = async () => {
      throw new Error('killed')
    }
    await expect(say(0, good)).rejects.toThrow('killed')
    target[call] = before
    const next = await again()
    const [correction] = await next.corrections(id)
    const photos = await next.photos(id)
    const { feedback } = await next.verdict(verdicts[0]?.id ?? '')
    if (correction) {
      expect(correction.state).toBe('applied')
      expect((await active())?.corrections).toEqual([correction.id])
      expect(photos).toMatchObject([{ id: correction.photoId, label: 'good', leftOut: false }])
      expect(feedback).toMatchObject({ label: 'good' })
    } else {
      expect([photos, feedback, (await active())?.id]).toEqual([[], null, taught?.id])
    }
    expect(await next.giveFeedback(verdicts[0]?.id ?? '', good, null)).toMatchObject({ state: 'applied' })
    expect(await next.corrections(id)).toHaveLength(1)
  })
})
