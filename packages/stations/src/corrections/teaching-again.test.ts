import type { Verdict } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { pictureOf } from '../testing/fake-executor.ts'
import { frameOf } from '../testing/fake-source.ts'
import { settle } from '../testing/manual-time.ts'
import { http, testStations } from '../testing/test-stations.ts'

const good = { label: 'good', kind: null } as const
const bad = { label: 'bad', kind: null } as const

/** A station with an older version, on which people said of these pictures what they are. */
async function spokenTo(words: [string, 'good' | 'bad'][]) {
  const test = await testStations()
  const { id } = await test.make(http)
  await test.stations.addPhoto(id, { picture: pictureOf('0.01'), name: 'taught.jpg', label: 'good' })
  const verdicts: Verdict[] = []
  const say = async (picture: string, label: 'good' | 'bad') => {
    const verdict = await test.stations.inspect(id, frameOf(picture))
    verdicts.push(verdict)
    return test.stations.giveFeedback(verdict.id, label === 'good' ? good : bad, null)
  }
  const said = []
  for (const [picture, label] of words) said.push(await say(picture, label))
  const teach = async () => {
    const job = await test.stations.teach(id)
    await settle()
    return job
  }
  const finish = async (facts = {}) => {
    test.executor.teachings.at(-1)?.finish(facts)
    await settle()
  }
  const active = async () => (await test.stores.recipes.active(id))[0]
  const verdictOn = async (picture: string) => (await test.stations.inspect(id, frameOf(picture))).verdict
  const kindsOfVersions = async () =>
    (await test.stores.recipes.list(id)).slice(1 + words.length).map(({ made, version }) => [made, version])
  return { ...test, id, said, say, teach, finish, active, verdictOn, kindsOfVersions }
}

