import { type OwnFact, Vendor } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { ownFact, withOwnFacts } from './index.ts'

const source = { address: 'https://example.org/about', readOn: '2026-11-25', quote: 'is owned by' }
const parent = { name: 'Old Group', country: 'NL', control: 'listed', asOf: '2026-01-01' }
const day = '2026-11-20'

function vendor(status: 'confirmed' | 'reported' | 'unknown'): Vendor {
  const known = status === 'unknown' ? { value: null, status, source: null } : { value: parent, status, source }
  return Vendor.parse({
    id: 'acme',
    name: 'Acme',
    country: { value: 'NL', status: 'confirmed', source },
    ultimateParent: known,
  })
}

function said(field: OwnFact['field'], value: string, about: string | null = null): OwnFact {
  return { vendorId: 'acme', field, value, source: 'their annual report', day, about, statedAt: 1 }
}

const ownSource = { address: 'their annual report', readOn: day, own: true }

describe('what was stated of a vendor', () => {
  it('goes before what the pack says, and both are there', () => {
    const { vendor: now, own } = withOwnFacts(vendor('confirmed'), [said('country', 'DE'), said('owner', 'New Inc')])
    expect(now.country).toEqual({ value: 'DE', status: 'confirmed', source: ownSource })
    expect(now.ultimateParent).toMatchObject({ status: 'confirmed', source: ownSource })
    expect(own?.pack).toEqual({
      country: vendor('confirmed').country,
      ultimateParent: vendor('confirmed').ultimateParent,
    })
    expect(own?.facts).toHaveLength(2)
  })

  it('names another owner without the country and control of the one before', () => {
    const { vendor: now } = withOwnFacts(vendor('confirmed'), [said('owner', 'New Inc')])
    expect(now.ultimateParent.value).toEqual({ name: 'New Inc', country: null, control: 'unknown', asOf: day })
    const both = withOwnFacts(vendor('confirmed'), [said('owner', 'New Inc'), said('owner-country', 'US', 'New Inc')])
    expect(both.vendor.ultimateParent.value?.country).toBe('US')
  })

  it('confirms by a name nothing that was only reported with it', () => {
    const { vendor: now } = withOwnFacts(vendor('reported'), [said('owner', 'old group')])
    expect(now.ultimateParent).toMatchObject({ value: { country: null, control: 'unknown' }, status: 'confirmed' })
    const sure = withOwnFacts(vendor('confirmed'), [said('owner', 'old group')])
    expect(sure.vendor.ultimateParent.value).toMatchObject({ country: 'NL', control: 'listed' })
  })

  it('of an owner says nothing of the next one', () => {
    const facts = [said('owner-country', 'US', 'Old Group'), said('control', 'state', 'Old Group')]
    expect(withOwnFacts(vendor('reported'), facts).vendor.ultimateParent).toMatchObject({
      value: { name: 'Old Group', country: 'US', control: 'state' },
      status: 'confirmed',
    })
    const sold = {
      ...vendor('reported'),
      ultimateParent: { value: { ...parent, name: 'Next' }, status: 'reported', source },
    }
    const { vendor: now, own } = withOwnFacts(Vendor.parse(sold), facts)
    expect(now.ultimateParent).toEqual(sold.ultimateParent)
    expect(own?.idle).toEqual(['owner-country', 'control'])
  })

  it('about control alone makes the owner no surer', () => {
    const { ultimateParent } = withOwnFacts(vendor('reported'), [said('control', 'state', 'Old Group')]).vendor
    expect(ultimateParent).toEqual({ value: { ...parent, control: 'state' }, status: 'reported', source })
  })

  it('of another vendor changes nothing', () => {
    const { vendor: now, own } = withOwnFacts(vendor('confirmed'), [{ ...said('country', 'DE'), vendorId: 'other' }])
    expect([now, own]).toEqual([vendor('confirmed'), null])
  })
})

describe('a statement', () => {
  const stated = (field: OwnFact['field'], value: string, of = vendor('confirmed')) =>
    ownFact({ field, value, source: ' by phone ', day }, of, 5)

  it('is kept in one way of writing', () => {
    expect(stated('country', ' de ')).toEqual({
      vendorId: 'acme',
      field: 'country',
      value: 'DE',
      source: 'by phone',
      day,
      about: null,
      statedAt: 5,
    })
    expect(stated('control', 'Listed')).toMatchObject({ value: 'listed', about: 'Old Group' })
    expect(stated('owner', 'New   Inc')).toMatchObject({ value: 'New Inc' })
  })

  it('that cannot be is refused', () => {
    for (const [field, value] of [
      ['country', 'Holland'],
      ['country', 'QQ'],
      ['owner-country', '12'],
      ['control', 'unknown'],
      ['control', 'mine'],
      ['owner', '  '],
    ] as const)
      expect(() => stated(field, value)).toThrow(expect.objectContaining({ code: 'NABIJ_CORRECTION_VALUE' }))
    expect(() => stated('owner-country', 'US', vendor('unknown'))).toThrow(
      expect.objectContaining({ code: 'NABIJ_CORRECTION_OWNER' }),
    )
  })
})
