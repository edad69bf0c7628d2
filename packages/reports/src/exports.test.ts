import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { describe, expect, it } from 'vitest'
import {
  answerSheet,
  customerSheet,
  decisionsCsv,
  exitPlanFor,
  letterFor,
  registerCalendar,
  saasBom,
  servicesCsv,
} from './index.ts'
import { services } from './testing/company.ts'

const [first, second, third] = services as [(typeof services)[0], (typeof services)[0], (typeof services)[0]]
const isEuropean = (country: string): boolean => country === 'NL'
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
    const ics = registerCalendar({ services, language: 'nl', now })
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(ics).toContain('DTSTART;VALUE=DATE:20270301')
    expect(ics).toContain('DTSTART;VALUE=DATE:20261231')
    expect(ics).toContain('DTSTAMP:20261125T120000Z')
  })

  it('keeps to RFC 5545: CRLF, lines of at most 75 octets, escaped text, a UID that stays', () => {
    const long = { ...first, id: 'own:één naam, met; tekens', name: `Één; twee, drie\\ vier ${'€'.repeat(60)}` }
    const letters = [
      { id: 'l1', serviceId: 'x', state: 'sent', answerBy: '2026-12-23' },
      { id: 'l2', serviceId: 'x', state: 'answered', answerBy: '2026-12-23' },
    ] as const
    const exits = { [long.id]: { state: 'planned', by: '2027-06-01' } } as const
    const input = { services: [long], language: 'nl', letters, exits, reviewOn: '2027-05-01' } as const
    const ics = registerCalendar({ ...input, now })
    const lines = ics.split('\r\n')
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    const unfolded = ics.replaceAll('\r\n ', '')
    expect(unfolded).toContain(`SUMMARY:Contract met Één\\; twee\\, drie\\\\ vier ${'€'.repeat(60)} loopt af`)
    const uids = unfolded.match(/UID:.*/g)
    expect(uids).toHaveLength(5)
    expect(new Set(uids).size).toBe(5)
    const later = registerCalendar({ ...input, now: now + 86_400_000 }).replaceAll('\r\n ', '')
    expect(later.match(/UID:.*/g)).toEqual(uids)
    expect(later).toContain('DTSTAMP:20261126T120000Z')
    expect(unfolded.match(/DTSTART;VALUE=DATE:\d{8}/g)?.sort()).toEqual(
      ['20261223', '20261231', '20270301', '20270501', '20270601'].map((day) => `DTSTART;VALUE=DATE:${day}`),
    )
    expect(unfolded.match(/BEGIN:VALARM/g)).toHaveLength(5)
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

describe('answer sheet and decisions', () => {
  it('is a sheet with the questions of the letter, its answers empty', () => {
    const letter = { id: 'l1', serviceId: 'microsoft-365', language: 'nl', asks: ['keys', 'price'] } as const
    const rows = answerSheet({ ...letter, asks: [...letter.asks] }).split('\r\n')
    expect(rows[0]).toMatch(/^\ufeffnabij-answer\/1;service;ask;vraag;/)
    expect(rows.slice(1, 4).map((row) => row.split(';').slice(0, 3).join(' '))).toEqual([
      'l1  answered-on',
      'l1 microsoft-365 keys',
      'l1 microsoft-365 price',
    ])
    expect(rows.slice(1, 4).every((row) => row.endsWith(';'))).toBe(true)
  })

  it('lists what was decided, and runs nothing of it', () => {
    const one = { id: '1', decision: 'not', createdAt: now } as const
    const csv = decisionsCsv([{ ...one, asked: '=cmd|x', reason: 'duur; "te" duur' }], 'nl')
    expect(csv).toBe(
      '\ufeffBesloten op;Overwogen;Besluit;Waarom\r\n2026-11-25;\'=cmd|x;niet kopen;"duur; ""te"" duur"\r\n',
    )
  })

  it('tells a customer what is crucial, whose it is, and what is unknown', () => {
    const sheet = (language: 'nl' | 'en') =>
      customerSheet({
        company: '=Bakkerij',
        today: '2026-11-25',
        services,
        exits: {},
        alternativesFor: () => [],
        language,
      })
    const [head, first, second, end] = sheet('nl').split('\r\n')
    expect(head?.split(';')).toHaveLength(16)
    expect(first).toBe(
      "'=Bakkerij;2026-11-25;Microsoft 365;Microsoft;Verenigde Staten;Microsoft Corporation;Verenigde Staten;https://microsoft.example/owner;kantoor;onbekend;onbekend;onbekend;2027-03-01;60;geen;onbekend",
    )
    expect(second).toMatch(/;Moneybird;.*;boekhouding;/)
    expect(end).toBe('')
    expect(sheet('en')).toMatch(/United States/)
  })

  it('stops formulas however they are dressed, and leaves amounts alone', () => {
    const named = (name: string) =>
      servicesCsv([{ ...first, name }], 'nl')
        .split('\r\n')[1]
        ?.split(';')[1]
    for (const name of ['=1+1', '+31 6', '-2+3', '@SUM(A1)', ' =1+1', '\t=1', '＝1+1', '|calc'])
      expect(named(name)).toBe(`'${name}`)
    expect([named('-12,50'), named('Één')]).toEqual(['-12,50', 'Één'])
  })
})

describe('exit plan', () => {
  it('reckons no clock of the Data Act for what is no cloud service', () => {
    const library = { ...first, kind: 'library' as const }
    const plan = exitPlanFor({ service: library, alternatives: [], language: 'en', today: '2026-12-31', isEuropean })
    expect(plan.clocks).toEqual([])
    expect(JSON.stringify(plan)).not.toMatch(/contract|notice/i)
    expect(plan.options.map(({ title }) => title)).toContain('Maintain it yourself')
    const phone = exitPlanFor({
      service: { ...first, kind: 'hardware' },
      alternatives: [],
      language: 'en',
      today: '2026-12-31',
      isEuropean,
    })
    expect(JSON.stringify(phone.clocks)).not.toContain('Data Act')
  })

  it('knows the clocks of contract and Data Act, and what is missing', () => {
    const plan = exitPlanFor({ service: first, alternatives: [], language: 'nl', today: '2026-12-31', isEuropean })
    const day = (words: string) => plan.clocks.find(({ text }) => text.startsWith(words))?.day
    expect(day('Contract loopt af')).toBe('2027-03-01')
    expect(day('Laatste dag om op te zeggen')).toBe('2026-12-31')
    expect(day('Zeg je vandaag op')).toBe('2027-02-28')
    expect(day('Het overzetten')).toBe('2027-03-30')
    expect(day('Na het overzetten')).toBe('2027-04-29')
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
      isEuropean,
    })
    const [vendor, hosted] = [plan.options[1], plan.options[2]]
    const unknown = { country: 'onbekend', price: 'onbekend', effort: 'onbekend', weakerIn: 'onbekend' }
    // Of whom nobody knows where it sits is no European vendor.
    expect(vendor?.candidates).toEqual([])
    expect(vendor?.whatGetsWorse).toContain('nog geen Europese leverancier')
    expect(hosted?.candidates).toMatchObject([unknown])
  })
})
