import { type Alternative, type KnownLaw, Vendor } from '@nabij/base'
import { type KnowledgeIndex, knowledgeIndex } from '@nabij/knowledge'

const source = { address: 'https://example.org/made-up', readOn: '2026-11-25' }

interface Tiny {
  id: string
  name: string
  country?: string
  parent?: { name: string; country: string; control?: string; status?: string } | null
  domains?: string[]
  names?: string[]
  weak?: string[]
  products?: { id: string; name: string; kind?: string; signatures?: object }[]
}

/** A made-up vendor with as little as a test needs. */
export function tinyVendor({
  id,
  name,
  country = 'NL',
  parent,
  domains = [],
  names = [],
  weak = [],
  products = [],
}: Tiny): Vendor {
  return Vendor.parse({
    id,
    name,
    domains,
    country: { value: country, status: 'confirmed', source },
    ultimateParent: parent
      ? {
          value: {
            name: parent.name,
            country: parent.country,
            control: parent.control ?? 'listed',
            asOf: '2026-11-25',
          },
          status: parent.status ?? 'confirmed',
          source,
        }
      : { value: null, status: 'unknown', source: null },
    signatures: { names, weakNames: weak },
    products: products.map((product) => ({ kind: 'other', ...product })),
  })
}

const us = { name: 'Grootmoeder Inc', country: 'US' }

export const tinyVendors: Vendor[] = [
  tinyVendor({
    id: 'microsoft',
    name: 'Microsoft',
    country: 'US',
    parent: { name: 'Microsoft Corporation', country: 'US' },
    domains: ['microsoft.com'],
    names: ['microsoft', 'microsoft ireland operations'],
    products: [
      {
        id: 'microsoft-365',
        name: 'Microsoft 365',
        kind: 'office-mail',
        signatures: {
          names: ['microsoft 365', 'office 365'],
          domains: ['office.com'],
          mx: ['mail.protection.outlook.com'],
          packages: ['pkg:npm/@microsoft/microsoft-graph-client'],
        },
      },
      {
        id: 'azure',
        name: 'Azure',
        kind: 'hosting-cloud',
        signatures: { names: ['azure', 'microsoft azure'], terraform: ['azurerm_*'] },
      },
      {
        id: 'onnxruntime',
        name: 'ONNX Runtime',
        kind: 'library',
        signatures: { packages: ['pkg:npm/onnxruntime-node'] },
      },
    ],
  }),
  tinyVendor({
    id: 'moneybird',
    name: 'Moneybird',
    parent: { name: 'Vogel Holding BV', country: 'NL', control: 'founder-or-family' },
    domains: ['moneybird.com', 'moneybird.nl'],
    products: [{ id: 'moneybird', name: 'Moneybird', kind: 'bookkeeping', signatures: { names: ['moneybird'] } }],
  }),
  tinyVendor({
    id: 'adobe',
    name: 'Adobe',
    country: 'US',
    parent: us,
    domains: ['adobe.com'],
    names: ['adobe', 'adobe systems'],
    products: [
      {
        id: 'creative-cloud',
        name: 'Creative Cloud',
        kind: 'design-media',
        signatures: { names: ['creative cloud', 'adobe creative cloud'] },
      },
      { id: 'acrobat', name: 'Adobe Acrobat', signatures: { names: ['adobe acrobat', 'acrobat'] } },
    ],
  }),
  tinyVendor({
    id: 'slack',
    name: 'Slack',
    country: 'US',
    parent: us,
    domains: ['slack.com'],
    products: [
      { id: 'slack', name: 'Slack', kind: 'communication', signatures: { names: ['slack', 'slack technologies'] } },
    ],
  }),
  tinyVendor({
    id: 'zoom',
    name: 'Zoom',
    country: 'US',
    parent: us,
    domains: ['zoom.us'],
    products: [
      {
        id: 'zoom',
        name: 'Zoom',
        kind: 'communication',
        signatures: { names: ['zoom video communications'], weakNames: ['zoom'] },
      },
    ],
  }),
  tinyVendor({
    id: 'exact',
    name: 'Exact',
    parent: null,
    domains: ['exact.com'],
    products: [
      {
        id: 'exact-online',
        name: 'Exact Online',
        kind: 'bookkeeping',
        signatures: { names: ['exact online', 'exact software'], weakNames: ['exact'] },
      },
    ],
  }),
]

const laws: KnownLaw[] = [
  { id: 'cloud-act', country: 'US', name: 'CLOUD Act', text: { nl: '', en: '' }, extraterritorial: true, source },
]

/** An index over made-up vendors. */
export function tinyKnowledge(
  vendors: readonly Vendor[] = tinyVendors,
  alternatives: readonly Alternative[] = [],
): KnowledgeIndex {
  return knowledgeIndex({
    format: 'nabij-knowledge/1',
    version: '1',
    made: '2026-11-25',
    vendors: [...vendors],
    alternatives: [...alternatives],
    events: [],
    laws,
    prices: [],
    chips: [],
    chipFacts: [],
    credits: [],
  })
}
