import type { Station, Verdict } from '@nabij/base'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { dropStation, keys, recentVerdicts, takeStation, takeVerdicts } from './cache.ts'

const base = '/api/v1'
let client: QueryClient

function verdict(seq: number, word: Verdict['verdict'] = 'pass', stationId = 'a'): Verdict {
  return { id: `v${seq}`, seq, stationId, verdict: word } as Verdict
}

function station(id: string, seq = 0): Station {
  const today = { pass: 0, fail: 0, unsure: 0, dropped: 0 }
  return { id, name: id, today, lastVerdict: seq > 0 ? verdict(seq) : null } as Station
}

function stations(): Station[] {
  return client.getQueryData<Station[]>(keys.stations(base)) ?? []
}

beforeEach(() => {
  client = new QueryClient()
  client.setQueryData(keys.stations(base), [station('a'), station('b', 9)])
})

describe('takeVerdicts', () => {
  it('counts each verdict once, however often it is told', () => {
    takeVerdicts(client, base, [verdict(1), verdict(2, 'fail')])
    takeVerdicts(client, base, [verdict(2, 'fail'), verdict(3, 'unsure')])
    expect(stations()[0]).toMatchObject({ today: { pass: 1, fail: 1, unsure: 1 }, lastVerdict: { seq: 3 } })
    expect(stations()[1]?.lastVerdict?.seq).toBe(9)
  })

  it('puts the newest in front and forgets the oldest', () => {
    const many = Array.from({ length: recentVerdicts }, (_, index) => verdict(recentVerdicts - index))
    client.setQueryData(keys.verdicts(base, 'a'), many)
    takeVerdicts(client, base, [verdict(recentVerdicts), verdict(recentVerdicts + 1)])
    const kept = client.getQueryData<Verdict[]>(keys.verdicts(base, 'a')) ?? []
    expect(kept.length).toBe(recentVerdicts)
    expect(kept.slice(0, 2).map(({ seq }) => seq)).toEqual([recentVerdicts + 1, recentVerdicts])
    expect(kept.at(-1)?.seq).toBe(2)
  })

  it('makes no list of a station that nobody looks at', () => {
    takeVerdicts(client, base, [verdict(1)])
    expect(client.getQueryData(keys.verdicts(base, 'a'))).toBeUndefined()
  })
})

describe('takeStation and dropStation', () => {
  it('replaces, appends and removes', () => {
    takeStation(client, base, { ...station('a'), name: 'new name' })
    takeStation(client, base, station('c'))
    dropStation(client, base, 'b')
    expect(stations().map(({ name }) => name)).toEqual(['new name', 'c'])
  })
})
