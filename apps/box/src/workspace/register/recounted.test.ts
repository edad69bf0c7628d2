import type { RegisterSummary, Scenario, ScenarioResult } from '@nabij/base'
import { madeUpCompany } from '@nabij/simulators'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsed } from './json.ts'
import { type OpenDesk, openDesk } from './testing/open-desk.ts'

type Row = Record<string, string>

/** Reckons everything again as a person would in a spreadsheet: from the lines of the CSV and nothing else. */
describe('what the page says of a made-up company', () => {
  const company = madeUpCompany({ year: 2025, seed: 1 })
  let open: OpenDesk
  let rows: Row[]
  let summary: RegisterSummary

  beforeAll(async () => {
    open = await openDesk()
    for (const { name, text } of company.files) await open.add(name, text)
    await open.desk.tick({ name: 'Kassa van Jan' })
    await open.desk.say('microsoft-365', { crucial: true, process: 'Kantoor', personalData: 'both' })
    await open.desk.say('afas-profit', { crucial: true, process: 'Lonen', personalData: 'staff' })
    await open.desk.say('aws', { crucial: true, process: 'Webwinkel', personalData: 'none' })
    const { bytes } = await open.desk.paper('csv', 'nl')
    rows = rowsOf(new TextDecoder().decode(bytes))
    summary = parsed<{ summary: RegisterSummary }>(await open.desk.overview()).summary
  })
  afterAll(() => open.close())

  const cents = (text: string | undefined): number => Math.round(Number((text ?? '').replace(',', '.')) * 100)
  const euros = (some: Row[]): number =>
    some.filter(paidInEuros).reduce((sum, row) => sum + cents(row['costPerYear']), 0)
  const paidInEuros = (row: Row): boolean => row['currency'] === 'EUR'
  const owned = (row: Row): boolean => row['vendorCountryStatus'] === 'confirmed' && row['parentStatus'] === 'confirmed'
  const of = (origin: string): Row[] => rows.filter((row) => row['origin'] === origin)

  it('can be added up: euros, shares, crucial services, coverage', () => {
    const crucial = rows.filter((row) => row['crucial'] === 'true')
    expect(summary).toEqual({
      services: rows.length,
      costPerYear: euros(rows),
      costUnknown: rows.filter((row) => !paidInEuros(row)).length,
      outside: of('outside').length,
      outsideCost: euros(of('outside')),
      europe: of('europe').length,
      europeCost: euros(of('europe')),
      unknownOwner: of('unknown').length,
      unknownCost: euros(of('unknown')),
      crucial: crucial.length,
      crucialOutside: crucial.filter((row) => row['origin'] === 'outside').length,
      coverage: rows.filter(owned).length / rows.length,
    })
    expect(euros(of('outside')) + euros(of('europe')) + euros(of('unknown'))).toBe(summary.costPerYear)
    const paid = Object.values(company.paid).reduce((sum, amount) => sum + amount, 0)
    expect(summary.costPerYear).toBe(paid)
    expect(of('unknown').map((row) => row['service'])).toContain('Kassa van Jan')
  })

  it('has a score, a lowest level and a coverage for each service that follow from its levels', () => {
    const number = (text: string | undefined): number => Number((text ?? '').replace(',', '.'))
    const levels = Object.keys(rows[0] ?? {}).filter((name) => name.includes(' level (weight '))
    const weight = (name: string): number => number(/weight ([\d,]+)/.exec(name)?.[1])
    expect(levels).toHaveLength(8)
    expect(levels.reduce((sum, name) => sum + weight(name), 0)).toBeCloseTo(1)
    for (const row of rows) {
      const known = levels.filter((name) => row[name] !== '')
      const weightKnown = known.reduce((sum, name) => sum + weight(name), 0)
      const score = known.reduce((sum, name) => sum + (weight(name) * number(row[name])) / 4, 0) / weightKnown
      if (known.length === 0) expect([row['sealScore'], row['sealGated']], row['id']).toEqual(['', ''])
      else {
        expect(number(row['sealScore']), row['id']).toBeCloseTo(score, 5)
        expect(number(row['sealGated']), row['id']).toBe(Math.min(...known.map((name) => number(row[name]))))
      }
      const coverage = levels.reduce((sum, name) => sum + weight(name) * number(row[`${name.slice(0, 5)} known`]), 0)
      expect(number(row['sealCoverage']), row['id']).toBeCloseTo(coverage, 5)
    }
    expect(rows.find((row) => row['id'] === 'microsoft-365')?.['sealGated']).toBe('1')
    expect(rows.find((row) => row['service'] === 'Kassa van Jan')).toMatchObject({ sealGated: '', sealCoverage: '0' })
  })

  const confirmed = (row: Row): string | undefined =>
    row['parentStatus'] === 'confirmed' ? row['parentCountry'] : undefined
  const cases: [string, Scenario, (row: Row) => boolean, number][] = [
    ['prices up by 10 %', { kind: 'price-rise', share: 0.1, vendorId: null }, () => true, 0.1],
    ['a levy of 25 %', { kind: 'levy', share: 0.25, country: 'US' }, (row) => confirmed(row) === 'US', 0.25],
    [
      'the dollar up by 15 %',
      { kind: 'exchange-rate', share: 0.15 },
      (row) => confirmed(row) === 'US' || /USD/.test(`${row['currency']} ${row['paidIn']}`),
      0.15,
    ],
    [
      'personal data that may not go there',
      { kind: 'transfer-basis-falls', country: 'US' },
      (row) => confirmed(row) === 'US' && row['personalData'] !== 'none',
      0,
    ],
  ]
  it.each(cases)('can be reckoned for %s', async (_name, scenario, touches, share) => {
    const result = parsed<ScenarioResult>(await open.desk.scenario(scenario))
    const hit = rows.filter(touches)
    const paid = hit.filter(paidInEuros)
    expect(result.hit).toBe(hit.length)
    expect(result.crucialHit).toBe(hit.filter((row) => row['crucial'] === 'true').length)
    expect(result.costUnknown).toBe(hit.length - paid.length)
    expect(result.costPerYear).toBe(paid.reduce((sum, row) => sum + Math.round(cents(row['costPerYear']) * share), 0))
    expect(result.processes).toEqual([...new Set(hit.flatMap((row) => row['process'] || []))].sort())
    expect(hit.length).toBeGreaterThan(5)
  })
})

/** Lines of a Dutch CSV by the names in its head. */
function rowsOf(text: string): Row[] {
  const [head = [], ...lines] = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map(fieldsOf)
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ''])))
}

function fieldsOf(line: string): string[] {
  const quoted = /"((?:[^"]|"")*)"|([^;]*)/y
  const fields: string[] = []
  for (;;) {
    const [, inside, bare] = quoted.exec(line) ?? []
    fields.push(inside?.replaceAll('""', '"') ?? bare ?? '')
    if (line[quoted.lastIndex] !== ';') return fields
    quoted.lastIndex++
  }
}
