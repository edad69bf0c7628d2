import type { Station, Status } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { nextSteps } from './next-steps.ts'

function station(name: string, part: Partial<Station>): Station {
  return { id: name, name, state: 'judging', recipe: null, ...part } as Station
}

function status(part: Partial<Status>): Status {
  return { workspace: 'own', lastBackupAt: 1, ...part } as Status
}

const improvable = { facts: { next: { photos: 39, atMost: 0.05 } } } as Station['recipe']

describe('nextSteps', () => {
  it('shows at most three, what is broken first', () => {
    const stations = [
      station('more', { recipe: improvable }),
      station('new', { state: 'untaught' }),
      station('ill', { state: 'degraded' }),
    ]
    const steps = nextSteps(stations, status({ lastBackupAt: null }))
    expect(steps.map(({ kind }) => kind)).toEqual(['fix', 'teach', 'backup'])
  })

  it('asks for nothing of one’s own in the sample', () => {
    const stations = [station('new', { state: 'untaught' }), station('ill', { state: 'degraded' })]
    const steps = nextSteps(stations, status({ workspace: 'sample', lastBackupAt: null }))
    expect(steps.map(({ kind }) => kind)).toEqual(['fix'])
  })

  it('has nothing to say when all is well', () => {
    expect(nextSteps([station('fine', {})], status({}))).toEqual([])
  })
})
