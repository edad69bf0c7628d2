import type { Chip, ChipFact, Price } from '@nabij/base'
import { assert, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factChanges, needAChip } from './index.ts'

const unread = { value: null, status: 'unknown', source: null, checkedOn: '2026-11-25' } as const
const chip: Chip = {
  id: 'card',
  name: 'Card',
  maker: 'Maker',
  country: unread,
  kind: 'card',
  prices: ['card-price'],
  watts: unread,
  memory: unread,
  precision: unread,
  opsets: unread,
  batch: unread,
  openSizes: unread,
  operatorsOf: 'chip',
  operators: unread,
  others: unread,
  speeds: [],
  remarks: [],
}
const asked = (total: number, model: number, wanted: number | null, chips = [chip], prices: Price[] = []) =>
  needAChip({ ms: { total, model, pictures: 5 }, wantedPerSecond: wanted, wantedFrom: 'given' }, chips, prices)

describe('whether a chip is needed', () => {
  it('depends on how busy one core is, and on what a chip cannot take over', () => {
    expect(asked(40, 30, 2).answer).toBe('no')
    expect(asked(40, 30, 17.5).answer).toBe('no')
    expect(asked(40, 30, 17.6).answer).toBe('tight')
    expect(asked(40, 30, 25).answer).toBe('tight')
    expect(asked(40, 30, 25.1).answer).toBe('yes')
    expect(asked(40, 30, 100).answer).toBe('yes')
    expect(asked(40, 30, 101).answer).toBe('no-help')
    expect(asked(40, 30, null).answer).toBe('unmeasured')
    expect(needAChip({ ms: null, wantedPerSecond: 2, wantedFrom: 'given' }, [chip], []).answer).toBe('unmeasured')
  })

  it('names what is unknown of a chip, and none that is part of the processor', () => {
    const { options } = asked(40, 30, 50, [chip, { ...chip, kind: 'processor' }])
    expect(options).toHaveLength(1)
    expect(options[0]?.unknown.map(({ en }) => en).join()).toMatch(
      /nobody measured.*costs was not found.*not read in public/,
    )
  })

  it('never says yes to less and no to more', () => {
    const order = ['no', 'tight', 'yes', 'no-help']
    const time = double({ min: 0.5, max: 500, noNaN: true })
    const rate = double({ min: 0.01, max: 500, noNaN: true })
    assert(
      property(time, double({ min: 0, max: 1, noNaN: true }), rate, rate, (total, share, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const place = (wanted: number) => order.indexOf(asked(total, total * share, wanted).answer)
        expect(place(less)).toBeLessThanOrEqual(place(more))
      }),
    )
  })
})

describe('what changed', () => {
  const fact = (id: string, nl = 'a', status: ChipFact['status'] = 'reported'): ChipFact => ({
    id,
    about: 'Maker',
    country: 'NL',
    kind: 'other',
    date: null,
    text: { nl, en: nl },
    status,
    source: null,
    checkedOn: '2026-11-25',
  })

  it('is what is new, said otherwise or surer, and gone; not that it was read again', () => {
    const now = [
      fact('same'),
      { ...fact('again'), checkedOn: '2026-12-25' },
      fact('new'),
      fact('other', 'b'),
      fact('surer', 'a', 'confirmed'),
    ]
    const before = [fact('same'), fact('again'), fact('other'), fact('surer'), fact('gone')]
    expect(factChanges(before, now).map(({ change, fact }) => `${change} ${fact.id}`)).toEqual([
      'new new',
      'changed other',
      'changed surer',
      'gone gone',
    ])
  })
})
