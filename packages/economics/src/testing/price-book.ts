import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Price } from '@nabij/base'

/** The price book as it is shipped. */
export function priceBook(): Price[] {
  const file = join(import.meta.dirname, '..', '..', '..', 'knowledge', 'pack.json')
  return Price.array().parse((JSON.parse(readFileSync(file, 'utf8')) as { prices: unknown }).prices)
}

/** A price as short as it can be written. */
export function priceOf(change: Partial<Price> = {}): Price {
  return {
    id: 'acme-look',
    provider: 'Acme',
    product: null,
    kind: 'cloud-ai',
    name: { nl: 'Acme Look', en: 'Acme Look' },
    meter: 'Image',
    region: null,
    currency: 'EUR',
    unit: 'image',
    per: 1,
    tiers: [{ upTo: null, price: '0.01' }],
    freeTier: null,
    validFrom: null,
    ends: null,
    source: null,
    checkedOn: '2026-11-01',
    status: 'unconfirmed',
    ...change,
  }
}
