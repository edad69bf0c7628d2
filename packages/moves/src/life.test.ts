import type { Move, MoveStep, RegisterSnapshot } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { evidenceFor, nextFor, stepsOf } from './life.ts'
import { moveLine } from './line.ts'

const made = (at: number, state: MoveStep['state']): MoveStep => ({
  at,
  state,
  seen: false,
  by: 'Anna',
  note: null,
  evidence: [],
})
const route = { mode: 'cloud-first', n: 310, agreement: 0.9967, ruleMet: true }
const cost = { before: 60_480, from: 'meter' as const, after: null, once: null }

describe('steps', () => {
  it('are those that people made, and between them those that evidence made', () => {
    const steps = stepsOf(
      [made(1, 'planned'), made(5, 'switched'), made(30, 'switched')],
      [
        { at: 10, kind: 'gone', because: 'november.csv' },
        { at: 20, kind: 'reopened', because: 'december.csv' },
        { at: 40, kind: 'gone', because: null },
      ],
    )
    expect(steps.map(({ state, seen }) => `${state}${seen ? ' seen' : ''}`)).toEqual([
      'planned',
      'switched',
      'gone seen',
      'planned seen',
      'switched',
      'gone seen',
    ])
    expect(steps[2]?.evidence[0]?.nl).toBe('nergens meer te zien, ook niet in november.csv')
  })

  it('do not count what vanished before it was left, nor gone twice', () => {
    const gone = { kind: 'gone' as const, because: null }
    expect(stepsOf([made(1, 'planned')], [{ at: 2, ...gone }])).toHaveLength(1)
    expect(stepsOf([], [{ at: 2, ...gone }])).toEqual([])
    expect(
      stepsOf(
        [made(1, 'switched')],
        [
          { at: 2, ...gone },
          { at: 3, ...gone },
        ],
      ),
    ).toHaveLength(2)
  })

  it('keep what they rested on', () => {
    expect(evidenceFor('planned', { route, proof: null, cost })).toMatchObject([
      { nl: 'kost volgens de meter € 604,80 per jaar' },
    ])
    expect(evidenceFor('switched', { route, proof: null, cost })).toMatchObject([
      { nl: '310 foto’s vergeleken, 99,6% gelijk; de regel is gehaald' },
    ])
    const proof = { state: 'not-proven' as const, on: null, because: [{ nl: 'a', en: 'b' }] }
    expect(evidenceFor('gone', { route: null, proof, cost })).toEqual([{ nl: 'a', en: 'b' }])
    expect(evidenceFor('considered', { route: null, proof: null, cost: { ...cost, before: null } })).toEqual([])
  })
})

describe('what comes next', () => {
  it('follows from how far it is', () => {
    const next = (state: Parameters<typeof nextFor>[0], given: Partial<Parameters<typeof nextFor>[1]> = {}) =>
      nextFor(state, { route: null, proof: null, ...given }).nl
    expect(next('planned', { route })).toContain('eerst de cloud')
    expect(next('shadowing', { route })).toContain('mag het overnemen')
    expect(next('shadowing', { route: { ...route, ruleMet: false, n: 12 } })).toContain('nu 12')
    expect(next('switched', { route })).toContain('Er gaat nog verkeer')
    const proof = { state: 'not-proven' as const, on: null, because: [{ nl: 'er is nog betaald', en: '' }] }
    expect(next('switched', { route: { ...route, mode: 'box' }, proof })).toContain('er is nog betaald')
    expect(next('gone')).toContain('Niets')
  })
})

it('shows the company over time out of stored states, and what was won, also when that is less than nothing', () => {
  const state = (day: string, outsideCost: number, crucialOutside: number): RegisterSnapshot => ({
    day,
    services: 9,
    crucial: 4,
    crucialOutside,
    costPerYear: 900_000,
    outsideCost,
    coverage: 1,
  })
  const move = { id: 'a', serviceName: 'A', state: 'gone', steps: [made(3, 'switched')] } as unknown as Move
  const line = moveLine([state('2026-11-30', 400_000, 2), state('2026-09-30', 500_000, 4)], [move])
  expect(line.points.map(({ day }) => day)).toEqual(['2026-09-30', '2026-11-30'])
  expect(line.won).toEqual({ outsideCost: 100_000, crucialOutside: 2, gone: 1 })
  expect(line.steps).toMatchObject([{ serviceId: 'a', state: 'switched' }])
  expect(moveLine([state('2026-09-30', 1, 0), state('2026-10-30', 3, 1)], []).won.outsideCost).toBe(-2)
  expect(moveLine([], [])).toEqual({ points: [], won: { outsideCost: 0, crucialOutside: 0, gone: 0 }, steps: [] })
})
