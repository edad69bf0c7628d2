import type { Verdict } from '@nabij/base'
import { afterEach, describe, expect, it } from 'vitest'
import { type FakeBox, fakeBox, problemOf } from '../testing/fake-box.ts'
import { type Reader, readEvents } from '../testing/read-events.ts'

describe('events', () => {
  let box: FakeBox = fakeBox({ heartbeat: 20, eventStreams: 2 })
  const readers: Reader[] = []
  afterEach(async () => {
    await Promise.all(readers.splice(0).map((reader) => reader.cancel()))
    box.close()
    box = fakeBox({ heartbeat: 20, eventStreams: 2 })
  })
  const listen = async (query = '', headers: Record<string, string> = {}): Promise<Reader> => {
    const reader = readEvents(await box.call('GET', `/events${query}`, { headers }))
    readers.push(reader)
    return reader
  }
  const seqs = (events: { data: unknown }[]) => events.map(({ data }) => (data as Verdict).seq)

  it('tell what happens from now on, with an id for each verdict', async () => {
    const { id } = await box.station()
    const own = box.workspaces.own()
    own.judge(id)
    const reader = await listen()
    const verdict = own.judge(id)
    expect(await reader.next()).toEqual({ event: 'verdict', id: '2', data: verdict })
    await box.call('DELETE', `/stations/${id}`)
    expect(await reader.next()).toEqual({ event: 'station-removed', id: null, data: { stationId: id } })
    await box.station()
    expect((await reader.next()).event).toBe('station')
  })

  it('go on after the last one seen: none lost, none twice, in order, while verdicts keep coming', async () => {
    const { id } = await box.station()
    const own = box.workspaces.own()
    for (let n = 0; n < 450; n++) own.judge(id)
    const pending = listen('', { 'last-event-id': '3' })
    for (let n = 0; n < 20; n++) own.judge(id)
    const reader = await pending
    for (let n = 0; n < 400; n++) own.judge(id, n % 3 === 0)
    const told = []
    for (let n = 0; n < 300; n++) told.push(await reader.next())
    for (let n = 0; n < 30; n++) own.judge(id)
    while (told.length < 897) told.push(await reader.next())
    expect(seqs(told)).toEqual(Array.from({ length: 897 }, (_, n) => n + 4))
  })

  it('leave the store alone when nothing happens', async () => {
    const { id } = await box.station()
    const own = box.workspaces.own()
    own.judge(id)
    let asked = 0
    const { verdictsSince } = own.stations
    own.stations.verdictsSince = (seq, limit) => {
      asked++
      return verdictsSince(seq, limit)
    }
    const reader = await listen('', { 'last-event-id': '0' })
    await reader.next()
    for (let beat = 0; beat < 3; beat++) await reader.comment()
    own.judge(id)
    await reader.next()
    expect(asked).toBe(1)
  })

  it('begin at the end when the last one seen is not there: a backup was put back', async () => {
    const { id } = await box.station()
    const own = box.workspaces.own()
    own.judge(id)
    const reader = await listen('', { 'last-event-id': '5000' })
    own.judge(id)
    expect((await reader.next()).id).toBe('2')
  })

  it('can be of one station only', async () => {
    const [one, other] = [await box.station(), await box.station()]
    const reader = await listen(`?station=${one.id}`)
    box.workspaces.own().judge(other.id)
    box.workspaces.own().judge(one.id)
    expect((await reader.next()).id).toBe('2')
    expect((await problemOf(box.call('GET', '/events?station=0199d1f0-5c1e-7a30-9c51-0a4f3b9d2e19'))).code).toBe(
      'NABIJ_NOT_FOUND',
    )
    expect((await box.call('GET', '/events?station=7')).status).toBe(422)
  })

  it('cost a slow reader nothing but time: of a station only the newest state is kept, of verdicts a place', async () => {
    const station = await box.station()
    const own = box.workspaces.own()
    const reader = await listen()
    for (let n = 1; n <= 2000; n++) {
      own.judge(station.id)
      own.tell({ type: 'station', station: { ...station, waiting: n } })
    }
    const told = []
    while (told.length < 2001) told.push(await reader.next())
    expect(seqs(told.filter(({ event }) => event === 'verdict'))).toEqual(Array.from({ length: 2000 }, (_, n) => n + 1))
    expect(told.filter(({ event }) => event === 'station').map(({ data }) => data)).toEqual([
      { ...station, waiting: 2000 },
    ])
  })

  it('show that the line still lives, and end when the workspace is another', async () => {
    const reader = await listen()
    expect(await reader.comment()).toBe('still here')
    box.workspaces.replaceOwn()
    expect(await reader.ended()).toBe(true)
  })

  it('end at once when a backup is put back, and when the box stops', async () => {
    const before = box.workspaces.own()
    const reader = await listen()
    await box.call('POST', '/restore', { body: 'archive' })
    expect(await reader.ended()).toBe(true)
    expect(before.listeners()).toBe(0)
    const next = await listen()
    box.app.beginStop()
    expect(await next.ended()).toBe(true)
    expect((await problemOf(box.call('GET', '/events'))).code).toBe('NABIJ_STOPPING')
  })

  it('are not heard any more once the reader has gone', async () => {
    const quiet = box.workspaces.own().listeners()
    const reader = await listen()
    expect(box.workspaces.own().listeners()).toBe(quiet + 1)
    await reader.cancel()
    expect(box.workspaces.own().listeners()).toBe(quiet)
    expect((await box.call('HEAD', '/events')).headers.get('content-type')).toContain('text/event-stream')
    expect(box.workspaces.own().listeners()).toBe(quiet)
  })

  it('are bounded in number', async () => {
    await listen()
    const second = await listen()
    const third = await box.call('GET', '/events')
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '2'])
    await second.cancel()
    await listen()
  })

  it('cut off a reader that takes nothing', async () => {
    box.close()
    box = fakeBox({ stuckReader: 30 })
    const { body } = await box.call('GET', '/events')
    const reader = body?.getReader()
    await reader?.read()
    await expect(reader?.closed).rejects.toThrow('takes nothing')
    expect(box.workspaces.own().listeners()).toBe(1)
  })
})
