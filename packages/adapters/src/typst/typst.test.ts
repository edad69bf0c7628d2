import type { RegisterSummary, Service } from '@nabij/base'
import { ServiceNotes } from '@nabij/base'
import { buildReport, reportTypst } from '@nabij/reports'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { typstPdf } from './index.ts'

const names = ['Bloem & Zn. #x', '"quoted" \\ $1', 'Microsoft 365', '= geen kop', '<label> @verwijzing']

const services: Service[] = names.map((name, n) => ({
  id: `s${n}`,
  name,
  kind: 'other',
  domain: null,
  vendor: null,
  confidence: 'likely',
  origin: 'unknown',
  findings: [],
  cost: { amountMinor: 123_456 * (n + 1), currency: 'EUR', period: 'year', from: 'payments' },
  lastPaid: null,
  priceChange: null,
  notes: ServiceNotes.parse({}),
  exposures: [],
  dataLocations: [],
  merged: [],
}))

const summary: RegisterSummary = {
  services: services.length,
  costPerYear: 1_851_840,
  costUnknown: 0,
  outside: 0,
  outsideCost: 0,
  europe: 0,
  europeCost: 0,
  unknownOwner: services.length,
  unknownCost: 1_851_840,
  crucial: 0,
  crucialOutside: 0,
  coverage: 0,
}

const report = buildReport({ company: 'Koekfabriek', language: 'nl', today: '2026-11-25', summary, services })

describe('the PDF', () => {
  it('says every number and name of the report, as it stands there', async () => {
    const { text } = await extractText(await getDocumentProxy(await typstPdf(reportTypst(report))), {
      mergePages: true,
    })
    const plain = text.replace(/\s+/g, ' ')
    const { headline, byCountry, services: rows } = report
    const shown = [headline?.costPerYear, headline?.outsideShare, headline?.crucialOutside, headline?.coverage]
    const all = [
      ...shown,
      ...byCountry.map(({ costText }) => costText),
      ...rows.flatMap(({ name, cost }) => [name, cost]),
    ]
    for (const each of all) expect(plain).toContain(each)
    expect(plain).toContain('25 nov 2026')
  })

  it('is set in the typeface of nabij', async () => {
    expect(Buffer.from(await typstPdf(reportTypst(report))).toString('latin1')).toContain('SourceSans3')
  })

  it('that cannot be made has a name', async () => {
    await expect(typstPdf('#nonsense(')).rejects.toMatchObject({ code: 'NABIJ_PDF_UNAVAILABLE' })
  })
})
