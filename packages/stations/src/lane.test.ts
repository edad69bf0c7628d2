import { NabijError } from '@nabij/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLane } from './lane.ts'
import { settle } from './testing/manual-time.ts'

interface Work {
  item: number
  finish(): void
  fail(error: Error): void
}

/** A lane whose work a test ends by hand. */
function handLane(bounds: { inFlight?: number; waiting?: number; waitingBytes?: number; sizeOf?: () => number } = {}) {
  const atWork: Work[] = []
  const begun: number[] = []
  const failures: unknown[] = []
  let most = 0
  const lane = createLane<number, string>({
    inFlight: 2,
    waiting: 3,
    waitingBytes: 1000,
    sizeOf: () => 1,
    ...bounds,
    work(item) {
      begun.push(item)
      return new Promise((resolve, reject) => {
        const work: Work = {
          item,
          finish: () => end(() => resolve(`verdict ${item}`)),
          fail: (error) => end(() => reject(error)),
        }
        const end = (settleIt: () => void): void => {
          atWork.splice(atWork.indexOf(work), 1)
          settleIt()
        }
        atWork.push(work)
        most = Math.max(most, atWork.length)
      })
    },
    busy: (waiting) => new NabijError('NABIJ_STATION_BUSY', { station: 'x', waiting }),
    liveFailed: (thrown) => failures.push(thrown),
  })
  return { lane, atWork, begun, failures, most: () => most }
}

/** What happened to each promise so far. */
function outcomes(promises: Promise<string>[]): string[] {
  const found = promises.map(() => 'pending')
  for (const [index, promise] of promises.entries())
    promise.then(
      (value) => (found[index] = value),
      (error: NabijError) => (found[index] = error.code),
    )
  return found
}

describe('a lane', () => {
  it('refuses a part when too many wait, and takes it again when there is room', async () => {
    const { lane, atWork } = handLane()
    const found = outcomes([1, 2, 3, 4, 5, 6].map((part) => lane.submit(part)))
    await settle()
    expect(found).toEqual([...Array(5).fill('pending'), 'NABIJ_STATION_BUSY'])
    atWork[0]?.finish()
    await settle()
    const again = outcomes([lane.submit(6)])
    await settle()
    expect(again).toEqual(['pending'])
  })

  it('refuses a part when too many bytes wait', async () => {
    const { lane } = handLane({ inFlight: 1, sizeOf: () => 600 })
    const found = outcomes([1, 2, 3].map((part) => lane.submit(part)))
    await settle()
    expect(found).toEqual(['pending', 'pending', 'NABIJ_STATION_BUSY'])
  })

  it('keeps the latest live frame only', async () => {
    const { lane, atWork, begun } = handLane({ inFlight: 1 })
    expect([1, 2, 3, 4].map((frame) => lane.offerLive(frame))).toEqual([false, false, true, true])
    atWork[0]?.finish()
    await settle()
    expect(begun).toEqual([1, 4])
  })

  it('gives parts and live frames turns', async () => {
    const { lane, atWork, begun } = handLane({ inFlight: 1 })
    const parts = [lane.submit(1), lane.submit(2), lane.submit(3)]
    lane.offerLive(100)
    for (let turn = 0; turn < 4; turn++) {
      atWork[0]?.finish()
      await settle()
    }
    expect(begun).toEqual([1, 100, 2, 3])
    expect(await Promise.all(parts)).toEqual(['verdict 1', 'verdict 2', 'verdict 3'])
  })

  it('goes on after failures', async () => {
    const { lane, atWork, failures } = handLane({ inFlight: 1 })
    const found = outcomes([lane.submit(1), lane.submit(2)])
    lane.offerLive(3)
    for (let turn = 0; turn < 3; turn++) {
      atWork[0]?.fail(new NabijError('NABIJ_UNEXPECTED'))
      await settle()
    }
    expect(found).toEqual(['NABIJ_UNEXPECTED', 'NABIJ_UNEXPECTED'])
    expect(failures).toHaveLength(1)
    await lane.idle()
  })

  it('refuses what is left when it closes, also what is at work and never ends', async () => {
    const { lane, atWork, begun } = handLane({ inFlight: 1 })
    const found = outcomes([lane.submit(1), lane.submit(2)])
    lane.close(new NabijError('NABIJ_STOPPING'))
    const late = outcomes([lane.submit(3), lane.submitFromSource(4)])
    lane.offerLive(5)
    atWork[0]?.finish()
    await settle()
    expect([...found, ...late]).toEqual(Array(4).fill('NABIJ_STOPPING'))
    expect(begun).toEqual([1])
  })

  it('settles every part that it took, within its bounds, whatever order things happen in', async () => {
    const action = fc.oneof(
      fc.record({ do: fc.constantFrom('part', 'live', 'source') }),
      fc.record({ do: fc.constantFrom('finish', 'fail'), at: fc.nat(5) }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { maxLength: 80 }),
        fc.integer({ min: 1, max: 3 }),
        async (actions, inFlight) => {
          const { lane, atWork, begun, most } = handLane({ inFlight })
          const parts: Promise<string>[] = []
          const live: number[] = []
          let fromSource = 0
          let dropped = 0
          for (const [index, step] of actions.entries()) {
            if (step.do === 'part') parts.push(lane.submit(index))
            else if (step.do === 'source' && fromSource++ < 4) parts.push(lane.submitFromSource(index))
            else if (step.do === 'live') {
              live.push(index)
              dropped += lane.offerLive(index) ? 1 : 0
            } else if ('at' in step) {
              const work = atWork[step.at % Math.max(1, atWork.length)]
              if (step.do === 'finish') work?.finish()
              else work?.fail(new NabijError('NABIJ_UNEXPECTED'))
            }
            for (let turn = 0; turn < 10; turn++) await Promise.resolve()
            expect(lane.waiting()).toBeLessThanOrEqual(3 + 4 + 1)
          }
          const found = outcomes(parts)
          while (atWork.length > 0) {
            atWork[0]?.finish()
            for (let turn = 0; turn < 10; turn++) await Promise.resolve()
          }
          await lane.idle()
          await settle()
          expect(found).not.toContain('pending')
          expect(most()).toBeLessThanOrEqual(inFlight)
          // Each begins once; every live frame was judged or counted as dropped, and the last one was judged.
          expect(new Set(begun).size).toBe(begun.length)
          expect(begun.filter((item) => live.includes(item))).toHaveLength(live.length - dropped)
          expect(begun).toEqual(expect.arrayContaining(live.slice(-1)))
          const refused = found.filter((outcome) => outcome === 'NABIJ_STATION_BUSY').length
          expect(begun.length).toBe(parts.length - refused + live.length - dropped)
        },
      ),
      { numRuns: 200 },
    )
  })
})
