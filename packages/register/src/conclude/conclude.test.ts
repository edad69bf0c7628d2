import { type Finding, type RegisterSnapshot, type Scenario, type Service, ServiceNotes } from '@nabij/base'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildRegister } from '../build/build-register.ts'
import { findingByHand } from '../resolve/index.ts'
import { tinyKnowledge, tinyVendor, tinyVendors } from '../testing/tiny-knowledge.ts'
import { compare } from './compare.ts'
import { concentration } from './concentration.ts'
import { nextActions } from './next-actions.ts'
import { path } from './path.ts'
import { purchaseCheck } from './purchase-check.ts'
import { runScenario } from './scenario.ts'

const index = tinyKnowledge()
const said = (notes: Partial<ServiceNotes>) => ServiceNotes.parse(notes)

function register(notes: Record<string, ServiceNotes>, ids: string[], vendors = tinyVendors) {
  const knowledge = tinyKnowledge(vendors)
  const findings = ids.flatMap((productId): Finding[] => {
    const finding = findingByHand({ productId }, knowledge, `hand ${productId}`)
    return finding ? [finding] : []
  })
  return buildRegister({ findings, notes, rules: [], apart: [], index: knowledge, europe: 'eea', today: '2026-11-25' })
}

const notes = {
  'microsoft-365': said({ crucial: true, costPerMonth: 20_000, process: 'verkoop', personalData: 'both' }),
  azure: said({ costPerMonth: 10_000, process: 'verkoop' }),
  moneybird: said({ crucial: true, costPerMonth: 3_333, process: 'boekhouden' }),
  slack: said({ crucial: false, personalData: 'none' }),
}
const ids = ['microsoft-365', 'azure', 'moneybird', 'slack', 'exact-online']
const { services, summary } = register(notes, ids)

test('The figures of the first screen', () => {
  expect(summary).toMatchObject({
    services: 5,
    costPerYear: 399_996,
    costUnknown: 2,
    outside: 3,
    outsideCost: 360_000,
    europe: 1,
    europeCost: 39_996,
    unknownOwner: 1,
    unknownCost: 0,
    crucial: 2,
    crucialOutside: 1,
    coverage: 0.8,
  })
})

test('One parent behind how many services, processes and euros', () => {
  const { byParent, byCountry, byProcess } = concentration(services)
  expect(byParent[0]).toMatchObject({
    name: 'Microsoft Corporation',
    services: 2,
    crucial: 1,
    cost: 360_000,
    processes: ['verkoop'],
  })
  expect(byCountry.map(({ key, services }) => [key, services])).toEqual([
    ['US', 3],
    ['NL', 1],
    ['unknown', 1],
  ])
  expect(byProcess.map(({ key }) => key)).toEqual(['verkoop', 'boekhouden'])
  expect(byParent.reduce((sum, { costShare }) => sum + (costShare ?? 0), 0)).toBeCloseTo(1)
})

const scenarios: [Scenario, number, number, number][] = [
  [{ kind: 'price-rise', share: 0.1, vendorId: null }, 40_000, 5, 2],
  [{ kind: 'price-rise', share: 0.1, vendorId: 'microsoft' }, 36_000, 2, 1],
  [{ kind: 'levy', share: 0.25, country: 'US' }, 90_000, 3, 1],
  [{ kind: 'exchange-rate', share: -0.1 }, -36_000, 3, 1],
  [{ kind: 'transfer-basis-falls', country: 'US' }, 0, 2, 1],
  [{ kind: 'vendor-stops', vendorId: 'microsoft', days: 30 }, 0, 2, 1],
  [{ kind: 'service-retired', serviceId: 'azure', days: 90 }, 0, 1, 0],
  [{ kind: 'take-over', vendorId: 'moneybird', country: 'US' }, 0, 1, 1],
]

test.each(scenarios)('%j', (scenario, cost, hit, crucialHit) => {
  const result = runScenario(scenario, services)
  expect(result).toMatchObject({ costPerYear: cost, hit, crucialHit })
  expect(result.rows.reduce((sum, { extraPerYear }) => sum + (extraPerYear ?? 0), 0)).toBe(cost)
})

test('All at zero makes no difference, whatever is in the register', () => {
  const anyNotes = fc.record({ crucial: fc.boolean(), costPerMonth: fc.option(fc.nat(1_000_000)) })
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ids), anyNotes), fc.subarray(ids), (some, which) => {
      const mine = register(
        Object.fromEntries(Object.entries(some).map(([id, one]) => [id, said(one)])),
        which,
      ).services
      for (const zero of [
        { kind: 'price-rise', share: 0, vendorId: null },
        { kind: 'levy', share: 0, country: 'US' },
        { kind: 'exchange-rate', share: 0 },
      ] as const)
        expect(runScenario(zero, mine)).toMatchObject({ costPerYear: 0, hit: 0, crucialHit: 0, rows: [] })
    }),
    { numRuns: 100 },
  )
})

test('New, gone, dearer and taken over since last time', () => {
  const taken = tinyVendors.map((vendor) =>
    vendor.id === 'moneybird'
      ? tinyVendor({
          id: 'moneybird',
          name: 'Moneybird',
          parent: { name: 'Big Inc', country: 'US' },
          products: [{ id: 'moneybird', name: 'Moneybird' }],
        })
      : vendor,
  )
  const later = register(
    { ...notes, azure: said({ costPerMonth: 11_800 }) },
    ['microsoft-365', 'azure', 'moneybird', 'zoom', 'slack'],
    taken,
  ).services
  expect(compare(services, later)).toEqual([
    { kind: 'dearer', serviceId: 'azure', name: 'Azure', before: '120000', after: '141600', share: 0.18 },
    { kind: 'gone', serviceId: 'exact-online', name: 'Exact Online', before: null, after: null, share: null },
    { kind: 'new', serviceId: 'zoom', name: 'Zoom', before: null, after: null, share: null },
    {
      kind: 'taken-over',
      serviceId: 'moneybird',
      name: 'Moneybird',
      before: 'Vogel Holding BV',
      after: 'Big Inc',
      share: null,
    },
  ])
  expect(compare(services, services)).toEqual([])
})

