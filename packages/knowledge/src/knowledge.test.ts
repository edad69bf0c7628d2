import { Alternative, type KnowledgePack, Parent, Vendor } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { isStale, knowledgeIndex, lint, readPack } from './index.ts'

const source = { address: 'https://example.org/about', readOn: '2026-11-25', quote: 'is owned by' }

function vendor(id: string, products: object[] = [], more: object = {}): Vendor {
  return Vendor.parse({
    id,
    name: id.toUpperCase(),
    country: { value: 'NL', status: 'confirmed', source },
    ultimateParent: { value: null, status: 'unknown', source: null },
    products: products.map((product) => ({ kind: 'other', ...product })),
    ...more,
  })
}

function packOf(...vendors: Vendor[]): KnowledgePack {
  return {
    format: 'nabij-knowledge/1',
    version: '1',
    made: '2026-11-25',
    vendors,
    alternatives: [],
    events: [],
    laws: [],
    prices: [],
    chips: [],
    chipFacts: [],
    credits: [],
  }
}

const cloud = vendor(
  'cloud',
  [
    {
      id: 'cloud-store',
      name: 'Cloud Store',
      signatures: {
        names: ['cloud store'],
        domains: ['store.cloud.example'],
        packages: ['pkg:npm/@cloud/*', 'pkg:npm/@cloud/exact'],
        terraform: ['cloud_store_*'],
        images: ['cloud/store'],
        env: ['CLOUD_STORE_'],
        txt: ['cloud-verify='],
      },
    },
    { id: 'cloud-exact', name: 'Exact', signatures: { packages: ['pkg:npm/@cloud/exact-one'], weakNames: ['exact'] } },
  ],
  { domains: ['cloud.example'], signatures: { names: ['cloud b.v.'], terraform: ['cloud_*'] } },
)
const index = knowledgeIndex(
  packOf(cloud, vendor('mono', [{ id: 'mono', name: 'Mono' }], { domains: ['mono.example'] })),
)
const idOf = (known: ReturnType<typeof index.byDomain>) => known && (known.product?.id ?? `vendor:${known.vendor.id}`)

describe('looking up', () => {
  it('finds a host under the longest known one, and nothing that only looks alike', () => {
    expect(idOf(index.byDomain('eu.store.cloud.example.'))).toBe('cloud-store')
    expect(idOf(index.byDomain('WWW.Cloud.Example'))).toBe('vendor:cloud')
    expect(index.byDomain('notcloud.example')).toBeNull()
    expect(index.byDomain('example')).toBeNull()
  })

  it('takes the address of a vendor with one product for that product', () => {
    expect(idOf(index.byDomain('app.mono.example'))).toBe('mono')
  })

  it('prefers the exact package, then the longest beginning', () => {
    expect(idOf(index.byPackage('pkg:npm/@cloud/exact-one'))).toBe('cloud-exact')
    expect(idOf(index.byPackage('pkg:npm/@cloud/other'))).toBe('cloud-store')
    expect(index.byPackage('pkg:npm/@cloudy/other')).toBeNull()
  })

  it('knows types, images, variables and TXT records', () => {
    expect(idOf(index.byTerraform('cloud_store_bucket'))).toBe('cloud-store')
    expect(idOf(index.byTerraform('cloud_vm'))).toBe('vendor:cloud')
    expect(idOf(index.byImage('docker.io/cloud/store'))).toBe('cloud-store')
    expect(idOf(index.byEnv('CLOUD_STORE_KEY'))).toBe('cloud-store')
    expect(index.byEnv('CLOUD_STOREKEY')).toBeNull()
    expect(idOf(index.byTxt('cloud-verify=abc'))).toBe('cloud-store')
  })

  it('finds names as whole words, says which are weak', () => {
    expect(index.byName('Betaling CLOUD BV inzake Cloud-Store').map(({ name, weak }) => [name, weak])).toEqual([
      ['cloud bv', false],
      ['cloud store', false],
    ])
    expect(index.byName('Exact, bakker').map(({ weak }) => weak)).toEqual([true])
    expect(index.byName('Cloudstorey')).toEqual([])
  })

  it('searches by what is typed', () => {
    expect(index.search('clo').products.map(({ product }) => product.id)).toEqual(['cloud-store'])
    expect(index.search('store').products.map(({ product }) => product.id)).toEqual(['cloud-store'])
    expect(index.search('  ')).toEqual({ products: [], vendors: [] })
  })
})

