import type { Answer } from '@nabij/base'
import { array, assert, constantFrom, double, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompareOptions, compareAnswers } from './compare-answers.ts'
import { matchLabels, overlap } from './overlap.ts'

const options: CompareOptions = { labelMap: {}, limit: 0.5, good: 'good', critical: null, by: 'decision' }
const box = (x: number, y: number, w = 0.2, h = 0.2) => ({ x, y, w, h })
const label = (name: string, score: number, at: Answer['labels'][number]['box'] = null) => ({ name, score, box: at })
const answer = (...labels: Answer['labels']): Answer => ({ decision: null, labels })

describe('overlap', () => {
  it('is shared over joint area, worked out by hand', () => {
    expect(overlap(box(0, 0), box(0, 0))).toBe(1)
    // Half beside each other: .02 of .06.
    expect(overlap(box(0, 0), box(0.1, 0))).toBeCloseTo(1 / 3, 12)
    expect(overlap(box(0, 0), box(0.05, 0))).toBeCloseTo(0.6, 12)
    expect(overlap(box(0, 0), box(0.2, 0))).toBe(0)
    expect(overlap(box(0, 0, 0, 0), box(0, 0, 0, 0))).toBe(1)
    expect(overlap(box(0.1, 0.1, 0, 0), box(0, 0))).toBe(0)
    expect(overlap({ x: Number.NaN, y: 0, w: 1, h: 1 }, box(0, 0))).toBe(0)
  })
})

describe('labels', () => {
  it('of one name are matched once, the best overlap first', () => {
    const cloud = [label('a', 0.9, box(0, 0)), label('a', 0.8, box(0.04, 0))]
    const { pairs, onlyCloud, onlyBox } = matchLabels(cloud, [label('a', 0.7, box(0.05, 0))])
    expect(pairs).toMatchObject([{ cloud: { score: 0.8 }, box: { score: 0.7 } }])
    expect([onlyCloud.length, onlyBox.length]).toEqual([1, 0])
  })

  it('of another name, or with a box on one side only, are not the same thing', () => {
    expect(matchLabels([label('a', 0.9, box(0, 0))], [label('b', 0.9, box(0, 0))]).pairs).toEqual([])
    expect(matchLabels([label('a', 0.9, box(0, 0))], [label('a', 0.9)]).pairs).toEqual([])
  })
})

describe('two answers', () => {
  it('agree by what they mean for the part, not by their scores', () => {
    const cloud = answer(label('defect', 0.51), label('ok', 0.49))
    const here = answer(label('defect', 0.97), label('ok', 0.03))
    expect(compareAnswers(cloud, here, { ...options, good: 'OK' })).toMatchObject({
      agrees: true,
      decision: { cloud: 'fail', box: 'fail' },
    })
    expect(compareAnswers(cloud, here, { ...options, good: 'ok', limit: 0.6 })).toMatchObject({
      agrees: false,
      decision: { cloud: 'pass', box: 'fail' },
    })
  })

  it('use the box’s words for the cloud’s labels', () => {
    const by = 'labels' as const
    const cloud = answer(label('Scratch', 0.9, box(0, 0)))
    const here = answer(label('kras', 0.8, box(0.01, 0)))
    expect(compareAnswers(cloud, here, { ...options, by }).agrees).toBe(false)
    expect(compareAnswers(cloud, here, { ...options, by, labelMap: { Scratch: 'kras' } })).toMatchObject({
      agrees: true,
      matched: 1,
    })
    const hostile = answer(label('__proto__', 0.9))
    expect(compareAnswers(hostile, hostile, { ...options, by }).agrees).toBe(true)
  })

  it('that a service says itself counts above its labels', () => {
    const said: Answer = { decision: 'pass', labels: [label('scratch', 0.9)] }
    expect(compareAnswers(said, answer(), options)).toMatchObject({ agrees: true, decision: { cloud: 'pass' } })
  })

  it('miss a defect only where the cloud has one that may not be missed, and the box lets it pass', () => {
    const scratch = answer(label('scratch', 0.9))
    const none = answer()
    expect(compareAnswers(scratch, none, options).missed).toBe(true)
    expect(compareAnswers(scratch, none, { ...options, critical: ['crack'] }).missed).toBe(false)
    expect(compareAnswers(scratch, none, { ...options, critical: ['scratch'] }).missed).toBe(true)
    expect(compareAnswers(none, scratch, options).missed).toBe(false)
    expect(compareAnswers(scratch, { decision: 'unsure', labels: [] }, options).missed).toBe(false)
    // A service that only says good or bad may mean any of them.
    const bad: Answer = { decision: 'fail', labels: [] }
    expect(compareAnswers(bad, none, { ...options, critical: ['crack'] }).missed).toBe(true)
  })

  it('are compared the same in any order, and each agrees with itself', () => {
    const share = double({ min: 0, max: 1, noNaN: true })
    const place = record({ x: share, y: share, w: double({ min: 0.01, max: 0.5, noNaN: true }), h: share })
    const one = record({ name: constantFrom('good', 'crack', 'dent'), score: share, box: option(place) })
    const any = record({
      decision: constantFrom('pass' as const, 'fail' as const, null),
      labels: array(one, { maxLength: 6 }),
    })
    assert(
      property(any, any, constantFrom('decision' as const, 'labels' as const), (a, b, by) => {
        const there = compareAnswers(a, b, { ...options, by })
        const back = compareAnswers(b, a, { ...options, by })
        expect(back.agrees).toBe(there.agrees)
        expect(back.decision).toEqual({ cloud: there.decision.box, box: there.decision.cloud })
        const turned = compareAnswers({ ...a, labels: a.labels.toReversed() }, b, { ...options, by })
        expect(turned.agrees).toBe(there.agrees)
        expect(compareAnswers(a, a, { ...options, by }).agrees).toBe(true)
      }),
    )
  })
})
