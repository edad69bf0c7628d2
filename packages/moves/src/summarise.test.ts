import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Case, summarise } from './summarise.ts'

const one = (at: number, more: Partial<Case> = {}): Case => ({
  at,
  picture: `p${at}`,
  agrees: true,
  missed: false,
  cloud: 'pass',
  box: 'pass',
  msCloud: 400,
  msBox: 20,
  cloudVersion: '1',
  boxVersion: 'recipe 1',
  word: null,
  ...more,
})
const many = (n: number, more: Partial<Case> = {}, from = 0) =>
  Array.from({ length: n }, (_, at) => one(from + at, more))
const missed = (at: number, more: Partial<Case> = {}) =>
  one(at, { agrees: false, missed: true, cloud: 'fail', box: 'pass', ...more })
const whyOf = (cases: Case[]) => Object.fromEntries(summarise(cases, []).rule.why.map(({ id, met }) => [id, met]))

describe('the rule', () => {
  it('wants 300 pictures, 98 % for sure, and no missed critical defect', () => {
    expect(summarise(many(299), []).rule.met).toBe(false)
    expect(summarise(many(300), []).rule.met).toBe(true)
    // 1 of 300: at least 98.14 %; 2: 97.60 %.
    const off = { agrees: false, cloud: 'pass', box: 'fail' } as const
    expect(whyOf([...many(299), one(300, off)])).toMatchObject({ enough: true, agreement: true, missed: true })
    expect(whyOf([...many(298), one(300, off), one(301, off)])).toMatchObject({ enough: true, agreement: false })
    expect(whyOf([...many(299), missed(300)])).toMatchObject({ agreement: true, missed: false })
  })

  it('says what is still needed, in words', () => {
    const [enough, agreement] = summarise(many(120), []).rule.why
    expect(enough?.text.nl).toBe('120 verschillende foto’s vergeleken; er zijn er nog 180 nodig (300 in totaal)')
    expect(agreement?.text.nl).toBe(
      '120 van 120 gelijk (100,0%); met 95% zekerheid ten minste 96,8%, gevraagd is 98,0%',
    )
    expect(summarise([], []).rule).toMatchObject({ met: false, why: [{ met: false }, { met: false }, { met: true }] })
  })

  it('is not met by what a person says afterwards, but a defect that is none is not missed', () => {
    const off = many(20, { agrees: false, cloud: 'fail', box: 'pass', missed: true, word: 'good' }, 1000)
    const { rule, judged, missed: left } = summarise([...many(300), ...off], [])
    expect([left, judged.box.yes, judged.cloud.yes]).toEqual([0, 20, 0])
    expect(rule.met).toBe(false)
    expect(rule.why.at(-1)?.text.en).toBe('of 20 pictures that somebody looked at the box had 20 right and the cloud 0')
  })

  it('counts as missed what a person calls bad and the box let pass, also where the cloud did', () => {
    expect(summarise([one(1, { word: 'bad' })], []).missed).toBe(1)
    expect(summarise([missed(1, { word: 'good' })], []).missed).toBe(0)
    expect(summarise([missed(1, { box: 'unsure', missed: false, word: 'bad' })], []).missed).toBe(0)
  })
})

describe('what counts', () => {
  it('is each picture once, by its latest answers', () => {
    const same = { picture: 'same' }
    const { n, repeated, agreement } = summarise([one(1, { ...same, agrees: false }), one(2, same), one(3)], [])
    expect([n, repeated, agreement.yes]).toEqual([2, 1, 2])
  })

  it('is only since either side last changed its model', () => {
    const cases = [
      ...many(5),
      ...many(3, { cloudVersion: '2' }, 100),
      ...many(2, { cloudVersion: '2', boxVersion: 'b' }, 200),
    ]
    const { n, earlier, since, versions } = summarise(cases, [{ at: 1, agrees: false }])
    expect([n, earlier, since, versions.length]).toEqual([2, 8, 200, 3])
    expect(summarise(cases, [{ at: 1, agrees: false }]).noise.n).toBe(0)
  })

  it('goes on where an answer does not name a version', () => {
    const cases = [one(1, { cloudVersion: null }), one(2), one(3, { cloudVersion: null }), one(4)]
    expect(summarise(cases, [])).toMatchObject({ n: 4, versions: [{ cloud: '1', n: 4 }] })
  })

  it('judges both sides by the person, and tests the difference', () => {
    const word = 'bad' as const
    const cases = [
      ...many(2, { cloud: 'pass', box: 'fail', agrees: false, word }),
      ...many(8, { cloud: 'fail', box: 'pass', agrees: false, word }, 100),
    ]
    const { judged, mcnemar } = summarise(cases, [])
    expect(judged).toMatchObject({ cloud: { yes: 8, n: 10 }, box: { yes: 2, n: 10 } })
    expect(judged.mcnemar.p).toBeCloseTo(0.109375, 12)
    expect(mcnemar).toMatchObject({ onlyCloud: 8, onlyBox: 2 })
  })

  it('adds up, whatever comes', () => {
    const decision = constantFrom('pass' as const, 'fail' as const, 'unsure' as const)
    const any = record({
      cloud: decision,
      box: decision,
      picture: constantFrom('a', 'b', 'c', 'd'),
      cloudVersion: constantFrom('1', '2', null),
      word: constantFrom('good' as const, 'bad' as const, null),
    })
    assert(
      property(array(any, { maxLength: 40 }), (all) => {
        const cases = all.map((given, at) => one(at, { ...given, agrees: given.cloud === given.box }))
        const { n, earlier, repeated, agreement, versions, judged, rule } = summarise(cases, [])
        expect(n + earlier + repeated).toBe(cases.length)
        expect(versions.reduce((sum, version) => sum + version.n, 0)).toBe(cases.length)
        expect(agreement.n).toBe(n)
        expect(judged.box.n).toBeLessThanOrEqual(n)
        expect(rule.met).toBe(false)
      }),
    )
  })
})
