import { describe, expect, it } from 'vitest'
import type { LoggedChange } from '../../../api/register.ts'
import { together } from './together.ts'

const day = Date.UTC(2026, 10, 25, 12)

function change(name: string, kind: LoggedChange['kind'] = 'new', because: string | null = 'bank.csv'): LoggedChange {
  return { kind, serviceId: name, name, before: null, after: null, share: null, at: day, because }
}

describe('what changed, told shortly', () => {
  it('tells many new services of one file once, and the rest each by itself', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => change(name))
    const told = together([change('x', 'dearer'), ...many, change('own', 'new', null)])
    expect(told.map(({ names }) => names)).toEqual([['x'], ['a', 'b', 'c', 'd'], ['own']])
  })

  it('keeps a line for each of a few', () => {
    expect(together([change('a'), change('b'), change('c')])).toHaveLength(3)
  })

  it('never puts together what is gone', () => {
    expect(together(['a', 'b', 'c', 'd'].map((name) => change(name, 'gone')))).toHaveLength(4)
  })
})
