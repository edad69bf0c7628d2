import { describe, expect, it } from 'vitest'
import { pictureOf } from './testing/fake-executor.ts'
import { frameOf } from './testing/fake-source.ts'
import { settle } from './testing/manual-time.ts'
import { folder, http, simulator, testStations } from './testing/test-stations.ts'

describe('stop', () => {
  it('lets parts finish that were taken, and takes no more', async () => {
    const { stations, executor, stores, live, triggered, time, make } = await testStations()
    const { id } = await make(http)
    await make(folder)
    await make(simulator)
    const taken: string[] = []
    triggered.give(frameOf('held 0.1', { taken: async () => void taken.push('part') }))
    const asked = stations.inspect(id, frameOf('held 0.2', { key: 'a' }))
    await settle()
    const end = stations.stop()
    await settle()
    await expect(stations.inspect(id, frameOf('0.1'))).rejects.toMatchObject({ code: 'NABIJ_STOPPING' })
    expect([live.reading, triggered.reading]).toEqual([false, false])
    executor.release()
    await end
    expect((await asked).verdict).toBe('pass')
    expect(taken).toEqual(['part'])
    expect(stores.verdicts.records).toHaveLength(2)
    await time.pass(60_000)
    expect(time.pending()).toBe(0)
  })

  it('does not wait longer than its grace; what was not stored is not acknowledged, and nothing is stored later', async () => {
    const { stations, executor, stores, triggered, live, time, limits, again, make } = await testStations()
    const { id } = await make(http)
    await make(folder)
    await make(simulator)
    const taken: string[] = []
    for (const key of ['p', 'q', 'r', 's', 't'])
      triggered.give(frameOf('held 0.1', { key, taken: async () => void taken.push(key) }))
    live.give(frameOf('held 0.1'))
    const asked = stations.inspect(id, frameOf('held 0.2', { key: 'a' })).catch((error: unknown) => error)
    await settle()
    const end = stations.stop()
    await time.pass(limits.grace)
    await end
    expect(await asked).toMatchObject({ code: 'NABIJ_STOPPING' })
    executor.release()
    await time.pass(300_000)
    expect(stores.verdicts.records).toEqual([])
    expect(taken).toEqual([])
    expect(time.pending()).toBe(0)
    const next = await again()
    expect((await next.inspect(id, frameOf('0.2', { key: 'a' }))).verdict).toBe('pass')
  })

  it('leaves no timer behind, also in the middle of a rest', async () => {
    const { stations, live, executor, time, make } = await testStations()
    await make(simulator)
    executor.broken = 'NABIJ_UNEXPECTED'
    live.give(frameOf('0.1'))
    await settle()
    await stations.stop()
    expect(time.pending()).toBe(0)
  })

  it('stores the drops that were counted', async () => {
    const { stations, live, stores, time, limits, make } = await testStations({ inFlight: 1 })
    await make(simulator)
    for (let n = 0; n < 10; n++) live.give(frameOf('0.1'))
    for (let n = 0; n < 10; n++) live.give(frameOf('held 0.1'))
    await settle()
    const end = stations.stop()
    await time.pass(limits.grace)
    await end
    const dropped = stores.verdicts.drops.reduce((sum, drop) => sum + drop.dropped, 0)
    expect(dropped + stores.verdicts.records.length + 1).toBe(20)
  })
})

describe('start', () => {
  it('finds stations, recipes and last verdicts again', async () => {
    const { stations, again, make } = await testStations()
    const station = await make(http)
    const verdict = await stations.inspect(station.id, frameOf('0.9'))
    await stations.stop()
    const next = await again()
    expect(await next.list()).toMatchObject([
      { id: station.id, state: 'judging', recipe: { version: 1 }, lastVerdict: { id: verdict.id }, today: { fail: 1 } },
    ])
  })
})

