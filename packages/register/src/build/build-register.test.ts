import { ExitState, type Finding, latestClaims, type Question, ServiceNotes } from '@nabij/base'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from '../assess/assess.ts'
import { findingByHand, resolve } from '../resolve/index.ts'
import { tinyKnowledge } from '../testing/tiny-knowledge.ts'
import { buildRegister, type RegisterInput } from './build-register.ts'

const index = tinyKnowledge()

function found(kind: Finding['kind'], name: string, locator = 'line 1', evidence = 'e'): Finding {
  const resolution = resolve({ kind, name, locator, text: name }, index, [], evidence)
  if (!('finding' in resolution)) throw new Error(`${name}: ${JSON.stringify(resolution)}`)
  return resolution.finding
}

function byHand(given: { productId?: string; name?: string }): Finding {
  const finding = findingByHand(given, index, `hand ${given.productId ?? given.name}`)
  if (!finding) throw new Error('nothing was said')
  return finding
}

function build(findings: readonly Finding[], more: Partial<RegisterInput> = {}) {
  return buildRegister({
    findings,
    notes: {},
    rules: [],
    apart: [],
    index,
    europe: 'eea',
    today: '2026-11-25',
    ...more,
  })
}

const five = [
  byHand({ productId: 'microsoft-365' }),
  found('payment', 'Microsoft Ireland Operations Ltd', 'entry 3', 'bank'),
  found('mail-host', 'acme-nl.mail.protection.outlook.com', 'MX', 'zone'),
  found('sign-on', 'Office 365', 'row 2', 'apps'),
  found('package', 'pkg:npm/@microsoft/microsoft-graph-client', 'line 9', 'lock'),
]
const others = [
  found('payment', 'Moneybird B.V.', 'entry 4', 'bank'),
  found('package', 'pkg:npm/onnxruntime-node', 'line 10', 'lock'),
  byHand({ name: 'Het Pakket van Henk' }),
  found('bookmark', 'slack.com', 'line 2', 'bookmarks'),
]

test('Five traces of Microsoft 365 are one confirmed row with five findings, and it says why', () => {
  const { services } = build([...five, ...others])
  const row = services.find(({ id }) => id === 'microsoft-365')
  expect(row?.findings).toHaveLength(5)
  expect(row).toMatchObject({ confidence: 'confirmed', origin: 'outside', kind: 'office-mail' })
  expect(row?.merged.join()).toContain('only service of Microsoft that was found')
  expect(services.map(({ id }) => id)).toEqual([
    'microsoft-365',
    'moneybird',
    'onnxruntime',
    'own:het-pakket-van-henk',
    'slack',
  ])
})

test('A made-up name has no vendor and an unknown origin, and lowers coverage', () => {
  const { services, summary } = build(others)
  expect(services.find(({ id }) => id.startsWith('own:'))).toMatchObject({ vendor: null, origin: 'unknown' })
  expect(summary).toMatchObject({ services: 4, europe: 1, outside: 2, unknownOwner: 1, coverage: 0.75 })
  expect(build([]).summary).toMatchObject({ services: 0, coverage: null })
})

test('A bill of a vendor of which two services are seen stays the vendor’s', () => {
  const { services } = build([...five, found('infrastructure', 'azurerm_storage_account')])
  expect(services.map(({ id }) => id)).toEqual(['azure', 'microsoft-365', 'vendor:microsoft'])
})

test('What only names the vendor and is no bill shows nothing of its one service', () => {
  const library: Finding = { ...found('payment', 'Microsoft Ireland Operations Ltd'), id: 'library', kind: 'package' }
  const { services } = build([byHand({ productId: 'microsoft-365' }), library])
  expect(services.map(({ id }) => id)).toEqual(['microsoft-365', 'vendor:microsoft'])
})

test('A bill that goes with another of the same payee says that, and not that it was the only service', () => {
  const paid = (also: string, date: string): Finding => {
    const payment = { amountMinor: 1000, currency: 'EUR', date }
    const trace = {
      kind: 'payment',
      name: 'Microsoft Ireland Operations Ltd',
      locator: date,
      text: 'MICROSOFT',
    } as const
    const resolution = resolve({ ...trace, payment, also }, index, [], 'bank')
    if (!('finding' in resolution)) throw new Error(JSON.stringify(resolution))
    return resolution.finding
  }
  const named = paid('Microsoft 365 Business', '2026-01-05')
  const bare = paid('', '2026-02-05')
  expect([named.productId, bare.productId]).toEqual(['microsoft-365', null])
  const { services } = build([named, bare, found('infrastructure', 'azurerm_storage_account')])
  const row = services.find(({ id }) => id === 'microsoft-365')
  expect(row?.findings).toHaveLength(2)
  expect(row?.merged.join('\n')).toContain('same payee of Microsoft as what is paid for this: 1')
  expect(row?.merged.join('\n')).not.toContain('only service')
})

