import { NabijError } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { frameOf } from './testing/fake-source.ts'
import { settle } from './testing/manual-time.ts'
import { folder, http, simulator, testStations } from './testing/test-stations.ts'

describe('a station whose source is lost', () => {
  it.each(['lose', 'finish'] as const)('is degraded and comes back by itself (%s)', async (how) => {
    const { stations, live, time, states, make } = await testStations()
    const { id } = await make(simulator)
    live.give(frameOf('0.1'))
    await settle()
    live[how]()
    await settle()
    expect(await stations.get(id)).toMatchObject({ state: 'degraded', reason: 'NABIJ_SOURCE_LOST' })
    await time.pass(1_000)
    live.give(frameOf('0.1'))
    await settle()
    expect(await stations.get(id)).toMatchObject({ state: 'judging', reason: null, today: { pass: 2 } })
    expect(states().slice(-3)).toEqual(['judging', 'degraded', 'judging'])
  })

  it('tries again after pauses that grow up to a minute', async () => {
    const { stations, live, time, make } = await testStations()
    live.gone = true
    const { id } = await make(simulator)
    const opened: number[] = []
    for (let second = 0; second < 300; second++) {
      opened.push(live.opened)
      await time.pass(1_000)
    }
    expect(opened.filter((count, second) => count !== opened[second - 1])).toHaveLength(10)
    expect([0, 1, 3, 7, 15, 31, 63, 123, 183].map((second) => opened[second])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    live.gone = false
    live.give(frameOf('0.1'))
    await time.pass(60_000)
    expect((await stations.get(id)).state).toBe('judging')
    const before = live.opened
    live.lose()
    await time.pass(1_000)
    expect(live.opened).toBe(before + 1)
  })

  it('notices a live source that falls silent, but lets a folder be empty for days', async () => {
    const { stations, time, limits, make } = await testStations()
    const silent = (await make(simulator)).id
    const empty = (await make(folder)).id
    expect((await stations.get(empty)).state).toBe('starting')
    await time.pass(limits.settled)
    expect((await stations.get(empty)).state).toBe('judging')
    await time.pass(limits.silence)
    expect(await stations.get(silent)).toMatchObject({ state: 'degraded', reason: 'NABIJ_SOURCE_LOST' })
    await time.pass(3 * 86_400_000)
    expect((await stations.get(empty)).state).toBe('judging')
  })

  it('is degraded when its source cannot be opened, or is not known to this version', async () => {
    const { stations, ports, stores, again, make } = await testStations()
    ports.openSource = () => {
      throw new NabijError('NABIJ_NOT_FOUND', { what: '/parts' })
    }
    const { id } = await make(folder)
    expect(await stations.get(id)).toMatchObject({ state: 'degraded', reason: 'NABIJ_NOT_FOUND' })
    await stores.stations.update(id, { source: '{"kind":"teleport"}' })
    const next = await again()
    await settle()
    expect(await next.get(id)).toMatchObject({ state: 'degraded', reason: 'NABIJ_SOURCE_UNKNOWN' })
    await next.change(id, { source: http })
    expect(await next.get(id)).toMatchObject({ state: 'judging', source: http })
  })
})

describe('a change', () => {
  it('of the name does not touch the source', async () => {
    const { stations, stores, live, make } = await testStations()
    const { id } = await make(simulator)
    expect((await stations.change(id, { name: 'Pers 3', source: simulator })).name).toBe('Pers 3')
    expect(live.opened).toBe(1)
    expect((await stores.stations.get(id))?.name).toBe('Pers 3')
  })

  it('of the source ends the old one and starts the new one', async () => {
    const { stations, live, triggered, make } = await testStations()
    const { id } = await make(simulator)
    live.give(frameOf('0.1'))
    await settle()
    await stations.change(id, { source: folder })
    triggered.give(frameOf('0.9'))
    await settle()
    expect([live.reading, triggered.reading]).toEqual([false, true])
    expect(stations.latestFrame(id)).toBeNull()
    expect(await stations.get(id)).toMatchObject({ source: folder, today: { pass: 1, fail: 1 } })
  })

  it('of the source does not wait for ever for an old one that does not end', async () => {
    const { stations, live, triggered, time, limits, make } = await testStations()
    const { id } = await make(simulator)
    live.deaf = true
    const change = stations.change(id, { source: folder })
    await settle()
    expect(triggered.opened).toBe(0)
    await time.pass(limits.grace)
    await change
    await settle()
    expect(triggered.reading).toBe(true)
    live.give(frameOf('0.9'))
    await settle()
    expect((await stations.get(id)).today.fail).toBe(0)
  })

  it('stops the station and starts it again', async () => {
    const { stations, live, states, again, make } = await testStations()
    const { id } = await make(simulator)
    live.give(frameOf('0.1'))
    await settle()
    expect(await stations.change(id, { stopped: true })).toMatchObject({ state: 'stopped', waiting: 0 })
    expect(live.reading).toBe(false)
    expect((await (await again()).get(id)).state).toBe('stopped')
    await stations.change(id, { stopped: false })
    live.give(frameOf('0.1'))
    await settle()
    expect((await stations.get(id)).today.pass).toBe(2)
    expect(states().slice(-4)).toEqual(['judging', 'stopped', 'starting', 'judging'])
  })
})

describe('an answer that comes too late', () => {
  it('after the station was stopped says nothing about how it is doing later', async () => {
    const { stations, executor, time, limits, make } = await testStations()
    const { id } = await make(http)
    const asked = stations.inspect(id, frameOf('held 0.1')).catch((error: unknown) => error)
    await settle()
    const change = stations.change(id, { stopped: true })
    await time.pass(limits.grace)
    await change
    expect(await asked).toMatchObject({ code: 'NABIJ_STATION_STOPPED' })
    await stations.change(id, { stopped: false })
    executor.broken = 'NABIJ_UNEXPECTED'
    executor.release()
    await settle()
    expect(await stations.get(id)).toMatchObject({ state: 'judging', reason: null })
  })
})

describe('events about a station', () => {
  it('end with what is true, also when reading the counts takes long', async () => {
    const { stations, stores, events, make } = await testStations()
    const { id } = await make(http)
    const { counts } = stores.verdicts
    const slow = Promise.withResolvers<void>()
    let asked = 0
    stores.verdicts.counts = async (stationId, from) => {
      const found = await counts(stationId, from)
      if (asked++ === 0) await slow.promise
      return found
    }
    const before = events.length
    const changes = [stations.change(id, { name: 'A' }), stations.change(id, { name: 'B' })]
    await settle()
    slow.resolve()
    await Promise.all(changes)
    await settle()
    const told = events.slice(before).flatMap((event) => (event.type === 'station' ? [event.station.name] : []))
    expect(told.length).toBeLessThanOrEqual(2)
    expect(told.at(-1)).toBe('B')
  })

  it('tell the counts at most twice a second, and the last ones always', async () => {
    const { stations, live, time, events, make } = await testStations()
    const { id } = await make(simulator)
    live.give(frameOf('0.1'))
    await time.pass(1_000)
    const before = events.length
    for (let n = 0; n < 200; n++) {
      live.give(frameOf('0.1'))
      await time.pass(10)
    }
    await time.pass(500)
    const told = events.slice(before).flatMap((event) => (event.type === 'station' ? [event.station] : []))
    expect(told.length).toBeGreaterThan(2)
    expect(told.length).toBeLessThanOrEqual(6)
    expect(told.at(-1)?.today).toEqual((await stations.get(id)).today)
    expect(told.at(-1)?.today.pass).toBe(201)
  })

  it('go on when a listener throws, or fails later', async () => {
    const { stations, events, make } = await testStations()
    stations.listen(() => {
      throw new Error('the page is gone')
    })
    const rejecting: (event: unknown) => unknown = () => Promise.reject(new Error('the page is gone'))
    stations.listen(rejecting)
    const heard: string[] = []
    const leave = stations.listen((event) => heard.push(event.type))
    const { id } = await make(http)
    expect((await stations.inspect(id, frameOf('0.1'))).verdict).toBe('pass')
    expect(heard).toContain('verdict')
    leave()
    const before = heard.length
    await stations.inspect(id, frameOf('0.1'))
    expect(heard).toHaveLength(before)
    expect(events.length).toBeGreaterThan(before)
  })
})
