import { minorUnits, oneWhole, Price } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { meterCost } from '../meter-cost.ts'
import { caseWith, figure } from '../testing/some-case.ts'
import { billPrices } from './bill-prices.ts'
import { importPrices } from './import-prices.ts'

const today = '2026-11-25'
const read = (list: unknown) => importPrices(JSON.stringify(list), today)
const cents = (price: Price | undefined, units: number) =>
  price ? minorUnits(meterCost(price, BigInt(units) * oneWhole).amount, price.currency) : null

function dimension(beginRange: string, endRange: string, usd: string, unit = 'Images') {
  return {
    rateCode: 'x',
    description: `$${usd} per image`,
    beginRange,
    endRange,
    unit,
    pricePerUnit: { USD: usd },
    appliesTo: [],
  }
}
const term = (...dimensions: object[]) => ({
  'AAA.JRTCKXETXF': {
    offerTermCode: 'JRTCKXETXF',
    sku: 'AAA',
    effectiveDate: '2026-09-01T00:00:00Z',
    priceDimensions: Object.fromEntries(dimensions.map((each, n) => [`AAA.JRTCKXETXF.${n}`, each])),
    termAttributes: {},
  },
})
const product = (sku: string, usagetype: string) => ({
  sku,
  productFamily: 'Amazon Rekognition',
  attributes: {
    servicecode: 'AmazonRekognition',
    location: 'EU (Frankfurt)',
    regionCode: 'eu-central-1',
    usagetype,
    operation: 'DetectLabels',
  },
})
const aws = {
  formatVersion: 'v1.0',
  disclaimer: '',
  offerCode: 'AmazonRekognition',
  version: '20260911120000',
  publicationDate: '2026-09-11T12:00:00Z',
  products: {
    AAA: product('AAA', 'EUC1-Group2'),
    BBB: product('BBB', 'EUC1-Video'),
    CCC: product('CCC', 'EUC1-Gap'),
    DDD: product('DDD', 'EUC1-Gone'),
  },
  terms: {
    OnDemand: {
      AAA: term(dimension('1000000', 'Inf', '0.0009600000'), dimension('0', '1000000', '0.0012000000')),
      BBB: term(dimension('0', 'Inf', '0.10', 'minutes')),
      CCC: term(dimension('0', '10', '1'), dimension('5', 'Inf', '2')),
    },
  },
}

const item = (change: object) => ({
  currencyCode: 'USD',
  tierMinimumUnits: 0,
  retailPrice: 1,
  unitPrice: 1,
  armRegionName: 'westeurope',
  location: 'EU West',
  effectiveStartDate: '2025-01-01T00:00:00Z',
  meterId: '1a2b3c4d-0000',
  meterName: 'S1 Transactions',
  productId: 'p',
  skuId: 's',
  productName: 'Computer Vision',
  skuName: 'S1',
  serviceName: 'Foundry Tools',
  serviceFamily: 'AI + Machine Learning',
  unitOfMeasure: '1K',
  type: 'Consumption',
  isPrimaryMeterRegion: true,
  ...change,
})
const azure = {
  BillingCurrency: 'USD',
  Items: [
    item({}),
    item({ tierMinimumUnits: 1000, retailPrice: 0.65 }),
    item({ tierMinimumUnits: 10_000, retailPrice: 0.6 }),
    item({ retailPrice: 1.5, effectiveStartDate: '2020-01-01T00:00:00Z' }),
    item({ type: 'Reservation' }),
    item({ meterId: 'ffffffff', unitOfMeasure: '1 Fortnight' }),
    item({ meterId: 'tiny', meterName: 'Tiny', retailPrice: 1e-7, unitOfMeasure: '1' }),
    item({ meterId: 'late', tierMinimumUnits: 10 }),
    { nonsense: true },
  ],
  NextPageLink: null,
}

describe('a price list of AWS', () => {
  it('becomes prices with their tiers, whatever their order, and counts what it leaves out', () => {
    const { kind, prices, ignored } = read(aws)
    expect(kind).toBe('aws')
    expect(prices).toHaveLength(1)
    expect(prices[0]).toMatchObject({
      region: 'eu-central-1',
      unit: 'image',
      currency: 'USD',
      validFrom: '2026-09-01',
      checkedOn: '2026-09-11',
      tiers: [
        { upTo: 1_000_000, price: '0.0012' },
        { upTo: null, price: '0.00096' },
      ],
    })
    expect(cents(prices[0], 302_400)).toBe(362_88)
    expect(ignored).toEqual({ 'unit minutes': 1, 'tiers that do not join': 1, 'product without a price on demand': 1 })
  })

  it('can be worked with at once', () => {
    const [price] = read(aws).prices
    if (!price) throw new Error('no price')
    const result = caseWith({
      imagesPerMonth: 302_400,
      prices: [price],
      cloud: [{ price: price.id, use: { perImage: '1' } }],
    })
    expect(figure(result, 'cloud')).toBe(326_59)
    expect(result.facts.find(({ id }) => id === `price.${price.id}`)).toMatchObject({
      given: 'sent-along',
      status: 'confirmed',
    })
  })
})

describe('retail prices of Azure', () => {
  it('become prices; tiers begin at so many of the measure, and the newest goes', () => {
    const { kind, prices, ignored } = read(azure)
    expect(kind).toBe('azure')
    expect(prices[0]).toMatchObject({
      region: 'westeurope',
      per: 1000,
      checkedOn: today,
      tiers: [
        { upTo: 1_000_000, price: '1' },
        { upTo: 10_000_000, price: '0.65' },
        { upTo: null, price: '0.6' },
      ],
    })
    expect(cents(prices[0], 302_400)).toBe(302_40)
    expect(prices[1]?.tiers).toEqual([{ upTo: null, price: '0.0000001' }])
    expect(ignored).toEqual({
      'type Reservation': 1,
      'unit 1 Fortnight': 1,
      'price that cannot be read': 1,
      'tiers that do not join': 1,
    })
  })
})

describe('a list that is none', () => {
  it('is refused, and a hostile one does no harm', () => {
    for (const text of ['', 'null', '[]', '{"Items":7}', '{"products":{}}', '\u0000', '['.repeat(100_000)])
      expect(() => importPrices(text, today)).toThrow(expect.objectContaining({ code: 'NABIJ_PRICE_LIST_UNREADABLE' }))
    const hostile = JSON.parse('{"Items":[{"__proto__":{"polluted":1}}]}') as object
    expect(importPrices(JSON.stringify(hostile), today).prices).toEqual([])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    const bad = [Number.NaN, -1, 1e300, null, '1'].map((retailPrice) => item({ retailPrice }))
    expect(read({ Items: bad }).prices).toEqual([])
  })
})

describe('a company’s own bill', () => {
  const cost = { service: 'Amazon Rekognition', provider: 'AWS', region: 'eu-central-1', currency: 'USD' }

  it('is what falls away: the average month of each service', () => {
    const { prices, ignored } = billPrices(
      [
        { ...cost, day: '2026-09-30', amountMinor: 100_00 },
        { ...cost, day: '2026-10-31', amountMinor: 50_01 },
        { ...cost, service: 'Credits', day: '2026-10-31', amountMinor: -500 },
      ],
      'focus.csv',
    )
    expect(prices).toMatchObject([{ unit: 'month', tiers: [{ upTo: null, price: '75.005' }], checkedOn: '2026-09-30' }])
    expect(ignored).toEqual({ 'service that cost nothing': 1 })
    expect(Price.array().parse(prices)).toEqual(prices)
  })
})
