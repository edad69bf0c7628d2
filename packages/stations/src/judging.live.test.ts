import { NabijError } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { frameOf } from './testing/fake-source.ts'
import { settle } from './testing/manual-time.ts'
import { simulator, testStations } from './testing/test-stations.ts'

describe('a live source', () => {
  it('is seen but not judged before the station is taught', async () => {
    const { stations, live, executor, make } = await testStations()
    const { id } = await make(simulator, false)
    expect(stations.latestFrame(id)).toBeNull()
    live.give(frameOf('0.1', { capturedAt: 5 }))
    await settle()
    expect(stations.latestFrame(id)).toEqual({ picture: frameOf('0.1').picture, capturedAt: 5 })
    expect(executor.asked).toEqual([])
    expect(await stations.get(id)).toMatchObject({ state: 'untaught', today: { dropped: 0 } })
  })

  it('is judged by its latest frame; the rest is counted, stored together and shown at once', async () => {
    const { stations, live, executor, stores, time, limits, make } = await testStations({ inFlight: 1 })
    const { id } = await make(simulator)
    for (let n = 0; n < 50; n++) live.give(frameOf(`held 0.${n}`))
    await settle()
    expect(executor.asked.map(({ picture }) => picture)).toEqual(['held 0.0'])
    executor.release()
    await settle()
    expect(executor.asked.map(({ picture }) => picture)).toEqual(['held 0.0', 'held 0.49'])
    expect((await stations.get(id)).today.dropped).toBe(48)
    await time.pass(limits.dropsPause)
    expect(stores.verdicts.drops.length).toBeLessThanOrEqual(2)
    expect((await stations.get(id)).today.dropped).toBe(48)
  })

  it('does not fill the store with "unsure" while the machinery fails', async () => {
    const { stations, live, stores, executor, time, states, make } = await testStations()
    const { id } = await make(simulator)
    executor.broken = 'NABIJ_RECIPE_RUN_FAILED'
    for (let n = 0; n < 300; n++) {
      live.give(frameOf('0.1'))
      await time.pass(100)
    }
    expect(stores.verdicts.records.length).toBeLessThanOrEqual(6)
    executor.broken = null
    for (let n = 0; n < 320; n++) {
      live.give(frameOf('0.1'))
      await time.pass(100)
    }
    expect(await stations.get(id)).toMatchObject({ state: 'judging', lastVerdict: { verdict: 'pass' } })
    expect(states().slice(-2)).toEqual(['degraded', 'judging'])
  })

  it('rests for a short while again once something worked in between', async () => {
    const { stations, live, executor, time, make } = await testStations()
    const { id } = await make(simulator)
    for (let round = 0; round < 5; round++) {
      executor.broken = 'NABIJ_RECIPE_RUN_FAILED'
      live.give(frameOf('0.1'))
      await settle()
      expect((await stations.get(id)).state).toBe('degraded')
      executor.broken = null
      await time.pass(1_000)
      live.give(frameOf('0.1'))
      await settle()
      expect((await stations.get(id)).state).toBe('judging')
    }
  })

  it('survives a store that fails', async () => {
    const { stations, live, stores, time, make } = await testStations()
    const { id } = await make(simulator)
    stores.failure = new NabijError('NABIJ_DISK_FULL')
    live.give(frameOf('0.1'))
    await settle()
    expect(await stations.get(id)).toMatchObject({ state: 'degraded', reason: 'NABIJ_DISK_FULL' })
    expect((await stations.get(id)).today).toEqual({ pass: 0, fail: 0, unsure: 0, dropped: 1 })
    stores.failure = null
    await time.pass(1_000)
    live.give(frameOf('0.1'))
    await settle()
    expect(await stations.get(id)).toMatchObject({ state: 'judging', today: { pass: 1 } })
  })
})
