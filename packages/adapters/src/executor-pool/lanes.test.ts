import { expect, it } from 'vitest'
import { createLanes } from './lanes.ts'

it('takes from each lane in turn, and within a lane in order', () => {
  const lanes = createLanes<string>()
  for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) lanes.add(item.charAt(0), item)
  expect(lanes.size).toBe(6)
  expect(Array.from({ length: 7 }, () => lanes.take())).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3', null])
  for (const item of ['a1', 'a2', 'b1']) lanes.add(item.charAt(0), item)
  expect(lanes.clear()).toEqual(['a1', 'a2', 'b1'])
  expect(lanes.size).toBe(0)
})
