import { describe, expect, it } from 'vitest'
import { limitByKey } from './limit-keys.ts'

describe('limitByKey', () => {
  it('goes a small step by arrow and a large one by page', () => {
    expect(limitByKey(0.3, 'ArrowUp')).toBeCloseTo(0.305)
    expect(limitByKey(0.3, 'ArrowLeft')).toBeCloseTo(0.295)
    expect(limitByKey(0.3, 'PageDown')).toBeCloseTo(0.25)
  })

  it('stays a score, and lands on whole steps', () => {
    expect(limitByKey(0.998, 'PageUp')).toBe(1)
    expect(limitByKey(0.4, 'Home')).toBe(0)
    expect(limitByKey(0.3127, 'ArrowUp')).toBeCloseTo(0.32)
  })

  it('leaves other keys alone', () => {
    expect(limitByKey(0.3, 'Tab')).toBeNull()
  })
})
