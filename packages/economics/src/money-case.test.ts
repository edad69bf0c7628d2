import { MoneyResult } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { caseWith, figure, inputWith } from './testing/some-case.ts'

describe('a case', () => {
  const result = caseWith()

  it('fits its own shape', () => {
    expect(MoneyResult.parse(result)).toEqual(result)
  })

  it('opens each number: its formula, and what it is made of, down to facts with their source', () => {
    const known = new Set([...result.facts, ...result.figures].map(({ id }) => id))
    for (const { id, formula, from } of result.figures) {
      expect(formula.nl, id).not.toBe('')
      expect(formula.en, id).not.toBe('')
      expect(from.length, id).toBeGreaterThan(0)
      for (const one of from) expect(known.has(one), `${id} of ${one}`).toBe(true)
    }
    const price = result.facts.find(({ id }) => id === 'price.azure-custom-vision-prediction-s0')
    expect(price).toMatchObject({ given: 'book', status: 'reported', checkedOn: '2026-11-23', age: 8 })
    expect(price?.source).toContain('https://')
    expect(result.figures.find(({ id }) => id === 'npv36')?.status).toBe('reported')
  })

  it('writes the sum of a meter out', () => {
    const formula = result.figures.find(({ id }) => id === 'cloud.0')?.formula
    expect(formula?.en).toBe('300,000 × 2 ÷ 1,000 = US$600.00; × 0.9 = €540.00')
    expect(formula?.nl.replaceAll('\u00a0', ' ')).toBe('300.000 × 2 ÷ 1.000 = US$ 600,00; × 0,9 = € 540,00')
  })

  it('names the parts of what is paid, and leaves out what is nothing', () => {
    const formula = (id: string) => result.figures.find((each) => each.id === id)?.formula.en
    expect(formula('invested')).toBe(
      'Hardware €718.20 + Spare €359.10 + Installation €800.00 + Moving over and proving €400.00',
    )
    expect(formula('here')).toBe('Upkeep by people €120.00 + Power €3.83')
  })

  it('adds up: by hand', () => {
    expect(figure(result, 'cloud')).toBe(540_00)
    // 2 hours of 60, and 25 W for 730 hours at 0.21
    expect(figure(result, 'here')).toBe(123_83)
    expect(figure(result, 'saving')).toBe(416_17)
    // 2 x 399 x 0.9 x 1.5 + 800 + 400
    expect(figure(result, 'invested')).toBe(2277_30)
    expect(result.verdict).toMatchObject({ word: 'pays-back', months: 6 })
    expect(result.verdict.text.nl).toBe('Verdient zich terug in 6 maanden.')
  })

  it('shows a waterfall that ends where it should, and a line of months', () => {
    for (const some of [result, caseWith({ growth: '0.13' }, { lifetime: 17, residual: '33.33' })]) {
      const bars = some.waterfall.filter(({ id }) => id !== 'left')
      expect(bars.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(figure(some, 'npv36'))
      expect(some.waterfall.at(-1)).toMatchObject({ id: 'left', amountMinor: figure(some, 'npv36') })
    }
    expect(result.months).toHaveLength(61)
    expect(result.months[0]).toMatchObject({ month: 0, cumulative: -2277_30 })
    expect(result.months[60]?.discounted).toBe(figure(result, 'npv60'))
    expect(result.months[6]?.discounted).toBeGreaterThanOrEqual(0)
    expect(result.months[5]?.discounted).toBeLessThan(0)
  })

  it('marks every price that nobody confirmed', () => {
    const { remarks, figures } = caseWith({
      cloud: [{ price: 'azure-image-analysis-group-2', use: { perImage: '1' } }],
    })
    expect(remarks.map(({ id }) => id)).toContain('unconfirmed')
    for (const id of ['cloud', 'saving', 'npv36', 'npv60', 'payBack', 'breakEven', 'roomForLabour', 'cloudPerThousand'])
      expect(figures.find((each) => each.id === id)?.status, id).toBe('unconfirmed')
  })

  it('names what is old: prices after half a year, rates after six weeks', () => {
    const ids = (start: string, on: string) =>
      caseWith({ start, rates: [{ currency: 'USD', worth: '0.9', on, source: 'bank' }] }).remarks.map(({ id }) => id)
    expect(ids('2026-12-01', '2026-11-20')).not.toContain('old')
    expect(ids('2027-09-01', '2027-08-20')).toContain('old')
    expect(ids('2026-12-01', '2026-11-20')).not.toContain('old-rate')
    expect(ids('2026-12-01', '2026-09-20')).toContain('old-rate')
  })

  it('says that a service ends, or has ended', () => {
    const nothing = { imagesPerMonth: 10 }
    expect(caseWith(nothing).verdict.anyway[0]?.en).toContain('25 Sept 2028')
    const gone = caseWith({ ...nothing, cloud: [{ price: 'lookout-for-vision-inference', use: { perMonth: '1' } }] })
    expect(gone.verdict.anyway[0]?.nl).toContain('is gestopt')
    expect(gone.remarks.some(({ id }) => id === 'gone.lookout-for-vision-inference')).toBe(true)
    const ends = (change: Record<string, unknown>) => caseWith(change).remarks.some(({ id }) => id === 'ends')
    expect(ends({})).toBe(true)
    expect(ends({ start: '2028-09-26' })).toBe(false)
    const cloud = [{ price: 'google-vision-label', use: { perImage: '1' } }]
    expect([ends({ cloud }), ends({ cloud, cloudEnds: '2027-06-30' })]).toEqual([false, true])
  })
})

describe('work by people', () => {
  it('that is not filled in leaves the case incomplete, and says what it may cost at most', () => {
    const without = caseWith({}, { labour: null })
    expect(without).toMatchObject({
      complete: false,
      missing: ['labour'],
      verdict: { word: 'incomplete', months: null },
    })
    const room = figure(without, 'roomForLabour') / 100
    const just = (perHour: number) =>
      caseWith({}, { labour: { hoursPerMonth: '1', perHour: perHour.toFixed(2) } }).verdict.word
    expect(just(room - 0.02)).toBe('pays-back')
    expect(just(room + 0.02)).toBe('never')
  })

  it('cannot be left out', () => {
    expect(() => inputWith({}, { labour: undefined })).toThrow('labour')
  })
})

describe('hardware', () => {
  it('is bought again when it is worn out, but not for what comes after', () => {
    const [once, twice] = [caseWith({}, { lifetime: 36 }), caseWith({}, { lifetime: 35 })]
    expect(figure(once, 'npv36')).toBe(figure(caseWith(), 'npv36'))
    expect(figure(twice, 'npv36')).toBeLessThan(figure(once, 'npv36'))
    expect(twice.waterfall.some(({ id }) => id === 'bought')).toBe(true)
    expect(once.months[36]?.here).toBeGreaterThan(1077_00)
  })

  it('brings something at its end, and costs the set-up of what is rented', () => {
    expect(figure(caseWith({}, { lifetime: 36, residual: '200' }), 'npv36')).toBeGreaterThan(
      figure(caseWith({}, { lifetime: 36 }), 'npv36'),
    )
    const rented = caseWith({}, { lines: [{ price: 'hetzner-gex45', use: { perMonth: '1' } }] })
    expect(figure(rented, 'invested')).toBe(2277_30 + 209_00)
    expect(figure(rented, 'here')).toBe(123_83 + 214_00)
  })
})

describe('meters', () => {
  const bill = (line: Record<string, unknown>, prices: unknown[] = []) =>
    figure(caseWith({ imagesPerMonth: 1000, cloud: [line], prices }), 'cloud')
  const own = { ...someOwn(), id: 'by-the-ms', unit: 'millisecond', per: 1000, leastPerCall: 100 }

  it('count each feature, each failed call only where it is billed, and each millisecond from the least on', () => {
    const price = 'azure-custom-vision-prediction-s0'
    expect(bill({ price, use: { perImage: '3' } })).toBe(540)
    expect(bill({ price, use: { perImage: '1' }, failed: '0.5' })).toBe(90)
    expect(bill({ price, use: { perImage: '1' }, failed: '0.5', failedBilled: true })).toBe(180)
    expect(bill({ price: 'by-the-ms', use: { perImage: '63' } }, [own])).toBe(1000_00)
    expect(bill({ price: 'by-the-ms', use: { perImage: '250' } }, [own])).toBe(2500_00)
  })

  it('grow by the year, each year with its own volume', () => {
    const { months } = caseWith({ growth: '0.5' })
    expect([1, 12, 13, 25].map((month) => months[month]?.cloud)).toEqual([540_00, 540_00, 810_00, 1215_00])
  })
})

function someOwn() {
  return {
    provider: 'Acme',
    product: null,
    kind: 'cloud-ai',
    name: { nl: 'Acme', en: 'Acme' },
    meter: 'Millisecond',
    region: null,
    currency: 'EUR',
    tiers: [{ upTo: null, price: '10' }],
    freeTier: null,
    validFrom: null,
    ends: null,
    source: null,
    checkedOn: '2026-11-01',
    status: 'unconfirmed',
  }
}
