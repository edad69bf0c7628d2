import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Price } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { readPack } from './index.ts'
import { priceFaults } from './price-faults.ts'

const pack = readPack(readFileSync(join(import.meta.dirname, '..', 'pack.json'), 'utf8'))
const right = Price.parse({
  id: 'acme-look',
  provider: 'Acme',
  product: null,
  kind: 'cloud-ai',
  name: { nl: 'Acme Look', en: 'Acme Look' },
  meter: 'Image',
  region: 'eu',
  currency: 'USD',
  unit: 'image',
  per: 1000,
  tiers: [
    { upTo: 1000, price: '2' },
    { upTo: null, price: '1' },
  ],
  freeTier: null,
  validFrom: null,
  ends: null,
  source: { address: 'https://acme.example/prices', quote: '$2 per 1,000' },
  checkedOn: '2026-11-01',
  status: 'confirmed',
})
const around = { made: '2026-11-25', vendors: [] }
const faults = (change: Partial<Price>) => priceFaults({ ...right, ...change }, around).join('; ')

describe('a price', () => {
  it('that is right has no faults', () => {
    expect(faults({})).toBe('')
  })

  it('says what it does not know, and where it was read', () => {
    expect(faults({ tiers: null })).toContain('confirmed, but without an amount')
    expect(faults({ status: 'unknown' })).toContain('an amount that is unknown')
    expect(faults({ status: 'reported', source: null })).toContain('reported, but without a source')
    expect(faults({ source: { address: 'https://acme.example' } })).toContain('without the words it rests on')
    expect(faults({ status: 'unconfirmed', source: null })).toBe('')
  })

  it('was not read in the future; it may begin there', () => {
    expect(faults({ checkedOn: '2026-11-26' })).toContain('after the pack was made')
    expect(faults({ validFrom: '2027-01-01' })).toBe('')
    expect(faults({ validFrom: '2027', ends: '2026-12-31' })).toContain('begins on 2027 and ends on')
  })

  it('has tiers that rise and do not overlap, and a unit that fits', () => {
    for (const tiers of [
      [
        { upTo: 1000, price: '2' },
        { upTo: 1000, price: '1' },
      ],
      [
        { upTo: 2000, price: '2' },
        { upTo: 1000, price: '1' },
      ],
      [
        { upTo: null, price: '2' },
        { upTo: 1000, price: '1' },
      ],
    ])
      expect(faults({ tiers })).toContain('tier')
    expect(faults({ unit: 'piece' })).toContain('cloud-ai by the piece')
    expect(faults({ kind: 'electricity' })).toContain('electricity by the image')
    expect(faults({ product: 'nobody-knows' })).toContain('of nobody-knows')
  })
})

describe('the price book', () => {
  it('holds what the research names, each with its day', () => {
    const kinds = new Set(pack.prices.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['cloud-ai', 'electricity', 'hardware', 'hosting', 'storage', 'traffic'])
    expect(pack.prices.length).toBeGreaterThanOrEqual(50)
    expect(pack.prices.flatMap((price) => priceFaults(price, pack))).toEqual([])
  })

  it('calls nothing sure that only a note says', () => {
    const asNotesSay = pack.prices.filter(({ source }) => source?.quote?.startsWith('As '))
    expect(asNotesSay.length).toBeGreaterThan(10)
    expect(asNotesSay.filter(({ status }) => status === 'confirmed')).toEqual([])
  })
})
