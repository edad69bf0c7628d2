import type { Finding } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { alike } from './alike.ts'

const debit = (id: string, date: string, amountMinor: number, currency = 'EUR'): Finding => ({
  id,
  evidence: 'bank',
  kind: 'payment',
  locator: `line ${id}`,
  text: 'MICROSOFT IRELAND',
  confidence: 'confirmed',
  productId: 'microsoft-365',
  vendorId: 'microsoft',
  name: 'Microsoft 365',
  domain: null,
  why: 'name microsoft ireland',
  payment: { amountMinor, currency, date },
  location: null,
})

describe('traces that say the same', () => {
  it('are one line with their number, days and sum to the cent', () => {
    const [line, ...more] = alike([debit('b', '2026-02-05', 2001), debit('a', '2026-01-05', 1999)])
    expect(more).toEqual([])
    expect(line).toMatchObject({ ids: ['b', 'a'], total: 4000, from: '2026-01-05', to: '2026-02-05' })
  })

  it('are kept apart by file, and currencies are never added up', () => {
    expect(alike([debit('a', '2026-01-05', 1), { ...debit('b', '2026-01-05', 1), evidence: 'other' }])).toHaveLength(2)
    expect(alike([debit('a', '2026-01-05', 1), debit('b', '2026-01-05', 1, 'USD')])[0]?.total).toBeNull()
  })
})