test('SPF behind a filter does not confirm a mail host', () => {
  const name = 'acme-nl.mail.protection.outlook.com'
  const trace = { kind: 'mail-host', name, domain: name, locator: 'line 2', text: name } as const
  const seen = (atMost?: 'likely') => {
    const resolution = resolve({ ...trace, ...(atMost ? { atMost } : {}) }, index, [], 'zone')
    return 'finding' in resolution ? build([resolution.finding]).services[0]?.confidence : null
  }
  expect([seen('likely'), seen()]).toEqual(['likely', 'confirmed'])
})

test('A merge can be undone, for one finding', () => {
  const [, bill] = five
  const apart = [{ serviceId: 'microsoft-365', findingId: bill?.id ?? '' }]
  const { services } = build(five, { apart })
  expect(services.map(({ id, findings }) => `${id} ${findings.length}`)).toEqual([
    'microsoft-365 4',
    'vendor:microsoft 1',
  ])
})

test('Two kinds of evidence that are likely make a service confirmed; two of one kind do not', () => {
  const twice = [found('website', 'slack.com', 'a'), found('website', 'slack.com', 'b')]
  expect(build(twice).services[0]?.confidence).toBe('likely')
  expect(build([...twice, found('history', 'slack.com')]).services[0]?.confidence).toBe('confirmed')
  expect(build([...others, found('dns-log', 'slack.com')]).services.find(({ id }) => id === 'slack')?.confidence).toBe(
    'possible',
  )
})

test('A question waits; answered, its finding is the service’s; answered with no, it is gone', () => {
  const resolution = resolve(
    {
      kind: 'payment',
      name: 'Zoom 2026-0400',
      locator: '1',
      text: 'Zoom',
      payment: { amountMinor: 1500, currency: 'EUR', date: '2026-04-01' },
    },
    index,
    [],
    'bank',
  )
  if (!('question' in resolution)) throw new Error('was no question')
  const questions: Question[] = [resolution.question, { ...resolution.question, id: 'other', evidence: 'bank 2' }]
  const findings = [resolution.asked]
  expect(build(findings, { questions })).toMatchObject({
    services: [],
    questions: [{ words: 'zoom', count: 2, total: { amountMinor: 3000 } }],
  })
  const yes = { words: 'zoom', productId: 'zoom', name: null, createdAt: 1 }
  expect(build(findings, { questions, rules: [yes] })).toMatchObject({
    services: [{ id: 'zoom', lastPaid: '2026-04-01' }],
    questions: [],
  })
  expect(build(findings, { questions, rules: [{ ...yes, productId: null }] })).toMatchObject({
    services: [],
    questions: [],
  })
})

test('Whose sub-processor it is stands with that service, and is no service of our own', () => {
  const resolution = resolve(
    { kind: 'sub-processor', name: 'Slack Technologies', of: 'Moneybird', locator: '1', text: 'Slack' },
    index,
    [],
    's',
  )
  if (!('finding' in resolution)) throw new Error('not found')
  const { services } = build([...others.slice(0, 1), resolution.finding])
  expect(services).toMatchObject([
    { id: 'moneybird', findings: [{ kind: 'payment' }, { kind: 'sub-processor', vendorId: 'slack' }] },
  ])
})

test('In any order, and twice over, the same bytes come out; what is removed takes only itself along', () => {
  const all = [...five, ...others]
  const notes = { slack: ServiceNotes.parse({ crucial: true, costPerMonth: 1200 }) }
  const once = JSON.stringify(build(all, { notes }))
  fc.assert(
    fc.property(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), (shuffled) => {
      expect(JSON.stringify(build(shuffled, { notes }))).toBe(once)
    }),
    { numRuns: 50 },
  )
  fc.assert(
    fc.property(fc.constantFrom('bank', 'zone', 'apps', 'lock', 'bookmarks'), (gone) => {
      const left = build(
        all.filter(({ evidence }) => evidence !== gone),
        { notes },
      ).services
      const ids = left.flatMap(({ findings }) => findings.map(({ id }) => id)).sort()
      expect(ids).toEqual(
        all
          .filter(({ evidence }) => evidence !== gone)
          .map(({ id }) => id)
          .sort(),
      )
    }),
  )
})

