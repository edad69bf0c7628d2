import { MoneyResult } from '@nabij/base'
import { moneyCase } from '@nabij/economics'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as examples from './routes/economics-examples.ts'
import { type FakeBox, fakeBox, jsonOf, problemOf } from './testing/fake-box.ts'

let box: FakeBox
beforeEach(() => {
  box = fakeBox()
})
afterEach(() => box.close())

const { prices: _, ...rest } = examples.input

describe('money', () => {
  it('has a price book, in the sample as well', async () => {
    expect(await jsonOf(box.call('GET', '/economics/prices'))).toMatchObject({ prices: [{ id: 'example-book' }] })
    await box.workspaces.sample()
    expect((await box.call('GET', '//sample/api/v1/economics/prices')).status).toBe(200)
    expect((await box.send('POST', '//sample/api/v1/economics/case', examples.input)).status).toBe(200)
  })

  it('works a case out, the same for the same seed', async () => {
    const first = await jsonOf(box.send('POST', '/economics/case', examples.input))
    expect(MoneyResult.parse(first)).toMatchObject({ complete: true, verdict: { word: 'pays-back', months: 3 } })
    expect(await jsonOf(box.send('POST', '/economics/case', examples.input))).toEqual(first)
  })

  it('shows an example that is worked out as it stands there', () => {
    const { figures, verdict } = moneyCase(examples.input, [])
    expect(figures.find(({ id }) => id === 'saving')?.value).toBe(examples.result.figures[0]?.value)
    expect(verdict).toEqual(examples.result.verdict)
  })

  it('leaves a case without labour incomplete, and refuses one that leaves it out', async () => {
    const { labour, ...here } = examples.input.here
    const nothing = await jsonOf(
      box.send('POST', '/economics/case', { ...examples.input, here: { ...here, labour: null } }),
    )
    expect(nothing).toMatchObject({ complete: false, missing: ['labour'], verdict: { word: 'incomplete' } })
    const left = await box.send('POST', '/economics/case', { ...examples.input, here })
    expect(left.status).toBe(422)
    expect(await problemOf(left)).toMatchObject({
      code: 'NABIJ_INVALID_INPUT',
      title: expect.stringContaining('labour'),
    })
    expect(labour).not.toBeNull()
  })

  it('names what is wrong, and where', async () => {
    const code = async (change: object) =>
      (await problemOf(await box.send('POST', '/economics/case', { ...examples.input, ...change }))).code
    expect(await code({ prices: [] })).toBe('NABIJ_PRICE_UNKNOWN')
    expect(await code({ currency: 'GBP' })).toBe('NABIJ_CURRENCY_MIX')
    expect(await code({ imagesPerMonth: -1 })).toBe('NABIJ_INVALID_INPUT')
    expect(await code({ discount: 'NaN' })).toBe('NABIJ_INVALID_INPUT')
    expect(await code({ prices: [{ ...examples.price, validFrom: '2027-01-01' }] })).toBe('NABIJ_PRICE_NOT_YET')
    const tiers = [
      { upTo: 100, price: '1' },
      { upTo: 50, price: '2' },
    ]
    expect(await code({ prices: [{ ...examples.price, tiers }] })).toBe('NABIJ_PRICE_TIERS')
    expect(await code({ ...rest, weather: 'fine' })).toBe('NABIJ_INVALID_INPUT')
  })
})
