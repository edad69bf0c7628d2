import { NabijError } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { frameOf } from './testing/fake-source.ts'
import { settle } from './testing/manual-time.ts'
import { http, testStations } from './testing/test-stations.ts'

describe('a part', () => {
  it('walks from picture to stored verdict', async () => {
    const { stations, stores, events, make } = await testStations()
    const { id } = await make(http)
    const verdict = await stations.inspect(id, frameOf('0.9', { name: '../../etc/part\u0007 7.jpg', key: 'k' }))
    expect(verdict).toMatchObject({ verdict: 'fail', score: 0.9, limit: 0.5, name: 'part 7.jpg', frameKept: true })
    expect(stores.blobs.kept.has(stores.verdicts.records[0]?.frame ?? '')).toBe(true)
    expect(events).toContainEqual({ type: 'verdict', verdict })
    expect(new TextDecoder().decode(await stations.evidence(verdict.id, 'map'))).toBe('map of 0.9')
    expect(await stations.get(id)).toMatchObject({ today: { fail: 1 }, lastVerdict: { id: verdict.id } })
  })

  it.each(['NABIJ_PICTURE_DAMAGED', 'NABIJ_EXECUTOR_LOST', 'NABIJ_RECIPE_RUN_FAILED'])(
    'that ends in %s is unsure and stored',
    async (code) => {
      const { stations, make } = await testStations()
      const { id } = await make(http)
      const verdict = await stations.inspect(id, frameOf(code))
      expect(verdict).toMatchObject({ verdict: 'unsure', reason: code, score: null, frameKept: true, mapKept: false })
      const degraded = !code.startsWith('NABIJ_PICTURE')
      expect(await stations.get(id)).toMatchObject(
        degraded ? { state: 'degraded', reason: code } : { state: 'judging' },
      )
      await stations.inspect(id, frameOf('0.1'))
      expect(await stations.get(id)).toMatchObject({ state: 'judging', reason: null })
    },
  )

  it('is refused by a station that was not taught, that stands still, or that is not there', async () => {
    const { stations, make } = await testStations()
    const { id } = await make(http, false)
    await expect(stations.inspect(id, frameOf('0.1'))).rejects.toMatchObject({ code: 'NABIJ_STATION_UNTAUGHT' })
    await stations.change(id, { stopped: true })
    await expect(stations.inspect(id, frameOf('0.1'))).rejects.toMatchObject({ code: 'NABIJ_STATION_STOPPED' })
    await expect(stations.inspect('nobody', frameOf('0.1'))).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('with the same key is judged and stored once, at the same time and later', async () => {
    const { stations, stores, executor, events, make } = await testStations()
    const { id } = await make(http)
    const twice = [
      stations.inspect(id, frameOf('held 0.1', { key: 'a' })),
      stations.inspect(id, frameOf('held 0.1', { key: 'a' })),
    ]
    await settle()
    executor.release()
    const [first, second] = await Promise.all(twice)
    expect(second).toEqual(first)
    expect(await stations.inspect(id, frameOf('0.9', { key: 'a' }))).toEqual(first)
    await stations.change(id, { stopped: true })
    expect(await stations.inspect(id, frameOf('0.9', { key: 'a' }))).toEqual(first)
    expect(stores.verdicts.records).toHaveLength(1)
    expect(executor.asked).toHaveLength(1)
    expect(events.filter((event) => event.type === 'verdict')).toHaveLength(1)
  })

  it('that was stored by another way in the same moment is not announced twice', async () => {
    const { stations, stores, events, make } = await testStations()
    const { id } = await make(http)
    stores.verdicts.byKey = async () => null
    const first = await stations.inspect(id, frameOf('0.1', { key: 'a' }))
    expect(await stations.inspect(id, frameOf('0.1', { key: 'a' }))).toEqual(first)
    expect(events.filter((event) => event.type === 'verdict')).toHaveLength(1)
  })

  it('is the last verdict by the order of the store, not by who answers last', async () => {
    const { stations, stores, make } = await testStations()
    const { id } = await make(http)
    const { record } = stores.verdicts
    const late = Promise.withResolvers<void>()
    stores.verdicts.record = async (row) => {
      const verdict = await record(row)
      if (row.key === 'slow') await late.promise
      return verdict
    }
    const slow = stations.inspect(id, frameOf('0.1', { key: 'slow' }))
    await settle()
    const quick = await stations.inspect(id, frameOf('0.9', { key: 'quick' }))
    late.resolve()
    expect((await slow).seq).toBeLessThan(quick.seq)
    expect((await stations.get(id)).lastVerdict).toEqual(quick)
  })

  it('is refused when too many wait, and nothing that was taken gets lost', async () => {
    const { stations, executor, stores, make } = await testStations({ waiting: 3 })
    const { id } = await make(http)
    const sent = Array.from({ length: 9 }, (_, n) => stations.inspect(id, frameOf('held 0.1', { key: `${n}` })))
    const ends = Promise.allSettled(sent)
    await settle()
    expect((await stations.get(id)).waiting).toBe(3)
    for (let n = 0; n < 5; n++) {
      executor.release()
      await settle()
    }
    const codes = (await ends).map((end) => (end.status === 'fulfilled' ? 'stored' : (end.reason as NabijError).code))
    expect(codes).toEqual([...Array(5).fill('stored'), ...Array(4).fill('NABIJ_STATION_BUSY')])
    expect(stores.verdicts.records.map((record) => record.key)).toEqual(['0', '1', '2', '3', '4'])
  })

  it('in flight keeps the recipe that it started with', async () => {
    const { stations, executor, make } = await testStations()
    const { id, recipe } = await make(http)
    const before = stations.inspect(id, frameOf('held 0.1'))
    await settle()
    const next = await stations.addRecipe(id, new TextEncoder().encode('another'))
    executor.release()
    expect((await before).recipeId).toBe(recipe?.id)
    expect((await stations.inspect(id, frameOf('0.1'))).recipeId).toBe(next.id)
  })

  it('fails for its sender when the verdict could not be stored, and is not announced', async () => {
    const { stations, stores, events, make } = await testStations()
    const { id } = await make(http)
    stores.failure = new NabijError('NABIJ_DATABASE_BUSY')
    await expect(stations.inspect(id, frameOf('0.1'))).rejects.toMatchObject({ code: 'NABIJ_DATABASE_BUSY' })
    expect(events.filter((event) => event.type === 'verdict')).toEqual([])
    stores.failure = null
    expect((await stations.inspect(id, frameOf('0.1'))).verdict).toBe('pass')
  })

  it.each(['NABIJ_EXECUTOR_BUSY', 'NABIJ_EXECUTOR_UNAVAILABLE', 'NABIJ_EXECUTOR_STOPPED'] as const)(
    'that the executor did not take (%s) is refused, not called unsure',
    async (code) => {
      const { stations, executor, stores, make } = await testStations()
      const { id } = await make(http)
      executor.broken = code
      await expect(stations.inspect(id, frameOf('0.1', { key: 'a' }))).rejects.toMatchObject({ code })
      expect(await stations.get(id)).toMatchObject({ state: 'degraded', reason: code })
      executor.broken = null
      expect((await stations.inspect(id, frameOf('0.1', { key: 'a' }))).verdict).toBe('pass')
      expect(stores.verdicts.records).toHaveLength(1)
    },
  )

  it('has its verdict stored without pictures when the disk is full or refuses them', async () => {
    const { stations, stores, disk, make } = await testStations()
    const { id } = await make(http)
    disk.state = 'full'
    expect(await stations.inspect(id, frameOf('0.9'))).toMatchObject({
      verdict: 'fail',
      frameKept: false,
      mapKept: false,
    })
    disk.state = 'ok'
    stores.blobs.put = async () => {
      throw new NabijError('NABIJ_DISK_FULL')
    }
    const verdict = await stations.inspect(id, frameOf('0.9'))
    expect(verdict).toMatchObject({ verdict: 'fail', frameKept: false, mapKept: false })
    await expect(stations.evidence(verdict.id, 'frame')).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_GONE' })
  })

  it('that the executor never answers holds up its own station only, and ends as unsure', async () => {
    const { stations, executor, time, limits, make } = await testStations()
    const hanging = (await make(http)).id
    const other = (await make(http)).id
    const stuck = [1, 2, 3].map((n) => stations.inspect(hanging, frameOf(`hang ${n}`)))
    await settle()
    expect(executor.asked).toHaveLength(limits.inFlight)
    for (let n = 0; n < 5; n++) expect((await stations.inspect(other, frameOf('0.1'))).verdict).toBe('pass')
    await time.pass(limits.patience)
    expect(await stuck[0]).toMatchObject({ verdict: 'unsure', reason: 'NABIJ_JUDGING_TIMEOUT' })
    expect(await stations.get(hanging)).toMatchObject({ state: 'degraded', reason: 'NABIJ_JUDGING_TIMEOUT' })
    expect((await stations.get(other)).state).toBe('judging')
  })

  it('keeps its place in the order when the clock jumps back', async () => {
    const { stations, time, make } = await testStations()
    const { id } = await make(http)
    const first = await stations.inspect(id, frameOf('0.1'))
    time.setClock(time.clock() - 3 * 86_400_000)
    const second = await stations.inspect(id, frameOf('0.9'))
    expect(second.recordedAt).toBeLessThan(first.recordedAt)
    expect(second.seq).toBeGreaterThan(first.seq)
    expect((await stations.get(id)).lastVerdict?.id).toBe(second.id)
  })

  it('counts for the day on which it was stored', async () => {
    const { stations, time, make } = await testStations()
    const { id } = await make(http)
    await stations.inspect(id, frameOf('0.1'))
    time.setClock(time.clock() + 86_400_000)
    expect((await stations.get(id)).today.pass).toBe(0)
  })
})
