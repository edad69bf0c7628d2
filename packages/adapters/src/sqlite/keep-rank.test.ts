import { newId } from '@nabij/base'
import { expect, it } from 'vitest'
import { keepRank, keepRanks } from './keep-rank.ts'

const id = '01a211cd-59ad-7390-974a-000000000001'

it('ranks what a person may ask for above what is ordinary', () => {
  const limit = 0.5
  expect(keepRank({ id, verdict: 'pass', score: 0.1, limit })).toBe(keepRanks.ordinary)
  expect(keepRank({ id, verdict: 'pass', score: 0.45, limit })).toBe(keepRanks.nearLimit)
  expect(keepRank({ id, verdict: 'unsure', score: null, limit: null })).toBe(keepRanks.refused)
  expect(keepRank({ id, verdict: 'fail', score: 0.6, limit })).toBe(keepRanks.refused)
  expect(keepRank({ id, verdict: 'fail', score: 0.8, limit })).toBe(keepRanks.worst)
})

it('keeps about one in ten good ones as an example, always the same', () => {
  const ids = Array.from({ length: 4000 }, newId)
  const ranks = ids.map((one) => keepRank({ id: one, verdict: 'pass', score: 0.1, limit: 0.5 }))
  const examples = ranks.filter((rank) => rank === keepRanks.example).length
  expect(examples).toBeGreaterThan(250)
  expect(examples).toBeLessThan(600)
})
