import { describe, expect, it } from 'vitest'
import { isNewer, lint, readUpdate } from './index.ts'

const source = { address: 'https://example.org/about', readOn: '2026-11-25', quote: 'is in Utrecht' }
const vendor = {
  id: 'acme',
  name: 'Acme',
  country: { value: 'NL', status: 'confirmed', source },
  ultimateParent: { value: null, status: 'unknown', source: null },
}
const whole = {
  format: 'nabij-knowledge/1',
  version: '2026.12.1',
  made: '2026-12-01',
  vendors: [vendor],
  alternatives: [],
  events: [],
  laws: [],
  credits: [],
}

function refusal(pack: unknown): string {
  try {
    readUpdate(typeof pack === 'string' ? pack : JSON.stringify(pack))
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a pack from a file', () => {
  it('that holds together is taken', () => {
    expect(readUpdate(JSON.stringify(whole))).toMatchObject({ version: '2026.12.1', vendors: [{ id: 'acme' }] })
  })

  it('of another format is told from one that is damaged', () => {
    for (const other of [{}, [], null, 7, { ...whole, format: 'nabij-knowledge/2' }, { bomFormat: 'CycloneDX' }])
      expect(refusal(other)).toBe('NABIJ_PACK_FORMAT')
    const text = JSON.stringify(whole)
    for (const broken of ['', '\u0000\u0001', text.slice(0, -1), text.slice(0, 100), '['.repeat(200_000)])
      expect(refusal(broken)).toBe('NABIJ_PACK_UNREADABLE')
    for (const wrong of [
      { ...whole, made: 'today' },
      { ...whole, vendors: 'all' },
      { ...whole, more: 1 },
      { ...whole, vendors: [{ ...vendor, id: '../etc' }] },
    ])
      expect(refusal(wrong)).toBe('NABIJ_PACK_UNREADABLE')
  })

  it('that contradicts itself, or passes for our own word, is refused', () => {
    const own = { ...vendor, country: { ...vendor.country, source: { ...source, own: true } } }
    const sourceless = { ...vendor, country: { value: 'NL', status: 'confirmed', source: null } }
    for (const faulty of [
      { ...whole, vendors: [] },
      { ...whole, vendors: [vendor, vendor] },
      { ...whole, vendors: [own] },
      { ...whole, vendors: [sourceless] },
      { ...whole, version: 'latest' },
    ])
      expect(refusal(faulty)).toBe('NABIJ_PACK_FAULTY')
    expect(lint({ ...readUpdate(JSON.stringify(whole)) })).toEqual([])
  })

  it('with names of the prototype adds nothing to any object', () => {
    const text = JSON.stringify(whole).replace('"vendors"', '"__proto__":{"polluted":1},"vendors"')
    refusal(text)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

it('compares versions number by number', () => {
  expect(isNewer('2026.12.1', '2026.11.25')).toBe(true)
  expect(isNewer('2026.11.25.1', '2026.11.25')).toBe(true)
  expect(isNewer('2026.9.30', '2026.11.25')).toBe(false)
  expect(isNewer('2026.11.25', '2026.11.25')).toBe(false)
})