describe('the linter', () => {
  it('is content with what is right', () => {
    expect(lint(packOf(cloud))).toEqual([])
  })

  it('names a fact without source or words, a value that is unknown, a country that does not exist', () => {
    const fact = (country: object) => lint(packOf(vendor('x', [], { country })))
    expect(fact({ value: 'NL', status: 'confirmed', source: null })).toEqual([
      'x.country: confirmed, but without a source',
    ])
    const wordless = { address: source.address, readOn: source.readOn }
    expect(fact({ value: 'NL', status: 'confirmed', source: wordless })[0]).toContain('without the words')
    expect(fact({ value: 'NL', status: 'unknown', source: null })[0]).toContain('a value that is unknown')
    expect(fact({ value: 'ZX', status: 'confirmed', source })[0]).toContain('no country')
    const dataset = { address: 'dataset:x', readOn: source.readOn }
    expect(fact({ value: 'NL', status: 'reported', source: dataset })[0]).toContain('without its licence')
  })

  it('wants the words on which an alternative is called weaker', () => {
    const told = (read: object) => {
      const weakerIn = { nl: 'Minder.', en: 'Less.', source: read }
      const rest = { openSource: false, licence: null, selfHosted: 'no', replaces: [], effort: 'days', source }
      const nothing = { country: null, parent: null, price: null, ownDependencies: null }
      const shed = Alternative.parse({ id: 'shed', name: 'Shed', kind: 'other', ...rest, ...nothing, weakerIn })
      return lint({ ...packOf(cloud), alternatives: [shed] })
    }
    expect(told(source)).toEqual([])
    expect(told({ address: source.address, readOn: source.readOn })[0]).toContain('alternative Shed.weakerIn')
    expect(told({ ...source, address: 'dataset:x' })[0]).toContain('without its licence')
  })

  it('gives a domain, a name and a package to one vendor only', () => {
    const other = vendor('other', [{ id: 'o', name: 'O', signatures: { names: ['Cloud Store'] } }], {
      domains: ['cloud.example'],
    })
    expect(lint(packOf(cloud, other))).toEqual([
      'domain cloud.example: claimed by cloud and other',
      'name "cloud store": claimed by cloud and other',
    ])
  })

  it('sees parents that go round in a circle', () => {
    const owned = (id: string, name: string, parent: string) =>
      vendor(id, [], {
        name,
        ultimateParent: {
          value: { name: parent, country: 'NL', control: 'majority', asOf: '2026-11-25' },
          status: 'confirmed',
          source,
        },
      })
    expect(lint(packOf(owned('a', 'A', 'B'), owned('b', 'B', 'A')))).toHaveLength(2)
    expect(lint(packOf(owned('a', 'A', 'A')))).toEqual([])
    expect(lint(packOf(owned('a', 'A', 'B'), owned('b', 'B', 'B')))).toEqual([])
  })

  it('sees ids that are there twice and references to nothing', () => {
    expect(lint(packOf(cloud, cloud))).toContain('vendor cloud: there are two')
    const event = {
      id: 'e',
      kind: 'other',
      about: ['nobody'],
      date: null,
      text: { nl: 'x', en: 'x' },
      status: 'reported',
      source,
    } as const
    expect(lint({ ...packOf(cloud), events: [{ ...event, about: [...event.about] }] })).toEqual([
      'event e: about nobody, which is not known',
    ])
  })
})

describe('the day of an owner', () => {
  const asOf = (day: unknown) => Parent.safeParse({ name: 'A', country: 'NL', control: 'state', asOf: day }).success

  it('is as precise as its source, or not given', () => {
    expect(['2024-12-05', '2024-12', '2024', null].map(asOf)).toEqual([true, true, true, true])
    expect(['2024-13', '24', '', 'December 2024'].map(asOf)).toEqual([false, false, false, false])
  })
})

describe('facts age', () => {
  it('after twelve months', () => {
    expect(isStale({ readOn: '2025-11-25' }, '2026-11-25')).toBe(false)
    expect(isStale({ readOn: '2025-11-25' }, '2026-11-26')).toBe(true)
  })
})

describe('a pack from anywhere', () => {
  it('is refused with the place where it is wrong', () => {
    expect(() => readPack('{')).toThrow(expect.objectContaining({ code: 'NABIJ_KNOWLEDGE_DAMAGED' }))
    const damaged = JSON.stringify({ ...packOf(cloud), laws: [{ id: 1 }] })
    expect(() => readPack(damaged)).toThrow(
      expect.objectContaining({ params: { reason: expect.stringContaining('laws.0') } }),
    )
  })
})
