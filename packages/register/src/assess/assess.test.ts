import { type Alternative, type Finding, ServiceNotes, type Vendor } from '@nabij/base'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildRegister } from '../build/build-register.ts'
import { findingByHand } from '../resolve/index.ts'
import { tinyKnowledge, tinyVendor, tinyVendors } from '../testing/tiny-knowledge.ts'
import { assess } from './assess.ts'
import { objectives } from './framework.ts'
import { countryOf } from './location.ts'

const rank = { exposed: 0, possibly: 1, unknown: 2, 'no-indication': 3 }

function assessed(
  productId: string,
  more: { vendors?: Vendor[]; findings?: Finding[]; dataLocation?: string; alternatives?: Alternative[] } = {},
) {
  const index = tinyKnowledge(more.vendors ?? tinyVendors, more.alternatives)
  const tick = findingByHand({ productId }, index, 'hand')
  if (!tick) throw new Error('unknown')
  const notes = { [productId]: ServiceNotes.parse({ dataLocation: more.dataLocation ?? null }) }
  const { services } = buildRegister({
    findings: [tick, ...(more.findings ?? [])],
    notes,
    rules: [],
    apart: [],
    index,
    europe: 'eea',
    today: '2026-11-25',
  })
  const [service] = services
  if (!service) throw new Error('no service')
  return assess(service, index, 'eea')
}

function located(productId: string, location: string): Finding {
  return {
    id: `at ${location}`,
    evidence: 'bill',
    kind: 'cloud-bill',
    locator: location,
    text: '',
    confidence: 'confirmed',
    productId,
    vendorId: null,
    name: '',
    domain: null,
    why: '',
    payment: null,
    location,
  }
}

function behind(vendorId: string): Finding {
  return {
    ...located('x', ''),
    id: `behind ${vendorId}`,
    kind: 'sub-processor',
    productId: null,
    vendorId,
    name: vendorId,
    location: null,
    of: 'vendor:moneybird',
  }
}

test('The weights are the framework’s', () => {
  expect(objectives.map(({ weight }) => weight)).toEqual([0.15, 0.1, 0.1, 0.15, 0.2, 0.15, 0.1, 0.05])
})

test('A parent in the US is exposed and keeps ownership and law at one at most', () => {
  const { exposures, seal, gated, coverage } = assessed('slack')
  expect(exposures).toMatchObject([{ lawId: 'cloud-act', exposure: 'exposed' }])
  expect(seal.find(({ objective }) => objective === 'SOV-1')?.level).toBe(1)
  expect(seal.find(({ objective }) => objective === 'SOV-2')?.level).toBe(1)
  expect(gated).toBe(1)
  expect(coverage).toBeGreaterThan(0.1)
  expect(coverage).toBeLessThan(0.6)
})

test('A parent that nobody confirmed makes unknown, never "no indication" or zero', () => {
  const { exposures, gated, score, coverage } = assessed('exact-online')
  expect(exposures).toMatchObject([{ exposure: 'unknown' }])
  expect({ gated, score }).toEqual({ gated: null, score: null })
  expect(coverage).toBeLessThan(0.2)
  const reported = tinyVendor({
    id: 'v',
    name: 'V',
    parent: { name: 'P', country: 'US', status: 'reported' },
    products: [{ id: 'v', name: 'V' }],
  })
  expect(assessed('v', { vendors: [reported] }).exposures).toMatchObject([{ exposure: 'unknown' }])
})

test('A European with a family behind it has no indication, until data or a party behind it says so', () => {
  expect(assessed('moneybird').exposures).toMatchObject([{ exposure: 'no-indication' }])
  expect(assessed('moneybird').seal[0]?.level).toBe(4)
  expect(assessed('moneybird', { findings: [located('moneybird', 'us-east-1')] }).exposures).toMatchObject([
    { exposure: 'possibly' },
  ])
  expect(assessed('moneybird', { findings: [behind('slack')] }).exposures).toMatchObject([{ exposure: 'possibly' }])
  expect(assessed('moneybird', { dataLocation: 'Nederland' }).seal[2]?.level).toBe(3)
})

test('Open source of a European stands highest; of anybody else a step lower', () => {
  const open = (id: string): Alternative => ({
    id,
    name: id,
    kind: id === 'moneybird' ? 'bookkeeping' : 'communication',
    country: null,
    parent: null,
    openSource: true,
    licence: 'EUPL-1.2',
    selfHosted: 'both',
    price: null,
    replaces: [],
    weakerIn: null,
    effort: 'unknown',
    guides: [],
    ownDependencies: null,
    source: { address: 'https://example.org/made-up', readOn: '2026-11-25' },
  })
  const technology = (id: string, alternatives: Alternative[]) => assessed(id, { alternatives }).seal[5]?.level
  expect(technology('moneybird', [open('moneybird')])).toBe(4)
  expect(technology('slack', [open('slack')])).toBe(3)
  expect(technology('moneybird', [])).toBeNull()
})

test('Taking evidence away never makes it look better without lowering coverage', () => {
  const evidence = fc.subarray([
    located('moneybird', 'us-east-1'),
    located('moneybird', 'eu-central-1'),
    located('moneybird', 'NL'),
    located('moneybird', 'ergens'),
    behind('slack'),
    behind('exact'),
    behind('microsoft'),
    behind('moneybird'),
  ])
  const product = fc.constantFrom('moneybird', 'slack', 'exact-online')
  fc.assert(
    fc.property(product, evidence, fc.nat(), (productId, all, which) => {
      const own = all.map((finding) => ({
        ...finding,
        productId: finding.productId && productId,
        of: 'vendor:moneybird',
      }))
      const before = assessed(productId, { findings: own })
      const after = assessed(productId, { findings: own.filter((_, at) => at !== which % Math.max(1, own.length)) })
      const exposed = (assessment: typeof before) => rank[assessment.exposures[0]?.exposure ?? 'unknown']
      const better =
        (after.gated ?? -1) > (before.gated ?? -1) ||
        (after.score ?? -1) > (before.score ?? -1) ||
        exposed(after) > exposed(before)
      expect(better && after.coverage >= before.coverage).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('Every fact of a vendor that is lost lowers coverage or changes nothing', () => {
  for (const vendor of tinyVendors.filter(({ ultimateParent }) => ultimateParent.value)) {
    const [product] = vendor.products
    if (!product) continue
    const unknown = { value: null, status: 'unknown' as const, source: null }
    const before = assessed(product.id)
    for (const less of [
      { ...vendor, ultimateParent: unknown },
      { ...vendor, country: unknown },
    ])
      expect(assessed(product.id, { vendors: [less] }).coverage).toBeLessThan(before.coverage)
  }
})

test('Places as bills and people write them', () => {
  const said = [
    'eu-central-1',
    'West Europe',
    'europe-west4',
    'us-east-1',
    'East US 2',
    'Duitsland',
    'NL',
    'België',
    'global',
    'EU',
    'EU (Frankfurt) (eu-central-1)',
    'US East (N. Virginia)',
  ]
  expect(said.map(countryOf)).toEqual(['DE', 'NL', 'NL', 'US', 'US', 'DE', 'NL', 'BE', null, null, 'DE', 'US'])
})
