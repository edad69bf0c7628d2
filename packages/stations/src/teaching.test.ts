import type { Station } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { pictureOf } from './testing/fake-executor.ts'
import { frameOf } from './testing/fake-source.ts'
import { settle } from './testing/manual-time.ts'
import { http, type TestStations, testStations } from './testing/test-stations.ts'

async function withPhotos({ make, stations }: TestStations, good = 3): Promise<Station> {
  const station = await make(http, false)
  for (let n = 0; n < good; n++)
    await stations.addPhoto(station.id, { picture: pictureOf(`0.0${n}`), name: `${n}.jpg`, label: 'good' })
  await stations.addPhoto(station.id, { picture: pictureOf('0.9'), name: 'bad.jpg', label: 'bad' })
  return station
}

describe('teaching', () => {
  it('makes the next version from the photos, and the station judges with it', async () => {
    const test = await testStations()
    const { stations, executor, states } = test
    const { id } = await withPhotos(test)
    const job = await stations.teach(id)
    await settle()
    const [teaching] = executor.teachings
    const photos = await stations.photos(id)
    expect(teaching?.marked.map(({ id, label }) => [id, label])).toEqual(photos.map(({ id, label }) => [id, label]))
    expect((await stations.get(id)).state).toBe('learning')
    teaching?.progress({ step: 'learning', done: 1, total: 3 })
    expect(stations.job(job.id)).toMatchObject({ state: 'running', step: 'learning', done: 1, total: 3 })
    teaching?.finish({ limit: 0.4 })
    await settle()
    const { recipe, state } = await stations.get(id)
    expect(state).toBe('judging')
    expect(recipe).toMatchObject({ version: 1, active: true, facts: { limit: 0.4 } })
    expect(stations.job(job.id)).toMatchObject({ state: 'done', recipeId: recipe?.id, problem: null })
    expect((await stations.inspect(id, frameOf('0.45'))).verdict).toBe('fail')
    expect(states()).toEqual(['untaught', 'learning', 'judging'])
  })

  it('needs a good photo', async () => {
    const test = await testStations()
    const { id } = await withPhotos(test, 0)
    await expect(test.stations.teach(id)).rejects.toMatchObject({ code: 'NABIJ_NO_PHOTOS' })
    expect(test.stations.jobs()).toEqual([])
  })

  it('is one job at a time, and one job for the same photos', async () => {
    const test = await testStations()
    const { stations, executor } = test
    const first = await withPhotos(test)
    const second = await withPhotos(test)
    const [a, again, b] = await Promise.all([
      stations.teach(first.id),
      stations.teach(first.id),
      stations.teach(second.id),
    ])
    await settle()
    expect(again.id).toBe(a.id)
    expect(stations.jobs().map(({ id, state }) => [id, state])).toEqual([
      [b.id, 'queued'],
      [a.id, 'running'],
    ])
    await stations.addPhoto(first.id, { picture: pictureOf('0.07'), name: 'more.jpg', label: 'good' })
    const more = await stations.teach(first.id)
    expect(more.id).not.toBe(a.id)
    for (let n = 0; n < 3; n++) {
      expect(executor.teachings).toHaveLength(n + 1)
      executor.teachings[n]?.finish()
      await settle()
    }
    expect(stations.jobs().map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect((await stations.get(first.id)).recipe?.version).toBe(2)
  })

  it('is cancelled at once, also by an executor that does not listen, and the next one runs', async () => {
    const test = await testStations()
    const { stations, executor, events } = test
    const first = await withPhotos(test)
    const second = await withPhotos(test)
    const job = await stations.teach(first.id)
    const next = await stations.teach(second.id)
    await settle()
    expect(await stations.cancelJob(job.id)).toMatchObject({ state: 'cancelled', problem: null })
    await settle()
    expect(executor.teachings[0]?.signal.aborted).toBe(true)
    expect((await stations.get(first.id)).state).toBe('untaught')
    expect(stations.job(next.id).state).toBe('running')
    executor.teachings[0]?.progress({ step: 'checking', done: 3, total: 3 })
    executor.teachings[0]?.finish()
    await settle()
    expect(await stations.cancelJob(job.id)).toMatchObject({ state: 'cancelled', step: 'reading' })
    expect(await stations.recipes(first.id)).toEqual([])
    const ends = events.filter((event) => event.type === 'job' && event.job.id === job.id && event.job.finishedAt)
    expect(ends).toHaveLength(1)
  })

  it('that is cancelled while its file is taken over makes no version', async () => {
    const test = await testStations()
    const { stations, executor, stores } = test
    const { id } = await withPhotos(test)
    const job = await stations.teach(id)
    await settle()
    const gate = Promise.withResolvers<void>()
    stores.hold = gate.promise
    executor.teachings[0]?.finish()
    await settle()
    expect(stations.job(job.id).step).toBe('saving')
    const cancelled = stations.cancelJob(job.id)
    await settle()
    expect(stations.job(job.id).state).toBe('cancelled')
    gate.resolve()
    expect((await cancelled).state).toBe('cancelled')
    await settle()
    expect(await stations.recipes(id)).toEqual([])
    expect((await stations.get(id)).state).toBe('untaught')
  })

  it('of which the result is being stored is done rather than cancelled', async () => {
    const test = await testStations()
    const { stations, executor, stores } = test
    const { id } = await withPhotos(test)
    const job = await stations.teach(id)
    await settle()
    const gate = Promise.withResolvers<void>()
    const insert = stores.recipes.insert
    stores.recipes.insert = async (row) => {
      await gate.promise
      return insert(row)
    }
    executor.teachings[0]?.finish()
    await settle()
    const cancelled = stations.cancelJob(job.id)
    gate.resolve()
    expect((await cancelled).state).toBe('done')
    expect((await stations.get(id)).recipe?.version).toBe(1)
  })

  it('that fails says why, and leaves the station on the version before', async () => {
    const test = await testStations()
    const { stations, executor, stores } = test
    const { id } = await withPhotos(test)
    const before = await stations.addRecipe(id, pictureOf('before'))
    const job = await stations.teach(id)
    await settle()
    executor.teachings[0]?.fail(new Error('out of memory'))
    await settle()
    expect(stations.job(job.id)).toMatchObject({ state: 'failed', problem: { code: 'NABIJ_UNEXPECTED' } })
    expect(await stations.get(id)).toMatchObject({ state: 'judging', recipe: { id: before.id } })
    const second = await stations.teach(id)
    await settle()
    stores.failure = new Error('disk')
    executor.teachings[1]?.finish()
    await settle()
    stores.failure = null
    expect(stations.job(second.id).state).toBe('failed')
    expect((await stations.get(id)).recipe?.id).toBe(before.id)
  })

  it('tells its progress now and then, and each new step at once', async () => {
    const test = await testStations()
    const { stations, executor, events, time } = test
    const { id } = await withPhotos(test)
    await stations.teach(id)
    await time.pass(1_000)
    const before = events.length
    for (let done = 0; done < 200; done++) {
      executor.teachings[0]?.progress({ step: 'learning', done, total: 200 })
      await time.pass(5)
    }
    expect(events.length - before).toBeLessThanOrEqual(4)
    executor.teachings[0]?.progress({ step: 'checking', done: 0, total: 1 })
    expect(events.at(-1)).toMatchObject({ type: 'job', job: { step: 'checking' } })
  })

  it('begins again after a restart', async () => {
    const test = await testStations()
    const { id } = await withPhotos(test)
    const job = await test.stations.teach(id)
    await settle()
    await test.stations.stop()
    expect(test.stations.job(job.id).state).toBe('cancelled')
    await expect(test.stations.teach(id)).rejects.toMatchObject({ code: 'NABIJ_STOPPING' })
    const next = await test.again()
    await settle()
    expect(next.job(job.id)).toMatchObject({ state: 'running', stationId: id })
    test.executor.teachings[1]?.finish()
    await settle()
    expect((await next.get(id)).recipe).toMatchObject({ id: job.id, version: 1, made: 'taught' })
    expect(await test.stores.jobs.list()).toEqual([])
  })

  it('that a person cancelled, or whose version is stored, does not begin again', async () => {
    const test = await testStations()
    const { id } = await withPhotos(test)
    await test.stations.cancelJob((await test.stations.teach(id)).id)
    expect(await test.stores.jobs.list()).toEqual([])
    const job = await test.stations.teach(id)
    await settle()
    // As if it was killed between storing the version and forgetting the job.
    test.stores.jobs.remove = async () => undefined
    test.executor.teachings.at(-1)?.finish()
    await settle()
    await test.stations.stop()
    const next = await test.again()
    expect(next.jobs()).toEqual([])
    expect((await next.recipes(id)).map((recipe) => recipe.id)).toEqual([job.id])
  })

  it('remembers the last jobs only', async () => {
    const test = await testStations()
    const { id } = await withPhotos(test)
    for (let n = 0; n < 70; n++) await test.stations.cancelJob((await test.stations.teach(id)).id)
    expect(test.stations.jobs().length).toBeLessThanOrEqual(51)
  })
})
