import type { KnowledgePack, KnownEvent, OwnFact, Price, Vendor } from '@nabij/base'
import { knowledgeIndex } from '@nabij/knowledge'
import { expect, it } from 'vitest'
import { buildRegister } from '../build/build-register.ts'
import { findingByHand } from '../resolve/index.ts'
import { tinyVendors } from '../testing/tiny-knowledge.ts'
import { knowledgeChanges } from './knowledge-changes.ts'

const source = { address: 'https://example.org/made-up', readOn: '2026-11-25' }
const law = {
  id: 'cloud-act',
  country: 'US',
  name: 'CLOUD Act',
  text: { nl: 'w', en: 'l' },
  extraterritorial: true,
  source,
}

function pack(more: Partial<KnowledgePack> = {}): KnowledgePack {
  const empty = { alternatives: [], events: [], laws: [law], prices: [], chips: [], chipFacts: [], credits: [] }
  return { format: 'nabij-knowledge/1', version: '1', made: '2026-01-01', vendors: tinyVendors, ...empty, ...more }
}

function side(given: KnowledgePack, own: OwnFact[] = []) {
  const index = knowledgeIndex(given, own)
  const found = ['slack', 'moneybird'].flatMap((productId) => findingByHand({ productId }, before, productId) ?? [])
  const said = { notes: {}, rules: [], apart: [], europe: 'eea', today: '2026-11-25' } as const
  return { index, prices: given.prices, services: buildRegister({ findings: found, index, ...said }).services }
}

const before = knowledgeIndex(pack())
const changes = (after: KnowledgePack, own: OwnFact[] = []) => knowledgeChanges(side(pack(), own), side(after, own))
const slack = tinyVendors.find(({ id }) => id === 'slack') as Vendor
const others = tinyVendors.filter(({ id }) => id !== 'slack')
const sold: Vendor = {
  ...slack,
  ultimateParent: {
    value: { name: 'Fjord AS', country: 'NO', control: 'private-equity', asOf: null },
    status: 'reported',
    source,
  },
}
const end: KnownEvent = {
  id: 'end',
  kind: 'retirement',
  about: ['slack'],
  date: '2030-01-01',
  text: { nl: 'Houdt op', en: 'Ends' },
  status: 'confirmed',
  source,
}

it('says nothing when nothing is said otherwise, or only of what is not in use', () => {
  expect(changes(pack())).toEqual([])
  const microsoft = tinyVendors.map((one) => (one.id === 'microsoft' ? { ...one, country: sold.country } : one))
  expect(changes(pack({ vendors: microsoft }))).toEqual([])
})

it('tells of another owner, of how sure that is, and of the laws that then reach', () => {
  const found = changes(pack({ vendors: [...others, sold] }))
  expect(found.map(({ kind, what, after }) => [kind, what, after])).toEqual([
    ['owner', null, 'Fjord AS (NO)'],
    ...found.filter(({ kind }) => kind === 'law').map(({ what, after }) => ['law', what, after]),
    ['status', 'owner', 'reported'],
  ])
  expect(found[0]).toMatchObject({ about: 'slack', serviceIds: ['slack'], source })
})

it('of an owner that is stated here says that the statement stays in front', () => {
  const own: OwnFact = {
    vendorId: 'slack',
    field: 'owner',
    value: 'Us',
    source: 'by phone',
    day: '2026-11-20',
    about: null,
    statedAt: 1,
  }
  const found = changes(pack({ vendors: [...others, sold] }), [own])
  expect(found.filter(({ kind }) => kind === 'law')).toEqual([])
  expect(found.every((change) => change.own)).toBe(true)
  expect(found[0]).toMatchObject({ kind: 'owner', after: 'Fjord AS (NO)' })
})

it('tells of what ends, of a day that moved, and of what is not announced any more', () => {
  const later = { ...end, date: '2031-01-01' }
  const moved = knowledgeChanges(side(pack({ events: [end] })), side(pack({ events: [later] })))
  expect(moved).toMatchObject([{ kind: 'retirement', before: '2030-01-01', after: '2031-01-01', text: end.text }])
  expect(changes(pack({ events: [end] }))).toMatchObject([{ kind: 'retirement', before: null, after: '2030-01-01' }])
  expect(knowledgeChanges(side(pack({ events: [end] })), side(pack()))).toMatchObject([{ after: null }])
})

it('tells of a vendor that is not known any more', () => {
  const gone = { kind: 'unknown', before: slack.name, after: null }
  expect(changes(pack({ vendors: others }))).toContainEqual(expect.objectContaining(gone))
})

it('tells of another price of what is in use, and of none that is not', () => {
  const seat: Price = {
    id: 'slack.pro',
    provider: 'Slack',
    product: 'slack',
    kind: 'cloud-ai',
    name: { nl: 'Pro', en: 'Pro' },
    meter: 'per person',
    region: null,
    currency: 'EUR',
    unit: 'month',
    per: 1,
    tiers: [{ upTo: null, price: '8.75' }],
    freeTier: null,
    validFrom: null,
    ends: null,
    source: { address: source.address },
    checkedOn: '2026-11-25',
    status: 'confirmed',
  }
  const dearer = {
    ...seat,
    tiers: [
      { upTo: 10, price: '9.75' },
      { upTo: null, price: '9.00' },
    ],
    per: 1000,
  }
  const other = { ...seat, id: 'other', product: 'no-such' }
  const found = knowledgeChanges(
    side(pack({ prices: [seat, other] })),
    side(pack({ prices: [dearer, { ...other, tiers: null }] })),
  )
  expect(found).toEqual([
    {
      kind: 'price',
      about: 'slack',
      name: 'Slack',
      serviceIds: ['slack'],
      what: 'slack.pro',
      before: 'EUR 8.75',
      after: 'EUR 9.75 / 9.00 (1000)',
      text: { nl: 'Pro', en: 'Pro' },
      source,
      own: false,
    },
  ])
})
