import type { Evidence, Finding } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { exitProof } from './exit-proof.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)

function evidence(
  id: string,
  reader: string,
  added: string,
  span: [string, string] | null = null,
  path = id,
): Evidence {
  const [from, to] = span ?? [null, null]
  return { id, path, reader, sha256: id, addedAt: at(added), records: 1, findings: 1, ignored: [], from, to }
}

function finding(of: string, kind: Finding['kind'], paid: string | null = null, more: Partial<Finding> = {}): Finding {
  const payment = paid === null ? null : { amountMinor: 1000, currency: 'EUR', date: paid }
  const known = { productId: 'slack', vendorId: 'slack', name: 'Slack', domain: null, location: null }
  const said = { id: `${of} ${kind} ${paid}`, evidence: of, kind, locator: '', text: 'Slack', payment, ...known }
  return { ...said, confidence: 'confirmed', why: '', ...more }
}

const months = Array.from({ length: 9 }, (_, month) => `2026-0${month + 1}-05`)
const paid = months.map((day) => finding('old', 'payment', day))
const old = evidence('old', 'bank-camt', '2026-10-01', ['2026-01-01', '2026-09-30'])
const base = { switchedOn: '2026-09-15', saidGone: false }
const reasons = (proof: ReturnType<typeof exitProof>) => proof.because.map(({ en }) => en).join(' | ')

describe('a service that was paid every month', () => {
  it('is not proven gone by a statement that ends too early, and says from which day it would be', () => {
    const proof = exitProof({ ...base, findings: paid, evidence: [old] })
    expect(proof).toMatchObject({ state: 'not-proven', on: '2026-10-16' })
    expect(reasons(proof)).toContain('runs without a hole to 30 Sept 2026; only after 16 Oct 2026')
  })

  it('is gone when a later statement, in another bank’s form, is silent', () => {
    const later = evidence('later', 'bank-mt940', '2026-12-01', ['2026-10-01', '2026-11-30'])
    expect(exitProof({ ...base, findings: paid, evidence: [old, later] })).toMatchObject({
      state: 'gone',
      on: '2026-10-16',
    })
  })

  it('is not gone when there is a hole between the statements', () => {
    const later = evidence('later', 'bank-camt', '2027-01-10', ['2026-11-15', '2026-12-31'])
    expect(exitProof({ ...base, findings: paid, evidence: [old, later] }).state).toBe('not-proven')
  })

  it('may be paid for two months of notice; after that, and after "gone", it is open again', () => {
    const late = (day: string, saidGone = false) => {
      const later = evidence('later', 'bank-camt', '2026-12-31', ['2026-10-01', day])
      return exitProof({
        ...base,
        saidGone,
        findings: [...paid, finding('later', 'payment', day)],
        evidence: [old, later],
      })
    }
    expect(late('2026-11-05').state).toBe('not-proven')
    expect(reasons(late('2026-11-05'))).toContain('on 5 Nov 2026 it was still paid for (later)')
    expect(late('2026-12-05')).toMatchObject({ state: 'back', on: '2026-12-05' })
    expect(late('2026-11-05', true)).toMatchObject({ state: 'back', on: '2026-11-05' })
  })

  it('is gone when what was paid last is followed by silence', () => {
    const later = evidence('later', 'bank-camt', '2027-03-01', ['2026-10-01', '2027-02-28'])
    const findings = [...paid, finding('later', 'payment', '2026-11-05')]
    expect(exitProof({ ...base, findings, evidence: [old, later] })).toMatchObject({ state: 'gone' })
  })
})

it('waits more than a year for what was paid once', () => {
  const later = evidence('later', 'bank-camt', '2027-05-01', ['2026-10-01', '2027-04-30'])
  const proof = exitProof({ ...base, findings: [finding('old', 'payment', '2026-03-01')], evidence: [old, later] })
  expect(proof).toMatchObject({ state: 'not-proven', on: '2027-06-02' })
})

describe('what shows it in several ways', () => {
  const lock = evidence('lock', 'npm-lock', '2026-08-01', null, 'shop/package-lock.json')
  const zone = evidence('zone', 'dns-zone', '2026-08-01')
  const findings = [finding('lock', 'package'), finding('zone', 'dns')]

  it('must be silent in each of them', () => {
    const newZone = evidence('zone2', 'dns-live', '2026-10-01')
    const proof = exitProof({ ...base, findings, evidence: [lock, zone, newZone] })
    expect(proof.state).toBe('not-proven')
    expect(reasons(proof)).toBe('nothing newer than 15 Sept 2026 was given: shop/package-lock.json')
    const other = evidence('lock2', 'npm-lock', '2026-10-01', null, 'other/package-lock.json')
    expect(exitProof({ ...base, findings, evidence: [lock, zone, newZone, other] }).state).toBe('not-proven')
    const same = evidence('lock3', 'npm-lock', '2026-10-02', null, 'shop/package-lock.json')
    const all = [lock, zone, newZone, same]
    expect(exitProof({ ...base, findings, evidence: all })).toMatchObject({ state: 'gone', on: '2026-10-02' })
  })

  it('is back when a newer file shows it', () => {
    const same = evidence('lock2', 'npm-lock', '2026-12-20', null, 'shop/package-lock.json')
    const proof = exitProof({
      ...base,
      findings: [...findings, finding('lock2', 'package')],
      evidence: [lock, zone, same],
    })
    expect(proof).toMatchObject({ state: 'back', on: '2026-12-20' })
    expect(proof.because[0]?.nl).toBe('op 20 dec 2026 staat het nog in shop/package-lock.json')
  })
})

it('is never proven by a tick, nor kept alive by what its supplier says or by a mere guess', () => {
  const ticked = evidence('hand', 'manual', '2026-01-01')
  const said = evidence('sheet', 'supplier-answer', '2026-12-24', ['2026-12-24', '2026-12-24'])
  const claim = { serviceId: 'slack', ask: 'price', value: '9', saidOn: '2026-12-24', letter: null } as const
  const answer = finding('sheet', 'answer', null, { claim })
  const proof = exitProof({ ...base, findings: [finding('hand', 'manual'), answer], evidence: [ticked, said] })
  expect([proof.state, proof.on]).toEqual(['not-proven', null])
  expect(reasons(proof)).toContain('only ticked')
  const bookmark = finding('marks', 'bookmark', null, { confidence: 'possible' })
  const marks = evidence('marks', 'bookmarks', '2026-12-24')
  const later = evidence('later', 'bank-camt', '2026-12-24', ['2026-10-01', '2026-12-24'])
  const all = [old, later, marks]
  expect(exitProof({ ...base, findings: [...paid, answer, bookmark], evidence: all }).state).toBe('gone')
})

it('counts nothing that may be from before: a log that runs over the day on which it was left', () => {
  const log = evidence('log', 'dns-log', '2026-09-20', ['2026-09-01', '2026-09-20'])
  const proof = exitProof({ ...base, findings: [finding('log', 'dns-log')], evidence: [log] })
  expect(proof.state).toBe('not-proven')
})