test('A refund that names only the vendor goes to what the same payee is paid for', () => {
  const paid = (also: string, amountMinor: number, locator: string) => {
    const payment = { amountMinor, currency: 'EUR', date: '2026-03-01' }
    const text = 'Microsoft Ireland Operations Ltd'
    const resolution = resolve({ kind: 'payment', name: text, also, locator, text, payment }, index, [], 'bank')
    if (!('finding' in resolution)) throw new Error('not found')
    return resolution.finding
  }
  const cloud = found('infrastructure', 'azurerm_')
  const { services } = build([paid('Microsoft 365', 5000, 'entry 1'), paid('refund', -1000, 'entry 2'), cloud])
  expect(services.map(({ id, cost }) => [id, cost?.amountMinor])).toEqual([
    ['azure', undefined],
    ['microsoft-365', 4000],
  ])
})

test('What a supplier says stands with the service that it names: it shows none, and makes nothing more certain', () => {
  const claim = {
    serviceId: 'microsoft-365',
    ask: 'location',
    value: 'Ireland',
    saidOn: '2026-12-01',
    letter: null,
  } as const
  const said = (
    more: Partial<typeof claim> | { serviceId: string; value: string; saidOn: string },
    locator: string,
  ): Finding => {
    const one = { ...claim, ...more }
    const resolution = resolve(
      { kind: 'answer', name: one.serviceId, locator, text: one.value, claim: one },
      index,
      [],
      'sheet',
    )
    if (!('finding' in resolution)) throw new Error(JSON.stringify(resolution))
    return resolution.finding
  }
  const hand = byHand({ productId: 'microsoft-365' })
  const found = [hand, said({}, '1'), said({ serviceId: 'slack', value: 'US', saidOn: '2026-12-01' }, '2')]
  const [row, ...others] = build(found).services
  expect(others).toEqual([])
  expect(row?.findings.map(({ kind, claim: one }) => `${kind} ${one?.value}`)).toEqual(
    expect.arrayContaining(['manual undefined', 'answer Ireland']),
  )
  expect(row?.dataLocations).toEqual([])
  const [bare] = build([hand]).services
  expect({ ...row, findings: [] }).toEqual({ ...bare, findings: [] })
  if (!row || !bare) throw new Error('no service')
  const [with_, without] = [assess(row, index, 'eea'), assess(bare, index, 'eea')]
  const levels = ({ seal, ...rest }: typeof with_) => ({ ...rest, seal: seal.map(({ level }) => level) })
  expect(levels(with_)).toEqual(levels(without))
  expect(with_.seal.find(({ objective }) => objective === 'SOV-3')?.because.nl).toContain(
    'zegt: „Ireland” (niet nagelezen)',
  )
  const newer = build([...found, said({ serviceId: 'microsoft-365', value: 'US', saidOn: '2027-01-01' }, '3')])
    .services[0]
  expect(latestClaims(newer ?? row).map(({ value }) => value)).toEqual(['US'])
})

test('What is proven gone is in no figure, and is there again when it is seen again', () => {
  const evidence = (id: string, addedAt: string, from: string, to: string) => ({
    id,
    path: id,
    reader: 'bank-camt',
    sha256: id,
    addedAt: Date.parse(addedAt),
    records: 1,
    findings: 1,
    ignored: [],
    from,
    to,
  })
  const paid = (date: string, of: string): Finding => ({
    ...found('payment', 'Moneybird B.V.', date, of),
    payment: { amountMinor: 1000, currency: 'EUR', date },
  })
  const exits = { moneybird: ExitState.parse({ state: 'switched', switchedOn: '2026-02-10' }) }
  const first = [paid('2026-01-05', 'a'), paid('2026-02-05', 'a')]
  const all = [
    evidence('a', '2026-03-01', '2026-01-01', '2026-02-28'),
    evidence('b', '2026-06-01', '2026-03-01', '2026-05-31'),
  ]
  const seen = (findings: Finding[], of = all) => {
    const { services, gone, summary, proofs } = build(findings, { evidence: of, exits })
    return [services.length, gone.length, summary.services, proofs['moneybird']?.state]
  }
  expect(seen(first, all.slice(0, 1))).toEqual([1, 0, 1, 'not-proven'])
  expect(seen(first)).toEqual([0, 1, 0, 'gone'])
  expect(seen([...first, paid('2026-05-05', 'b')])).toEqual([1, 0, 1, 'back'])
})
