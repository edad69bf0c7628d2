import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isStale, knowledgeIndex, lint, readPack } from './index.ts'

const pack = readPack(readFileSync(join(import.meta.dirname, '..', 'pack.json'), 'utf8'))
const index = knowledgeIndex(pack)

/** European as an assessment may see it: EU, EEA, Switzerland, United Kingdom. */
const europe = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

const confirmed = pack.vendors.filter(
  ({ country, ultimateParent }) => country.status === 'confirmed' && ultimateParent.status === 'confirmed',
)

describe('the knowledge as it is', () => {
  it('has no faults', () => {
    expect(lint(pack)).toEqual([])
  })

  it('knows enough, and says of what it is sure', () => {
    expect(pack.vendors.length).toBeGreaterThanOrEqual(600)
    expect(confirmed.length).toBeGreaterThanOrEqual(150)
    expect(confirmed.filter(({ country }) => europe.has(country.value ?? '')).length).toBeGreaterThanOrEqual(90)
    expect(confirmed.filter(({ country }) => country.value === 'NL').length).toBeGreaterThanOrEqual(50)
    expect(pack.alternatives.length).toBeGreaterThanOrEqual(60)
  })

  it('was read within the last year', () => {
    const facts = pack.vendors.flatMap(({ country, ultimateParent }) => [country, ultimateParent])
    const old = facts.filter(({ source }) => source !== null && isStale(source, pack.made))
    expect(old).toEqual([])
  })

  it('looks through private equity', () => {
    const parentOf = (id: string) => index.vendor(id)?.ultimateParent
    expect(parentOf('exact')).toMatchObject({
      status: 'confirmed',
      value: { country: 'US', control: 'private-equity' },
    })
    expect(parentOf('visma')).toMatchObject({ status: 'confirmed', value: { name: 'Hg', country: 'GB' } })
    expect(parentOf('cegid')).toMatchObject({ status: 'confirmed', value: { name: 'Silver Lake', country: 'US' } })
    expect(parentOf('unit4')?.status).not.toBe('confirmed')
  })

  it('does not guess who owns Solvinity now that its take-over was forbidden', () => {
    expect(index.vendor('solvinity')?.ultimateParent.status).not.toBe('confirmed')
  })

  it('offers nothing in the place of itself', () => {
    const selves = pack.alternatives.filter(({ id, replaces }) => replaces.includes(id))
    expect(selves).toEqual([])
  })
})
