import { NabijError, type Verdict } from '@nabij/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameOf } from './testing/fake-source.ts'
import { settle } from './testing/manual-time.ts'
import { folder, http, testStations } from './testing/test-stations.ts'

/** What may happen to a box, in any order. */
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('send' as const), key: fc.nat(12) }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('drop file' as const), key: fc.nat(12) }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('answer' as const), key: fc.nat(0) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('pass time' as const), key: fc.nat(5_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'break store',
        'mend store',
        'break executor',
        'fill executor',
        'mend executor',
        'lose folder',
        'stop',
        'go',
      ),
      key: fc.nat(0),
    }),
  },
)

describe('whatever happens', () => {
  it('an acknowledged part is stored, once, and a part that nobody acknowledged is not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (happenings) => {
        const { stations, stores, executor, triggered, time, limits, make } = await testStations({ waiting: 4 })
        const sent = (await make(http)).id
        const dropped = (await make(folder)).id
        const acknowledged: { station: string; key: string }[] = []
        const refused: string[] = []
        const answers: Promise<void>[] = []

        function send(key: string): void {
          const answer = stations.inspect(sent, frameOf('held 0.1', { key }))
          answers.push(answer.then(heard, (error: NabijError) => void refused.push(error.code)))
        }
        function heard(verdict: Verdict): void {
          const record = stores.verdicts.records.find(({ id }) => id === verdict.id)
          acknowledged.push({ station: sent, key: record?.key ?? 'not stored' })
        }
        function dropFile(key: string): void {
          const taken = async (): Promise<void> => void acknowledged.push({ station: dropped, key })
          triggered.give(frameOf('held 0.1', { key, taken }))
        }

        for (const { what, key } of happenings) {
          if (what === 'send') send(`${key}`)
          if (what === 'drop file') dropFile(`${key}`)
          if (what === 'answer') executor.release()
          if (what === 'pass time') await time.pass(key)
          if (what === 'break store') stores.failure = new NabijError('NABIJ_DATABASE_BUSY')
          if (what === 'mend store') stores.failure = null
          if (what === 'break executor') executor.broken = 'NABIJ_UNEXPECTED'
          if (what === 'fill executor') executor.broken = 'NABIJ_EXECUTOR_BUSY'
          if (what === 'mend executor') executor.broken = null
          if (what === 'lose folder') triggered.lose()
          if (what === 'stop' || what === 'go') {
            stores.failure = null
            const change = stations.change(dropped, { stopped: what === 'stop' })
            await time.pass(limits.grace)
            await change
          }
          await settle()
          expect((await stations.get(sent)).waiting).toBeLessThanOrEqual(4)
        }
        stores.failure = null
        const end = stations.stop()
        await time.pass(limits.grace)
        await end
        await Promise.all(answers)

        const stored = stores.verdicts.records.map(({ stationId, key }) => `${stationId} ${key}`)
        expect(new Set(stored).size).toBe(stored.length)
        for (const { station, key } of acknowledged) expect(stored).toContain(`${station} ${key}`)
        expect(acknowledged.filter(({ station }) => station === sent).length + refused.length).toBe(answers.length)
        const reasons = ['NABIJ_STATION_BUSY', 'NABIJ_EXECUTOR_BUSY', 'NABIJ_DATABASE_BUSY', 'NABIJ_STOPPING']
        expect(refused.filter((code) => !reasons.includes(code))).toEqual([])

        executor.release()
        await time.pass(300_000)
        expect(stores.verdicts.records).toHaveLength(stored.length)
        expect(time.pending()).toBe(0)
      }),
      { numRuns: process.env['NABIJ_SLOW'] ? 2_000 : 100 },
    )
  })
})