describe('a station that is taught again', () => {
  it('knows what was called bad before, on top of the new version, in the same order', async () => {
    const { said, teach, finish, active, verdictOn, kindsOfVersions, stations, executor, id } = await spokenTo([
      ['0.2', 'bad'],
      ['0.9', 'good'],
      ['0.3', 'bad'],
    ])
    executor.scoreOf = (text, sha256) => (text === '0.9' && sha256.includes('tmp/') ? 0.02 : undefined)
    const job = await teach()
    await finish({ limit: 0.4 })
    const recipe = await active()
    expect(stations.job(job.id)).toMatchObject({ state: 'done', recipeId: recipe?.id })
    expect(recipe).toMatchObject({ made: 'corrected', baseId: job.id, corrections: [said[0]?.id, said[2]?.id] })
    expect(await kindsOfVersions()).toEqual([
      ['taught', 5],
      ['corrected', 6],
    ])
    expect(executor.orders.at(-1)?.marked).toHaveLength(4)
    expect([await verdictOn('0.2'), await verdictOn('0.3'), await verdictOn('0.9')]).toEqual(['fail', 'fail', 'pass'])
    expect((await stations.corrections(id)).map(({ state }) => state)).toEqual(['applied', 'applied', 'applied'])
  })

  it('what was called good is a correction only where teaching did not explain it', async () => {
    const { said, teach, finish, active, verdictOn } = await spokenTo([['0.9', 'good']])
    await teach()
    await finish()
    expect((await active())?.corrections).toEqual([said[0]?.id])
    expect(await verdictOn('0.9')).toBe('pass')
  })

  it('has one version where nobody said anything, or nothing that teaching does not know', async () => {
    const { id, executor, stores, teach, finish, active } = await spokenTo([['0.9', 'good']])
    executor.scoreOf = (text) => (text === '0.9' ? 0.02 : undefined)
    const job = await teach()
    await finish()
    expect(await active()).toMatchObject({ id: job.id, made: 'taught' })
    expect(await stores.recipes.list(id)).toHaveLength(3)
  })

  it('knows the kinds of bad photos that were brought with one', async () => {
    const { id, stations, executor, teach, finish, active } = await spokenTo([])
    await stations.addPhoto(id, { picture: pictureOf('0.8'), name: 'a.jpg', label: 'bad', kind: 'crack' })
    executor.facts = { kinds: [{ name: 'crack', photos: 1 }] }
    executor.write = () => undefined
    const job = await teach()
    await finish()
    expect(executor.orders.at(-1)?.marked.map(({ kind }) => kind)).toEqual([null, 'crack'])
    const named = await active()
    expect(named).toMatchObject({ made: 'corrected', baseId: job.id, corrections: [], facts: executor.facts })
    // A word more and its undo: the kinds are still there.
    const verdict = await stations.inspect(id, frameOf('0.7'))
    const { id: word } = await stations.giveFeedback(verdict.id, good, null)
    await stations.undoCorrection(word)
    expect((await active())?.id).toBe(named?.id)
  })

  it('an older correction is undone on the new version, and the picture counts no more', async () => {
    const { said, teach, finish, active, verdictOn, stations, executor } = await spokenTo([
      ['0.2', 'bad'],
      ['0.3', 'bad'],
    ])
    const job = await teach()
    await finish({ limit: 0.4 })
    await stations.undoCorrection(said[0]?.id ?? '')
    expect(await active()).toMatchObject({ baseId: job.id, corrections: [said[1]?.id] })
    expect(executor.orders.at(-1)?.marked.map(({ id }) => id)).not.toContain(said[0]?.photoId)
    expect([await verdictOn('0.2'), await verdictOn('0.3')]).toEqual(['pass', 'fail'])
    await stations.undoCorrection(said[1]?.id ?? '')
    expect((await active())?.id).toBe(job.id)
  })

  it('the kinds stay when the only word that was put on top with them is undone', async () => {
    const { id, said, stations, teach, finish, active, executor } = await spokenTo([['0.2', 'bad']])
    for (let n = 0; n < 10; n++)
      await stations.addPhoto(id, { picture: pictureOf(`0.8${n}`), name: '', label: 'bad', kind: `kind ${n % 2}` })
    executor.facts = { kinds: [{ name: 'kind 0', photos: 5 }] }
    const job = await teach()
    await finish()
    await stations.undoCorrection(said[0]?.id ?? '')
    expect(await active()).toMatchObject({ made: 'corrected', baseId: job.id, corrections: [], facts: executor.facts })
  })

  it('the new version without them takes them back, and the one with them puts them back', async () => {
    const { id, teach, finish, active, stations } = await spokenTo([['0.2', 'bad']])
    const job = await teach()
    await finish()
    const with1 = await active()
    await stations.activateRecipe(id, job.id)
    expect((await stations.corrections(id))[0]?.state).toBe('undone')
    await stations.activateRecipe(id, with1?.id ?? '')
    expect((await stations.corrections(id))[0]?.state).toBe('applied')
  })

  it('knows also what is said while it learns', async () => {
    const { said, say, teach, finish, active, executor } = await spokenTo([['0.2', 'bad']])
    const gate = Promise.withResolvers<void>()
    await teach()
    const during = await say('0.3', 'bad')
    executor.holdCorrect = gate.promise
    await finish({ limit: 0.4 })
    const later = say('0.1', 'bad')
    await settle()
    gate.resolve()
    await later
    await settle()
    expect((await active())?.corrections).toEqual([said[0]?.id, during.id, (await later).id])
  })

  it('is cancelled while what was said is put on top: nothing changes', async () => {
    const { teach, finish, active, stations, executor, kindsOfVersions } = await spokenTo([['0.2', 'bad']])
    const before = await active()
    const job = await teach()
    executor.holdCorrect = new Promise(() => undefined)
    await finish()
    expect(stations.job(job.id)).toMatchObject({ state: 'running', step: 'checking', total: 2 })
    expect((await stations.cancelJob(job.id)).state).toBe('cancelled')
    expect([await active(), await kindsOfVersions()]).toEqual([before, []])
    executor.holdCorrect = null
    await teach()
    await finish()
    expect((await active())?.made).toBe('corrected')
  })

  it('is finished after a kill between its two versions, and taught no second time', async () => {
    const { id, teach, finish, active, stores, again, executor, kindsOfVersions, stations } = await spokenTo([
      ['0.2', 'bad'],
    ])
    const before = await active()
    const job = await teach()
    const insert = stores.recipes.insert
    stores.recipes.insert = async (row, isActive) => {
      if (row.made === 'corrected') throw new Error('killed')
      return insert(row, isActive)
    }
    stores.jobs.remove = async () => undefined
    await finish()
    expect(await active()).toEqual(before)
    stores.recipes.insert = insert
    await stations.stop()
    const next = await again()
    await settle()
    expect(executor.teachings).toHaveLength(1)
    expect(next.job(job.id).state).toBe('done')
    expect(await active()).toMatchObject({ made: 'corrected', baseId: job.id })
    expect(await kindsOfVersions()).toEqual([
      ['taught', 3],
      ['corrected', 4],
    ])
    await next.stop()
    expect((await (await again()).recipes(id)).length).toBe(4)
  })

  it('leaves out a word that cannot be followed any more, and teaches all the same', async () => {
    const { said, teach, finish, active, executor } = await spokenTo([
      ['0.2', 'bad'],
      ['0.3', 'bad'],
    ])
    executor.contradicts = (text) => text === '0.3'
    await teach()
    await finish()
    expect((await active())?.corrections).toEqual([said[0]?.id])
  })

  it('follows words by the limit that the station judges with', async () => {
    const { id, stations, executor, teach, finish } = await spokenTo([['0.2', 'bad']])
    expect(executor.orders.at(-1)?.limit).toMatchObject({ value: 0.5 })
    await stations.change(id, { settings: { limit: { by: 'hand', value: 0.7 } } })
    await teach()
    await finish({ limit: 0.4 })
    expect(executor.orders.at(-1)?.limit).toMatchObject({ value: 0.7 })
  })
})
