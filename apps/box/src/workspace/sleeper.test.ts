import { describe, expect, it } from 'vitest'
import { createSleeper } from './sleeper.ts'

function setUp(open: () => Promise<number> = async () => 1) {
  const steps: string[] = []
  let due: (() => void) | null = null
  const sleeper = createSleeper({
    timer: (_ms, action) => {
      due = action
      return () => {
        due = null
      }
    },
    idle: 1000,
    open: async () => {
      steps.push('open')
      return open()
    },
    close: async () => {
      steps.push('close')
    },
  })
  return { sleeper, steps, elapse: () => due?.() }
}

describe('a sleeper', () => {
  it('is opened once for all who ask at the same time', async () => {
    const { sleeper, steps } = setUp()
    expect(sleeper.state()).toBe('asleep')
    const both = Promise.all([sleeper.wake(), sleeper.wake()])
    expect(sleeper.state()).toBe('waking')
    expect(await both).toEqual([1, 1])
    expect(sleeper.state()).toBe('awake')
    expect(steps).toEqual(['open'])
  })

  it('falls asleep when the time is over, and wakes again after it has closed', async () => {
    const { sleeper, steps, elapse } = setUp()
    await sleeper.wake()
    elapse()
    expect(sleeper.state()).toBe('asleep')
    await sleeper.wake()
    expect(steps).toEqual(['open', 'close', 'open'])
  })

  it('can be put to sleep while it wakes', async () => {
    const opened = Promise.withResolvers<number>()
    const { sleeper, steps } = setUp(() => opened.promise)
    const waking = sleeper.wake()
    const asleep = sleeper.sleep()
    opened.resolve(2)
    await Promise.all([waking, asleep])
    expect(steps).toEqual(['open', 'close'])
    expect(sleeper.state()).toBe('asleep')
  })

  it('can be woken again after it could not be opened', async () => {
    let tries = 0
    const { sleeper, steps } = setUp(async () => {
      if (++tries === 1) throw new Error('no room')
      return tries
    })
    await expect(sleeper.wake()).rejects.toThrow('no room')
    expect(sleeper.state()).toBe('asleep')
    expect(await sleeper.wake()).toBe(2)
    expect(steps).toEqual(['open', 'open'])
  })
})
