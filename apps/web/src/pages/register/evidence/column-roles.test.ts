import { ColumnChoice } from '@nabij/base'
import { expect, test } from 'vitest'
import { rolesOf, saysEnough, withRole } from './column-roles.ts'

const choice = ColumnChoice.parse({ date: 1, amount: 4, name: 'Who', description: [3], fixed: 'USD' })

test('a choice is a role for each column, and back', () => {
  const now = rolesOf(choice, ['When', 'Who', 'What', 'How much', 'x'], 5)
  expect(now).toEqual(['date', 'name', 'description', 'amount', 'none'])
  expect(withRole(choice, 4, 'description', now)).toMatchObject({ description: [3, 5], name: 2, fixed: 'USD' })
})

test('a role that moves leaves its old column', () => {
  const now = rolesOf(choice, null, 5)
  expect(now[1]).toBe('none')
  const moved = withRole(choice, 4, 'amount', now)
  expect(rolesOf(moved, null, 5)).toEqual(['date', 'none', 'description', 'none', 'amount'])
  expect([saysEnough(moved), saysEnough({ ...moved, description: [] }), saysEnough({ ...moved, date: null })]).toEqual([
    true,
    false,
    false,
  ])
})
