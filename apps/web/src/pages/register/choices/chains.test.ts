import { type Service, ServiceNotes } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { chainsOf, weightiest } from './chains.ts'

function service(id: string, country: string | null, origin: Service['origin'], more: Partial<Service> = {}): Service {
  const parent = { name: `${id} owner`, country, control: 'listed', asOf: '2026-11-25', source: null } as const
  return {
    id,
    name: id,
    kind: 'other',
    domain: null,
    vendor: {
      id,
      name: id,
      country,
      countryStatus: 'confirmed',
      ultimateParent: { ...parent, status: country === null ? 'reported' : 'confirmed' },
    },
    confidence: 'confirmed',
    origin,
    findings: [],
    cost: null,
    lastPaid: null,
    priceChange: null,
    notes: ServiceNotes.parse({}),
    exposures: [],
    dataLocations: [],
    merged: [],
    ...more,
  }
}

describe('who stands behind whom', () => {
  const services = [
    service('rumour', null, 'unknown'),
    service('dutch', 'NL', 'europe'),
    service('canadian', 'CA', 'outside'),
    service('american', 'US', 'outside'),
    service('american-too', 'US', 'outside'),
  ]

  it('lies in one band for outside Europe, one for Europe, and one for what nobody knows; the largest country first', () => {
    const { nodes } = chainsOf(services)
    expect(nodes.country.map(({ name }) => name)).toEqual(['US', 'CA', 'NL', ''])
    expect(nodes.service.map(({ name }) => name)).toEqual(['american', 'american-too', 'canadian', 'dutch', 'rumour'])
  })

  it('never draws an owner that is only reported', () => {
    const { nodes, links } = chainsOf(services)
    expect(nodes.parent.map(({ name }) => name)).not.toContain('rumour owner')
    expect(links.find(({ from }) => from === 'rumour')?.origin).toBe('unknown')
  })

  it('puts what is crucial first, then what is dearest', () => {
    const paid = { cost: { amountMinor: 900, currency: 'EUR', period: 'year', from: 'payments' } } as const
    const crucial = { notes: ServiceNotes.parse({ crucial: true }) }
    const some = [
      service('a', 'NL', 'europe'),
      service('b', 'NL', 'europe', paid),
      service('c', 'NL', 'europe', crucial),
    ]
    expect(weightiest(some).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })
})
