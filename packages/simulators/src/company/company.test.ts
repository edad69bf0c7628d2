import { describe, expect, it } from 'vitest'
import { madeUpCompany } from './company.ts'

describe('the made-up company', () => {
  it('is the same for the same seed, and another for another', () => {
    const text = (seed: number) => JSON.stringify(madeUpCompany({ year: 2025, seed }))
    expect(text(1)).toBe(text(1))
    expect(text(1)).not.toBe(text(2))
  })

  it('says of each vendor exactly what its statement shows', () => {
    const { files, paid } = madeUpCompany({ year: 2025, seed: 1 })
    const bank = files[0]?.text ?? ''
    const seen = new Map<string, number>()
    for (const [, amount = '', payee = ''] of bank.matchAll(/<Amt Ccy="EUR">([\d.]+)<\/Amt>.*?<Nm>(.*?)<\/Nm>/g)) {
      seen.set(payee, (seen.get(payee) ?? 0) + Math.round(Number(amount) * 100))
    }
    for (const [payee, cents] of Object.entries(paid)) expect(seen.get(payee), payee).toBe(cents)
    expect(paid['Microsoft Ireland Operations Ltd']).toBe(3 * 48_620 + 9 * 57_340)
  })

  it('has look-alikes that are no software', () => {
    expect(madeUpCompany({ year: 2025, seed: 1 }).files[0]?.text).toContain('Slack &amp; Zn. Transport')
  })
})
