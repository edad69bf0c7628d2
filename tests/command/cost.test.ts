import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryRoot } from '../support/box.ts'
import { nabij } from '../support/nabij.ts'

const { root, remove } = temporaryRoot()
afterAll(remove)
const run = (...words: string[]) => nabij(['cost', ...words, '--data', root, '--lang', 'en'])
const at = (name: string): string => join(root, name)

const bill = [
  'BilledCost,BillingCurrency,BillingPeriodEnd,ChargePeriodStart,ProviderName,PublisherName,RegionId,RegionName,ServiceName',
  '100.00,USD,2026-10-01 00:00:00,2026-09-18 00:00:00,AWS,Amazon Web Services,eu-central-1,EU (Frankfurt),Amazon Rekognition',
  '200.00,USD,2026-11-01 00:00:00,2026-10-18 00:00:00,AWS,Amazon Web Services,eu-central-1,EU (Frankfurt),Amazon Rekognition',
].join('\n')

describe('money from a shell', { timeout: 120_000 }, () => {
  it('shows the price book, or what was asked of it', async () => {
    const all = (await run('prices', '--json')).json<{ id: string; checkedOn: string }[]>()
    expect(all.length).toBeGreaterThan(40)
    const some = await run('prices', 'rekognition', 'eu-central-1')
    expect(some.out).toContain('rekognition-labels-eu-central-1')
    expect(some.out).toContain('by hearsay')
    expect((await run('prices', 'no-such-thing')).code).toBe(1)
  })

  it('works the example out that it writes, and opens every number', async () => {
    const example = await run('example')
    writeFileSync(at('case.json'), example.out)
    const { code, out } = await run('case', at('case.json'), '--explain')
    expect(code).toBe(0)
    expect(out).toMatch(/^Pays back in \d+ months\./)
    expect(out).toContain('302,400 × 2 ÷ 1,000 = US$604.80')
    expect(out).toContain('price.azure-custom-vision-prediction-s0')
  })

  it('answers "no" with its reason, and asks for labour', async () => {
    const words = [
      'case',
      '--price',
      'rekognition-labels-eu-central-1',
      '--images',
      '21000',
      '--once',
      '1500',
      '--dollar',
      '0,92',
    ]
    const never = await run(...words, '--hours', '1', '--rate', '60')
    expect(never.code).toBe(1)
    expect(never.out).toContain('Does not pay for itself')
    expect(never.out).toContain('Reason to do it all the same')
    const unknown = await run(...words, '--json')
    expect(unknown.code).toBe(1)
    expect(unknown.json()).toMatchObject({ complete: false, verdict: { word: 'incomplete' } })
  })

  it('reads a bill, and works with what it says', async () => {
    writeFileSync(at('focus.csv'), bill)
    const { prices } = (await run('import', at('focus.csv'), '--save', at('own.json'), '--json')).json<{
      prices: { id: string }[]
    }>()
    expect(prices).toMatchObject([{ unit: 'month', currency: 'USD', tiers: [{ price: '150' }] }])
    const own = {
      start: '2026-12-01',
      currency: 'USD',
      imagesPerMonth: 0,
      cloud: [{ price: prices[0]?.id, use: { perMonth: '1' } }],
      here: { installation: '1500', labour: { hoursPerMonth: '0', perHour: '0' } },
    }
    writeFileSync(at('bill.json'), JSON.stringify(own))
    const { figures } = (await run('case', at('bill.json'), '--prices', at('own.json'), '--json')).json<{
      figures: { id: string; value: number }[]
    }>()
    expect(figures.find(({ id }) => id === 'cloud')?.value).toBe(150_00)
  })

  it('says what is wrong, and where', async () => {
    const wrong = async (...words: string[]) => {
      const { code, err } = await run(...words)
      return `${code} ${/NABIJ_\w+/.exec(err)?.[0]}`
    }
    expect(await wrong('case')).toBe('2 NABIJ_COMMAND_USE')
    expect(await wrong('case', at('nowhere.json'))).toBe('2 NABIJ_COMMAND_FILE')
    writeFileSync(at('torn.json'), '{"start":')
    expect(await wrong('case', at('torn.json'))).toBe('2 NABIJ_INVALID_INPUT')
    expect(await wrong('import', at('torn.json'))).toBe('2 NABIJ_PRICE_LIST_UNREADABLE')
    expect(await wrong('case', '--price', 'azure-image-analysis-group-1', '--images', '-5')).toBe('2 NABIJ_COMMAND_USE')
    const dollars = ['case', '--price', 'azure-image-analysis-group-1', '--images', '5', '--hours', '1', '--rate', '1']
    expect(await wrong(...dollars)).toBe('2 NABIJ_CURRENCY_MIX')
  })
})
