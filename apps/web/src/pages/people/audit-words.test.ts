import { describe, expect, it } from 'vitest'
import { differencesIn } from './audit-words.ts'

describe('differencesIn', () => {
  it('tells only what differs, by its place', () => {
    const before = { name: 'Lijn 1', settings: { watt: null, band: 0.02 } }
    const after = { name: 'Lijn 2', settings: { watt: 65, band: 0.02 } }
    expect(differencesIn({ before, after })).toEqual([
      { name: 'name', before: 'Lijn 1', after: 'Lijn 2' },
      { name: 'settings.watt', before: null, after: '65' },
    ])
  })

  it('tells what something new is, without ids, and never at length', () => {
    const after = { id: '0199', stationId: '0198', name: 'x'.repeat(500), on: ['fail', 'alarm'], kind: null }
    const [name, on, ...rest] = differencesIn({ before: null, after })
    expect(name?.after?.length).toBeLessThan(70)
    expect(on).toEqual({ name: 'on', before: null, after: '["fail","alarm"]' })
    expect(rest).toEqual([])
  })
})
