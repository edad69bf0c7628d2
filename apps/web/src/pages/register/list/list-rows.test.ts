import { type Service, ServiceNotes } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { listRows, nowhere } from './list-rows.ts'

function service(id: string, more: Partial<Service> = {}): Service {
  return {
    id,
    name: id,
    kind: 'other',
    domain: null,
    vendor: null,
    confidence: 'confirmed',
    origin: 'unknown',
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

const owned = (parent: string, status: 'confirmed' | 'reported'): Partial<Service> => ({
  vendor: {
    id: parent,
    name: parent,
    country: 'US',
    countryStatus: 'confirmed',
    ultimateParent: { name: parent, country: 'US', control: 'listed', asOf: '2026-11-25', source: null, status },
  },
})
const paid = (amountMinor: number): Partial<Service> => ({
  cost: { amountMinor, currency: 'EUR', period: 'year', from: 'payments' },
})
const ids = (rows: ReturnType<typeof listRows>): string[] =>
  rows.map((row) => (row.kind === 'group' ? `# ${row.key}` : row.service.id))
const all = { search: '', show: 'all', group: 'none' } as const

describe('the lines of the register', () => {
  it('have the dearest first, and what nobody knows the cost of last', () => {
    expect(ids(listRows([service('a'), service('b', paid(1)), service('c', paid(900))], all))).toEqual(['c', 'b', 'a'])
  })

  it('put only confirmed owners together; a rumour stands under unknown, which comes last', () => {
    const services = [
      service('rumour', { ...owned('Big', 'reported'), ...paid(9000) }),
      service('sure', { ...owned('Big', 'confirmed'), ...paid(10) }),
    ]
    expect(ids(listRows(services, { ...all, group: 'parent' }))).toEqual(['# Big', 'sure', `# ${nowhere}`, 'rumour'])
  })

  it('find by what a person wrote down, and show a service under each law that reaches it', () => {
    const reached = service('x', {
      notes: ServiceNotes.parse({ process: 'Kassa' }),
      exposures: [
        { lawId: 'one', exposure: 'exposed', because: '' },
        { lawId: 'two', exposure: 'exposed', because: '' },
        { lawId: 'three', exposure: 'unknown', because: '' },
      ],
    })
    expect(ids(listRows([reached, service('y')], { ...all, search: ' kassa ' }))).toEqual(['x'])
    expect(ids(listRows([reached], { ...all, group: 'law' }))).toEqual(['# one', 'x', '# two', 'x'])
  })

  it('are made of five thousand services in one go', () => {
    const many = Array.from({ length: 5000 }, (_, index) => service(`s${index}`, paid(index)))
    expect(listRows(many, { ...all, group: 'kind' })).toHaveLength(5001)
  })
})
