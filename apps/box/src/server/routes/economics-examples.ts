import { MoneyInput, type MoneyResult, type Price } from '@nabij/base'

export const price: Price = {
  id: 'example-look',
  provider: 'Example',
  product: null,
  kind: 'cloud-ai',
  name: { nl: 'Example Look', en: 'Example Look' },
  meter: 'Image',
  region: 'eu-west',
  currency: 'EUR',
  unit: 'image',
  per: 1000,
  tiers: [
    { upTo: 1_000_000, price: '2' },
    { upTo: null, price: '1.5' },
  ],
  freeTier: null,
  validFrom: '2026-01',
  ends: null,
  source: { address: 'https://vendor.example/prices', quote: '€2 per 1,000 images' },
  checkedOn: '2026-11-20',
  status: 'confirmed',
}

export const input = MoneyInput.parse({
  start: '2026-12-01',
  imagesPerMonth: 302_400,
  cloud: [{ price: 'example-look', use: { perImage: '1' } }],
  here: {
    hardware: [{ name: 'Mini computer', amount: '450', currency: 'EUR', source: 'quotation' }],
    installation: '800',
    labour: { hoursPerMonth: '2', perHour: '60' },
  },
  prices: [price],
})

const text = (nl: string, en: string) => ({ nl, en })

export const result: MoneyResult = {
  input,
  currency: 'EUR',
  complete: true,
  missing: [],
  verdict: {
    word: 'pays-back',
    months: 3,
    reason: null,
    text: text('Verdient zich terug in 3 maanden.', 'Pays back in 3 months.'),
    anyway: [],
  },
  remarks: [],
  facts: [
    {
      id: 'images',
      label: text('Beelden per maand', 'Images a month'),
      value: '302400',
      unit: 'image',
      given: 'you',
      source: null,
      checkedOn: null,
      age: null,
      status: null,
    },
  ],
  figures: [
    {
      id: 'saving',
      label: text('Besparing per maand', 'Saving a month'),
      kind: 'money',
      value: 484_80,
      formula: text('€ 604,80 − € 120,00', '€604.80 − €120.00'),
      from: ['cloud', 'here'],
      status: 'confirmed',
    },
  ],
  months: [{ month: 0, cloud: 0, here: 1250_00, cumulative: -1250_00, discounted: -1250_00 }],
  waterfall: [{ id: 'cloud', label: text('Rekening die wegvalt', 'Bill that falls away'), amountMinor: 19_379_81 }],
  tornado: [
    {
      parameter: 'volume',
      label: text('Aantal beelden', 'Number of images'),
      low: { factor: '0.7', npvMinor: 13_805_00 },
      high: { factor: '1.3', npvMinor: 31_814_00 },
    },
  ],
  monteCarlo: {
    seed: 1,
    draws: 1000,
    paysBack: 1,
    npv36: { p5: 9_000_00, p50: 13_900_00, p95: 19_100_00 },
    npv60: { p5: 15_200_00, p50: 22_400_00, p95: 30_300_00 },
    histogram: [{ from: 15_000_00, to: 16_000_00, count: 1000 }],
  },
}
