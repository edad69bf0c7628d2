import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { describe, expect, it } from 'vitest'
import { contractCalendar, exitPlanFor, letterFor, saasBom, servicesCsv } from './index.ts'
import { services } from './testing/company.ts'

const [first, second, third] = services as [(typeof services)[0], (typeof services)[0], (typeof services)[0]]
const now = Date.parse('2026-11-25T12:00:00Z')

describe('CSV', () => {
  it('opens in a Dutch spreadsheet: mark, semicolons, decimal commas, no formula runs', () => {
    const csv = servicesCsv(services, 'nl')
    expect(csv.startsWith('\ufeffid;service;')).toBe(true)
    expect(csv).toContain(';12345,67;EUR;')
    expect(csv).toContain(`"'=HYPERLINK(""x"";""y"")`)
    expect(csv).not.toMatch(/[;\n]"?=/)
    expect(csv.split('\r\n')).toHaveLength(services.length + 2)
  })

  it('has commas and points in English', () => {
    expect(servicesCsv([first], 'en')).toContain(',12345.67,EUR,')
  })
})

describe('CycloneDX', () => {
  it('is valid by the schema of CycloneDX 1.6', async () => {
    const library = { ...second, id: 'react', name: 'React', kind: 'library' as const }
    const serial = '0193a0de-0000-7000-8000-000000000000'
    const bom = saasBom({ company: 'Bakkerij Bloem', services: [...services, library], now, serial, version: '0.1.0' })
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
    expect(await validator.validate(JSON.stringify(bom))).toBeNull()
    expect(await validator.validate(JSON.stringify({ ...bom, bomFormat: 'x' }))).not.toBeNull()
    expect(bom).toMatchObject({ components: [{ name: 'React' }] })
  })
})

describe('calendar', () => {
  it('has the end of the contract and the last day of notice', () => {
    const ics = contractCalendar(services, 'nl', now)
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(ics).toContain('DTSTART;VALUE=DATE:20270301')
    expect(ics).toContain('DTSTART;VALUE=DATE:20261231')
    expect(ics).toContain('DTSTAMP:20261125T120000Z')
  })
})

describe('letter', () => {
  it('asks only about what is confirmed, and only what is not known', () => {
    expect(letterFor({ company: null, service: third, language: 'nl', today: '2026-11-25' })).toBeNull()
    const letter = letterFor({ company: 'Bakkerij Bloem', service: first, language: 'nl', today: '2026-11-25' })
    expect(letter?.asks).not.toContain('parent')
    expect(letter?.asks).toContain('location')
    expect(letter?.body).toContain('23 dec 2026')
    const located = letterFor({
      company: null,
      service: { ...first, dataLocations: ['eu-west-1'] },
      language: 'en',
      today: '2026-11-25',
    })
    expect(located?.asks).not.toContain('location')
    expect(located?.body).toContain('European Data Act')
  })
})

describe('exit plan', () => {
  it('knows the clocks of contract and Data Act, and what is missing', () => {
    const plan = exitPlanFor({ service: first, alternatives: [], language: 'nl', today: '2026-12-31' })
    const day = (words: string) => plan.clocks.find(({ text }) => text.startsWith(words))?.day
    expect(day('Contract loopt af')).toBe('2027-03-01')
    expect(day('Laatste dag om op te zeggen')).toBe('2026-12-31')
    expect(day('Zeg je vandaag op')).toBe('2027-02-28')
    expect(day('Vanaf deze dag')).toBe('2027-01-12')
    expect(plan.missing).toEqual(['wie in het bedrijf erover gaat', 'waar de gegevens staan'])
    expect(plan.options.at(-1)?.whatGetsWorse).toContain('cruciaal')
  })

  it('shows what nobody looked up as unknown', () => {
    const alternative = {
      id: 'x',
      name: 'X',
      kind: 'office-mail',
      country: null,
      parent: null,
      openSource: true,
      licence: null,
      selfHosted: 'both',
      price: null,
      replaces: ['microsoft-365'],
      weakerIn: null,
      effort: 'unknown',
      guides: [],
      ownDependencies: null,
      source: { address: 'dataset:test', readOn: '2026-11-25' },
    } as const
    const plan = exitPlanFor({
      service: first,
      alternatives: [{ ...alternative, replaces: [...alternative.replaces], guides: [] }],
      language: 'nl',
      today: '2026-11-25',
    })
    const [vendor, hosted] = [plan.options[1], plan.options[2]]
    const unknown = { country: 'onbekend', price: 'onbekend', effort: 'onbekend', weakerIn: 'onbekend' }
    expect(vendor?.candidates).toMatchObject([unknown])
    expect(hosted?.candidates).toHaveLength(1)
  })
})
