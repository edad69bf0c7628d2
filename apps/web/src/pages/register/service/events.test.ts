import type { KnownEvent } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { soonestFirst } from './events.tsx'

function event(id: string, date: string | null): KnownEvent {
  const source = { address: 'https://example.org', readOn: '2026-11-25', quote: 'x' }
  return { id, kind: 'retirement', about: ['azure'], date, text: { nl: id, en: id }, status: 'confirmed', source }
}

describe('what a vendor did and will do', () => {
  it('has first what is still to come, then the latest that was, and last what has no day', () => {
    const events = [
      event('old', '2022-03-01'),
      event('none', null),
      event('far', '2028-01-01'),
      event('late', '2026-10-01'),
      event('near', '2027-03-15'),
    ]
    expect(soonestFirst(events, Date.parse('2026-11-25')).map(({ id }) => id)).toEqual([
      'near',
      'far',
      'late',
      'old',
      'none',
    ])
  })
})
