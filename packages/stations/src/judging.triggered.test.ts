import { NabijError } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { frameOf } from './testing/fake-source.ts'
import { settle } from './testing/manual-time.ts'
import { folder, testStations } from './testing/test-stations.ts'

describe('a triggered source', () => {
  it('is read no further ahead than its bound, and hears of each part once it is stored', async () => {
    const { triggered, executor, stores, limits, make } = await testStations()
    await make(folder)
    const taken: string[] = []
    for (let n = 0; n < 20; n++)
      triggered.give(frameOf('held 0.1', { key: `${n}`, taken: async () => void taken.push(`${n}`) }))
    await settle()
    const ahead = limits.inFlight + limits.readAhead
    expect(triggered.unread()).toBe(20 - ahead)
    expect(taken).toEqual([])
    for (let n = 0; n < 10; n++) {
      executor.release()
      await settle()
      expect(taken.every((key) => stores.verdicts.records.some((record) => record.key === key))).toBe(true)
    }
    expect(taken).toHaveLength(20)
    expect(executor.most).toBe(limits.inFlight)
  })

  it('waits with its parts until the station is taught', async () => {
    const { stations, triggered, stores, make } = await testStations()
    const { id } = await make(folder, false)
    for (let n = 0; n < 3; n++) triggered.give(frameOf('0.1', { key: `${n}` }))
    await settle()
    expect(triggered.unread()).toBe(2)
    await stations.addRecipe(id, new TextEncoder().encode('recipe'))
    await settle()
    expect(stores.verdicts.records.map((record) => record.key)).toEqual(['0', '1', '2'])
  })

  it('gets every part judged and stored once although the store fails for a while', async () => {
    const { stations, triggered, stores, time, make } = await testStations()
    const { id } = await make(folder)
    const taken: number[] = []
    stores.failure = new NabijError('NABIJ_DATABASE_BUSY')
    for (let n = 0; n < 9; n++) triggered.give(frameOf('0.1', { key: `${n}`, taken: async () => void taken.push(n) }))
    await time.pass(20_000)
    expect(taken).toEqual([])
    expect(await stations.get(id)).toMatchObject({ state: 'degraded', reason: 'NABIJ_DATABASE_BUSY' })
    stores.failure = null
    await time.pass(60_000)
    expect(taken.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(stores.verdicts.records).toHaveLength(9)
    expect((await stations.get(id)).state).toBe('judging')
  })

  it('is told about a part that was stored before the box was killed, without judging it again', async () => {
    const { stations, triggered, executor, stores, make } = await testStations()
    const { id } = await make(folder)
    const before = await stations.inspect(id, frameOf('0.1', { key: 'file 1' }))
    let taken = false
    triggered.give(
      frameOf('0.1', {
        key: 'file 1',
        taken: async () => {
          taken = true
        },
      }),
    )
    await settle()
    expect(taken).toBe(true)
    expect(executor.asked).toHaveLength(1)
    expect(stores.verdicts.records.map((record) => record.id)).toEqual([before.id])
  })

  it('keeps its parts while the executor takes none', async () => {
    const { stations, triggered, executor, stores, time, make } = await testStations()
    const { id } = await make(folder)
    executor.broken = 'NABIJ_EXECUTOR_UNAVAILABLE'
    for (let n = 0; n < 9; n++) triggered.give(frameOf('0.1', { key: `${n}` }))
    await time.pass(30_000)
    expect(stores.verdicts.records).toEqual([])
    expect(executor.asked.length).toBeLessThan(40)
    executor.broken = null
    await time.pass(60_000)
    expect(stores.verdicts.records.map((record) => record.verdict)).toEqual(Array(9).fill('pass'))
    expect(await stations.get(id)).toMatchObject({ state: 'judging', today: { pass: 9, unsure: 0 } })
  })

  it('is not burned through while the machinery fails', async () => {
    const { triggered, executor, stores, limits, time, make } = await testStations()
    await make(folder)
    executor.broken = 'NABIJ_RECIPE_RUN_FAILED'
    for (let n = 0; n < 40; n++) triggered.give(frameOf('0.1', { key: `${n}` }))
    await time.pass(2_000)
    const ahead = limits.inFlight + limits.readAhead
    expect(stores.verdicts.records.length).toBeLessThanOrEqual(3 * ahead)
    executor.broken = null
    await time.pass(60_000)
    expect(stores.verdicts.records).toHaveLength(40)
    expect(stores.verdicts.records.at(-1)?.verdict).toBe('pass')
  })

  it('goes on when it does not want to hear that its part was stored', async () => {
    const { triggered, stores, make } = await testStations()
    await make(folder)
    const taken = (): Promise<void> => Promise.reject(new Error('the folder is gone'))
    triggered.give(frameOf('0.1', { taken }))
    triggered.give(frameOf('0.2'))
    await settle()
    expect(stores.verdicts.records).toHaveLength(2)
  })
})
