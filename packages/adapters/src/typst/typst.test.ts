import { buildReport, reportTypst } from '@nabij/reports'
import { expect, it } from 'vitest'
import { typstPdf } from './index.ts'

const summary = {
  services: 0,
  costPerYear: 0,
  costUnknown: 0,
  outside: 0,
  outsideCost: 0,
  europe: 0,
  europeCost: 0,
  unknownOwner: 0,
  unknownCost: 0,
  crucial: 0,
  crucialOutside: 0,
  coverage: null,
}

it('typesets a paper in the typeface of nabij', async () => {
  const report = buildReport({ company: 'Bloem & Zn. #x', language: 'nl', today: '2026-11-25', summary, services: [] })
  const pdf = Buffer.from(await typstPdf(reportTypst(report)))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1')).toContain('SourceSans3')
})

it('names what it cannot typeset', async () => {
  await expect(typstPdf('#nonsense(')).rejects.toMatchObject({ code: 'NABIJ_PDF_UNAVAILABLE' })
})
