import type { Trace } from '@nabij/base'
import { expect, test } from 'vitest'
import { tinyKnowledge } from '../testing/tiny-knowledge.ts'
import { findingByHand, resolve } from './index.ts'
import { isPerson } from './person.ts'
import { hostsIn, ruleWords } from './words.ts'

const index = tinyKnowledge()

function said(trace: Partial<Trace> & Pick<Trace, 'name'>): string {
  const resolution = resolve({ kind: 'payment', locator: 'line 1', text: trace.name, ...trace }, index, [], 'e')
  if ('ignored' in resolution) return `ignored: ${resolution.ignored}`
  if ('question' in resolution) return `asked: ${resolution.question.candidates.map(({ name }) => name).join(', ')}`
  const { productId, vendorId, confidence } = resolution.finding
  return `${productId ?? `vendor:${vendorId}`} ${confidence}`
}

test.each([
  ['Moneybird B.V.', 'moneybird confirmed'],
  ['MICROSOFT IRELAND OPERATIONS LTD DUBLIN IE', 'vendor:microsoft confirmed'],
  ['ADOBE *CREATIVE CLOUD 800-833-6687 IE', 'creative-cloud confirmed'],
  ['ZOOM.US 888-799-9666', 'zoom confirmed'],
  ['Zoom Video Communications, Inc.', 'zoom confirmed'],
  ['SLACK T02AB1234X DUBLIN', 'slack confirmed'],
  ['Slack Technologies Limited', 'slack confirmed'],
  ['Exact Software Nederland BV Delft', 'exact-online likely'],
  ['Zoom Inc', 'zoom likely'],
])('%s is %s', (name, expected) => {
  expect(said({ name })).toBe(expected)
})

test.each([
  'Bakkerij De Zoom',
  'Adobe Bouw',
  'Adobe Bouw BV',
  'Slack & Zn.',
  'Slack en Zonen Verhuizingen',
  'Garage Exact',
  'Hotel Azure Scheveningen',
  'Timmerfabriek Slack',
  'J. Slack',
  'Mevr. A. Adobe e/o B. Adobe',
  'Slack J.P.',
  'Slack Jansen',
  'Karin Slack',
])('%s is no service', (name) => {
  expect(said({ name })).toMatch(/^ignored/)
})

test.each(['Zoom', 'Exact', 'Adobe Brasil Events BV', 'SLACK *VRIJMIBO'])(
  '%s is asked about or left, never taken',
  (name) => {
    expect(said({ name })).toMatch(/^(?:asked|ignored)/)
  },
)

test('The description helps a doubtful name and tells which product', () => {
  expect(said({ name: 'Exact', also: 'factuur Exact Online november' })).toBe('exact-online likely')
  expect(said({ name: 'Microsoft Ireland Operations', also: 'Microsoft Azure sep' })).toBe('azure confirmed')
  expect(said({ name: 'ITbeheer De Linde BV', also: 'Microsoft 365 licenties juli' })).toBe('microsoft-365 possible')
  expect(said({ name: 'P. de Boer', also: 'terugbetaling lunch, zie moneybird' })).toMatch(/^ignored/)
})

test('A payee that was recognised by its description only is not named', () => {
  const trace: Trace = {
    kind: 'payment',
    name: 'Karin Jansen',
    also: 'voorgeschoten office 365',
    locator: '',
    text: 'Karin Jansen',
  }
  expect(JSON.stringify(resolve(trace, index, []))).not.toContain('Karin')
})

test('Lists of apps hold software: a common word is a name there, one in the middle is not', () => {
  expect(said({ kind: 'sign-on', name: 'Zoom' })).toBe('zoom likely')
  expect(said({ kind: 'sign-on', name: 'Calendar plugin for Zoom' })).toBe('asked: ')
  expect(said({ kind: 'installed', name: 'Adobe Acrobat (64-bit)', also: 'Adobe' })).toBe('acrobat confirmed')
  expect(said({ kind: 'mail-host', name: 'acme-nl.mail.protection.outlook.com' })).toBe('microsoft-365 confirmed')
  expect(said({ kind: 'package', name: 'pkg:npm/onnxruntime-node' })).toBe('onnxruntime confirmed')
  expect(said({ kind: 'bookmark', name: 'app.slack.com' })).toBe('slack possible')
})

test('What nobody knows is asked about where a list holds nothing but services, and let go elsewhere', () => {
  expect(said({ kind: 'sign-on', name: 'Interne Urenapp' })).toBe('asked: ')
  expect(said({ kind: 'sub-processor', name: 'Datahuis Oost' })).toBe('asked: ')
  expect(said({ kind: 'dns', name: 'stats.onbekende-dienst.example' })).toBe('asked: ')
  for (const [kind, name] of [
    ['dns', '192.0.2.7'],
    ['dns', 'some-mark=abc'],
    ['payment', 'Datahuis Oost'],
    ['bookmark', 'stats.onbekende-dienst.example'],
    ['package', 'pkg:npm/nobodys-package'],
    ['installed', 'Onbekend Stuurprogramma'],
    ['sign-on', 'Testapp van J. de Vries'],
    ['sign-on', 'Koppeling (mevr. Jansen)'],
  ] as const)
    expect(said({ kind, name })).toMatch(/^ignored/)
})

test('A rule of the user’s own goes before everything', () => {
  const trace: Trace = { kind: 'payment', name: 'ZOOM 2026-04 888123', locator: '1', text: 'ZOOM' }
  const rule = { words: ruleWords('Zoom'), createdAt: 1 }
  expect(resolve(trace, index, [{ ...rule, productId: null, name: null }])).toEqual({
    ignored: 'rule of your own: no service',
  })
  expect(resolve(trace, index, [{ ...rule, productId: 'zoom', name: null }])).toMatchObject({
    finding: { productId: 'zoom' },
  })
  expect(resolve(trace, index, [{ ...rule, productId: null, name: 'Zoomwinkel' }])).toMatchObject({
    finding: { productId: null, vendorId: null, name: 'Zoomwinkel' },
  })
})

test('A name typed by hand is known only when it is nobody else’s', () => {
  expect(findingByHand({ name: 'moneybird' }, index, 'e')).toMatchObject({
    productId: 'moneybird',
    confidence: 'confirmed',
  })
  expect(findingByHand({ name: 'Moneybird Extra Speciaal' }, index, 'e')).toMatchObject({
    productId: null,
    vendorId: null,
  })
  expect(findingByHand({ name: '  ' }, index, 'e')).toBeNull()
})

test('Words, references, hosts and people', () => {
  expect(ruleWords('ADOBE *800-833-6687 inv 20261104')).toBe('adobe 800 833 inv')
  expect(hostsIn('Zie www.Moneybird.nl/x of post@slack.com, 1.5 uur')).toEqual(['moneybird.nl', 'slack.com'])
  expect(['P. de Vries', 'Vries, P.', 'Hr A Jansen', 'J.P. van den Berg'].every(isPerson)).toBe(true)
  expect(['Moneybird B.V.', 'A.S. Watson BV', 'X Corp', 'T-Mobile', 'Amazon EU S.a.r.l.'].some(isPerson)).toBe(false)
})
