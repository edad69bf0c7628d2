import { NabijError } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { createCallers } from './callers.ts'
import type { StoredRoute } from './route-store.ts'

const route = (id: string) => ({ id }) as StoredRoute
const right = async () => [route('a')]
const wrong = async () => []
const fails = (code: 'NABIJ_DIALECT_KEY_MISSING' | 'NABIJ_DIALECT_CLOCK' | 'NABIJ_DIALECT_KEY_WRONG') => async () => {
  throw new NabijError(code, { minutes: 60 })
}

function callers() {
  let now = 1_764_000_000_000
  const made = createCallers(() => now, { free: 3, longest: 60 })
  const admit: typeof made.admit = (from, find) => made.admit(from, find)
  const code = async (from: string, find: () => Promise<StoredRoute[]>) =>
    admit(from, find).then(
      () => 'in',
      (error: unknown) => (error as NabijError).code,
    )
  return { code, later: (seconds: number) => void (now += seconds * 1000) }
}

describe('who shows wrong keys', () => {
  it('has to wait, longer each time, and is not told whether the next one is right', async () => {
    const { code, later } = callers()
    expect([await code('x', wrong), await code('x', fails('NABIJ_DIALECT_KEY_WRONG')), await code('x', wrong)]).toEqual(
      Array(3).fill('NABIJ_DIALECT_KEY_WRONG'),
    )
    expect(await code('x', right)).toBe('NABIJ_TOO_MANY_TRIES')
    expect(await code('x', fails('NABIJ_DIALECT_CLOCK'))).toBe('NABIJ_TOO_MANY_TRIES')
    expect(await code('y', right)).toBe('in')
    later(3)
    expect(await code('x', wrong)).toBe('NABIJ_DIALECT_KEY_WRONG')
    later(3)
    expect(await code('x', right)).toBe('NABIJ_TOO_MANY_TRIES')
    later(60)
    expect(await code('x', right)).toBe('in')
  })

  it('does not stop a program that was let in from there before', async () => {
    const { code } = callers()
    expect(await code('x', right)).toBe('in')
    for (let n = 0; n < 50; n++) await code('x', wrong)
    expect(await code('x', wrong)).toBe('NABIJ_TOO_MANY_TRIES')
    expect(await code('x', right)).toBe('in')
    expect(await code('x', async () => [route('b')])).toBe('NABIJ_TOO_MANY_TRIES')
  })

  it('is not who shows none, nor whose clock is off', async () => {
    const { code } = callers()
    for (let n = 0; n < 9; n++)
      expect(await code('x', fails('NABIJ_DIALECT_KEY_MISSING'))).toBe('NABIJ_DIALECT_KEY_MISSING')
    for (let n = 0; n < 9; n++) expect(await code('x', fails('NABIJ_DIALECT_CLOCK'))).toBe('NABIJ_DIALECT_CLOCK')
    expect(await code('x', right)).toBe('in')
  })
})
