import { OwnView } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { buildReport, reportHtml, reportTypst, saasBom, servicesCsv } from './index.ts'
import { shortened } from './shortened.ts'
import { services, summary } from './testing/company.ts'

const input = { company: 'Bakkerij Bloem', language: 'nl', today: '2026-11-25', summary, services } as const

describe('the paper', () => {
  it('begins with euros, and says what is unknown', () => {
    const { headline, services: rows, gaps, sources } = buildReport(input)
    expect(headline?.costPerYear).toBe('€ 12.646')
    expect(headline?.outsideShare).toBe('98 %')
    expect(headline?.crucialOutside).toBe('1 van 2')
    expect(headline?.coverage).toBe('67 %')
    expect(rows.map(({ cost }) => cost)).toEqual(['€ 12.346', '€ 300', 'onbekend'])
    expect(rows.at(-1)).toMatchObject({ vendor: 'onbekend', parent: 'onbekend', originText: 'onbekend' })
    expect(gaps.join(' ')).toContain('Van 1 dienst kennen we de kosten niet')
    expect(sources.map(({ note }) => note)).toEqual([1, 2])
  })

  it('says of every figure where it comes from, and of every amount what it rests on', () => {
    const report = buildReport(input)
    expect(report.figures.map(({ mark }) => mark)).toEqual(['a', 'b', 'c', 'd'])
    expect(report.figures[0]?.text).toContain('betaald')
    for (const { cost, costFrom } of report.services) expect(costFrom === '').toBe(cost === 'onbekend')
    for (const paper of [reportHtml(report), reportTypst(report)])
      for (const { text } of report.figures)
        expect(paper).toContain(text.replaceAll('"', paper.startsWith('<') ? '&quot;' : '\\"'))
    // The legend says what is hatched and what is solid, in the order of the bar.
    expect(report.headline?.barText).toMatch(/^buiten Europa: .*; in Europa: .*; onbekend: /)
  })

  it('claims nothing about an empty register', () => {
    const empty = { ...summary, services: 0, costPerYear: 0, coverage: null }
    const report = buildReport({ ...input, services: [], summary: empty })
    expect(report.headline).toBeNull()
    expect(reportHtml(report)).toContain('Er staat nog niets in het register')
    expect(reportTypst(report)).toContain('Er staat nog niets in het register')
  })

  it('does not say none when nobody said what is crucial', () => {
    const { headline } = buildReport({ ...input, summary: { ...summary, crucial: 0, crucialOutside: 0 } })
    expect(headline?.crucialOutside).toBe('onbekend')
  })

  it('counts as owner only what is confirmed', () => {
    const reported = services.map((service) => ({
      ...service,
      vendor: service.vendor && {
        ...service.vendor,
        ultimateParent: service.vendor.ultimateParent && {
          ...service.vendor.ultimateParent,
          status: 'reported' as const,
        },
      },
    }))
    const { byCountry, byParent } = buildReport({ ...input, services: reported })
    expect(byCountry.map(({ name }) => name)).toEqual(['onbekend'])
    expect(byParent.map(({ name }) => name)).toEqual(['eigenaar onbekend'])
  })

  it('marks an owner that the company states itself, and tells what the knowledge says', () => {
    const facts = [
      { vendorId: 'x', field: 'owner', value: 'X', source: 'by phone', day: '2026-11-20', about: null, statedAt: 1 },
    ]
    const [first, ...others] = services
    const parent = first?.vendor?.ultimateParent
    if (!first?.vendor || !parent?.source) throw new Error('the company has changed')
    const pack = {
      country: { value: 'US', status: 'confirmed', source: parent.source },
      ultimateParent: {
        value: { name: parent.name, country: 'US', control: 'listed', asOf: null },
        status: 'reported',
        source: parent.source,
      },
    }
    const source = { address: 'by phone', readOn: '2026-11-20', own: true as const }
    const vendor = {
      ...first.vendor,
      own: OwnView.parse({ facts, idle: [], pack }),
      ultimateParent: { ...parent, name: 'X', source },
    }
    const stated = { ...first, vendor }
    const { services: rows, sources, gaps } = buildReport({ ...input, services: [stated, ...others] })
    const row = rows.find(({ id }) => id === first.id)
    expect(row?.parent).toBe('X (eigen opgave)')
    expect(row?.notes).toHaveLength(2)
    const texts = sources.map(({ text }) => text).join('\n')
    expect(texts).toContain('eigen opgave; by phone')
    expect(texts).toContain(`Kennispakket: ${parent.name} (Verenigde Staten)`)
    expect(gaps.join()).toContain('op eigen opgave')
    expect(servicesCsv([stated], 'en')).toContain('owner: X (by phone, 2026-11-20)')
    expect(JSON.stringify(saasBom({ company: null, services: [stated], now: 0, serial: 's', version: '1' }))).toContain(
      'own statement',
    )
  })

  it('adds up: countries, owners and services come to the same total', () => {
    const { byCountry, byParent } = buildReport(input)
    for (const shares of [byCountry, byParent]) {
      expect(shares.reduce((sum, { cost }) => sum + cost, 0)).toBe(summary.costPerYear)
    }
    expect(byCountry.at(-1)).toMatchObject({ name: 'onbekend', costText: 'onbekend' })
  })

  it('stays short on the first pages, and still adds up', () => {
    const share = { services: 1, crucial: 1, cost: 100, costText: '€ 1', origin: 'europe' } as const
    const many = Array.from({ length: 20 }, (_, at) => ({ ...share, name: `${at}` }))
    const short = shortened(many, 8, 'nl')
    expect(short).toHaveLength(8)
    expect(short.at(-1)).toMatchObject({ name: 'de 13 andere (zie de bijlage)', services: 13, costText: '€ 13' })
    expect(short.reduce((sum, { cost }) => sum + cost, 0)).toBe(2000)
    expect(shortened(many.slice(0, 8), 8, 'nl')).toEqual(many.slice(0, 8))
  })

  it('shows hostile names as they are, and runs nothing of them', () => {
    const html = reportHtml(buildReport(input))
    expect(html).not.toContain('<b>"')
    expect(html).toContain('&lt;b&gt;')
    expect(reportTypst(buildReport(input))).toContain('\\"y\\") #set <b>\\"\\\\')
  })

  it('wears the mark of the sample', () => {
    const report = buildReport({ ...input, sample: true })
    expect(reportHtml(report)).toContain('VOORBEELD')
    expect(reportTypst(report)).toContain('VOORBEELD')
  })

  it('speaks English throughout when asked', () => {
    const html = reportHtml(buildReport({ ...input, language: 'en' }))
    expect(html).toContain('What does our company depend on?')
    expect(html).toContain('€12,646')
    expect(html).not.toMatch(/onbekend|dienst|bron/)
  })
})