describe('remove', () => {
  it('ends all of a station and says so', async () => {
    const { stations, live, stores, events, executor, time, limits, make } = await testStations()
    const { id } = await make(simulator)
    await stations.addPhoto(id, { picture: pictureOf('0.1'), name: 'a.jpg', label: 'good' })
    const job = await stations.teach(id)
    await settle()
    for (let n = 0; n < 5; n++) await stations.inspect(id, frameOf('0.1'))
    const asked = stations.inspect(id, frameOf('hang')).catch((error: unknown) => error)
    await settle()
    const end = stations.remove(id)
    await time.pass(limits.grace)
    await end
    expect(await asked).toMatchObject({ code: 'NABIJ_NOT_FOUND' })
    expect(stations.job(job.id).state).toBe('cancelled')
    expect(executor.teachings[0]?.signal.aborted).toBe(true)
    expect(live.reading).toBe(false)
    expect(await stores.stations.list()).toEqual([])
    await time.pass(10_000)
    expect(events.at(-1)).toEqual({ type: 'station-removed', stationId: id })
    await expect(stations.get(id)).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('is the last that is said about a station', async () => {
    const { stations, events, time, make } = await testStations()
    const { id } = await make(http)
    await stations.inspect(id, frameOf('0.1'))
    await stations.remove(id)
    await time.pass(10_000)
    expect(events.at(-1)).toEqual({ type: 'station-removed', stationId: id })
  })

  it('leaves the station at work when the store refuses', async () => {
    const { stations, stores, make } = await testStations()
    const { id } = await make(http)
    stores.failure = new Error('locked')
    await expect(stations.remove(id)).rejects.toThrow('locked')
    stores.failure = null
    expect((await stations.inspect(id, frameOf('0.1'))).verdict).toBe('pass')
  })
})

describe('photos and recipes', () => {
  it('refuses a bad picture when it is offered', async () => {
    const { stations, stores, make } = await testStations()
    const { id } = await make(http, false)
    const bad = { picture: pictureOf('NABIJ_PICTURE_DAMAGED'), name: 'a.jpg', label: 'good' } as const
    await expect(stations.addPhoto(id, bad)).rejects.toMatchObject({ code: 'NABIJ_PICTURE_DAMAGED' })
    expect(await stations.photos(id)).toEqual([])
    expect(stores.blobs.kept.size).toBe(0)
  })

  it('keeps a photo under a harmless name and forgets it on demand', async () => {
    const { stations, make } = await testStations()
    const { id } = await make(http, false)
    const photo = await stations.addPhoto(id, {
      picture: pictureOf('0.1'),
      name: '..\\..\\a\u202egpj.exe',
      label: 'bad',
    })
    expect(photo).toMatchObject({ name: 'agpj.exe', label: 'bad', width: 640, bytes: 3 })
    expect(await stations.photoFile(photo.id)).toEqual(pictureOf('0.1'))
    await stations.removePhoto(photo.id)
    await expect(stations.photoFile(photo.id)).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
    await expect(stations.removePhoto(photo.id)).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('refuses photos, recipes and teaching when the disk is full', async () => {
    const { stations, disk, make } = await testStations()
    const { id } = await make(http)
    disk.state = 'full'
    const full = { code: 'NABIJ_DISK_FULL' }
    await expect(stations.addPhoto(id, { picture: pictureOf('0.1'), name: 'a', label: 'good' })).rejects.toMatchObject(
      full,
    )
    await expect(stations.addRecipe(id, pictureOf('x'))).rejects.toMatchObject(full)
    await expect(stations.teach(id)).rejects.toMatchObject(full)
  })

  it('checks a recipe from elsewhere, and goes back to an older one', async () => {
    const { stations, make } = await testStations()
    const { id, recipe } = await make(http)
    const other = await make(http)
    await expect(stations.addRecipe(id, pictureOf('foreign'))).rejects.toMatchObject({ code: 'NABIJ_RECIPE_FOREIGN' })
    const second = await stations.addRecipe(id, pictureOf('second'))
    expect((await stations.recipes(id)).map(({ version, active }) => [version, active])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(await stations.recipeFile(second.id)).toEqual({ bytes: pictureOf('second'), name: 'Pers-2-v2.onnx' })
    await stations.activateRecipe(id, recipe?.id ?? '')
    expect((await stations.get(id)).recipe).toMatchObject({ version: 1, active: true })
    await expect(stations.activateRecipe(other.id, second.id)).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('uses the recipe that the store calls active when two arrive at once', async () => {
    const { stations, stores, make } = await testStations()
    const { id } = await make(http)
    const { insert } = stores.recipes
    const slow = Promise.withResolvers<void>()
    stores.recipes.insert = async (row) => {
      const stored = await insert(row)
      if (stored.version === 2) await slow.promise
      return stored
    }
    const both = [stations.addRecipe(id, pictureOf('two')), stations.addRecipe(id, pictureOf('three'))]
    await settle()
    slow.resolve()
    await Promise.all(both)
    expect((await stations.get(id)).recipe?.id).toBe((await stores.recipes.active(id))[0]?.id)
    expect((await stations.get(id)).recipe?.version).toBe(3)
  })

  it('says what is not there', async () => {
    const { stations } = await testStations()
    const missing = { code: 'NABIJ_NOT_FOUND' }
    await expect(stations.verdict('x')).rejects.toMatchObject(missing)
    await expect(stations.evidence('x', 'frame')).rejects.toMatchObject(missing)
    await expect(stations.recipeFile('x')).rejects.toMatchObject(missing)
    await expect(stations.verdicts({ stationId: 'x', limit: 5 })).rejects.toMatchObject(missing)
    await expect(stations.series('x', 0, 1, 'hour')).rejects.toMatchObject(missing)
    await expect(stations.cancelJob('x')).rejects.toMatchObject(missing)
    expect(() => stations.job('x')).toThrow(expect.objectContaining(missing))
  })
})