test('Always three actions; what has a date comes first', () => {
  const today = '2026-11-25'
  expect(nextActions({ services: [] }, [], today).map(({ id }) => id)).toEqual([
    'tick-services',
    'add-bank-statement',
    'add-dns',
  ])
  const first = nextActions({ services, questions: [1, 2] }, [{ reader: 'bank-camt', to: '2026-10-31' }], today)
  expect(first).toMatchObject([
    { id: 'answer-questions', count: 2 },
    { id: 'plan-exit', serviceId: 'microsoft-365' },
    { id: 'name-the-owner', serviceId: 'exact-online' },
  ])
  const dated = register({ ...notes, slack: said({ contractEnd: '2027-01-31', noticeDays: 30 }) }, ids).services
  expect(nextActions({ services: dated }, [], today)[0]).toEqual({
    id: 'give-notice',
    serviceId: 'slack',
    day: '2027-01-01',
    count: null,
  })
  const source = { address: 'https://example.org', readOn: today, quote: 'x' }
  const about = ['slack']
  const text = { nl: 'x', en: 'x' }
  const events = () => [
    { id: 'end', kind: 'retirement', about, date: '2027-03-01', text, status: 'confirmed', source } as const,
  ]
  const idsOf = (some: typeof services): string[] =>
    nextActions({ services: some }, [], today, { events }).map(({ id }) => id)
  expect(idsOf(services.filter(({ id }) => id === 'slack'))).toContain('service-ends')
  expect(
    idsOf(services.filter(({ id }) => id === 'slack').map((one) => ({ ...one, confidence: 'likely' }))),
  ).not.toContain('service-ends')
  const fewest = nextActions({ services: services.filter(({ id }): boolean => id === 'moneybird') }, [], today)
  expect(new Set(fewest.map(({ id }) => id)).size).toBe(3)
})

test('The path is measured by snapshots only', () => {
  const at = (day: string, crucialOutside: number): RegisterSnapshot => ({
    day,
    services: 9,
    crucial: 6,
    crucialOutside,
    costPerYear: 1,
    outsideCost: 1,
    coverage: 1,
  })
  const goal = { year: 2031, text: 'niets cruciaals alleen buiten Europa' }
  expect(path([], goal, '2026-11-25').state).toBe('nothing-measured')
  expect(path([at('2026-01-01', 4)], null, '2026-11-25').state).toBe('no-goal')
  expect(path([at('2028-12-31', 2), at('2026-01-01', 4)], goal, '2028-12-31')).toMatchObject({
    done: 0.5,
    elapsed: 0.5,
    state: 'on-course',
    neededPerYear: 0.7,
  })
  expect(path([at('2026-01-01', 4), at('2028-12-31', 4)], goal, '2028-12-31').state).toBe('behind')
  expect(path([at('2026-01-01', 4), at('2027-01-01', 0)], goal, '2027-01-01').state).toBe('reached')
  expect(path([at('2026-01-01', 4)], goal, '2032-01-01').state).toBe('too-late')
})

test('What somebody considers to buy', () => {
  expect(purchaseCheck('slack.com', index)).toMatchObject({
    product: { id: 'slack' },
    origin: 'outside',
    parent: { country: 'US' },
  })
  expect(purchaseCheck('Zoom', index)).toMatchObject({ product: { id: 'zoom' } })
  const unknown = purchaseCheck('Verzonnen Pakket', index)
  expect(unknown).toMatchObject({ product: null, vendor: null, origin: 'unknown' })
  expect(unknown.questions).toHaveLength(8)
  expect(unknown.questions.every(({ known }) => known === null)).toBe(true)
})

test('Parties behind suppliers are no services of our own', () => {
  const [moneybird] = services.filter(({ id }): boolean => id === 'moneybird')
  if (!moneybird) throw new Error('gone')
  const [finding] = moneybird.findings
  const behind = {
    ...finding,
    id: 'b',
    kind: 'sub-processor',
    productId: null,
    vendorId: 'slack',
    name: 'Slack',
  } as Finding
  const more: Service[] = [{ ...moneybird, findings: [...moneybird.findings, behind] }]
  expect(concentration(more).fourthParties).toEqual([
    { id: 'slack', name: 'Slack', origin: 'unknown', behind: ['moneybird'] },
  ])
})

test('What was agreed comes by itself: the day to go over it, and a letter without an answer', () => {
  const late = [{ serviceId: 'moneybird', answerBy: '2026-11-20' }]
  const ids = (reviewOn: string | null) =>
    nextActions({ services }, [], '2026-11-25', undefined, { lateLetters: late, reviewOn }).map(
      ({ id, day }) => `${id} ${day}`,
    )
  expect(ids('2026-12-01').slice(0, 2)).toEqual(['review-due 2026-12-01', 'remind-supplier 2026-11-20'])
  expect(ids('2026-11-01')[0]).toBe('review-due 2026-11-01')
  expect(ids('2027-06-01').join()).not.toContain('review')
  const [none] = nextActions({ services: [] }, [], '2026-11-25', undefined, { lateLetters: late })
  expect(none?.id).toBe('tick-services')
})
