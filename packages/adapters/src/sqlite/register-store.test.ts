import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Evidence, Finding, Question } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLocal } from './local-database.ts'
import { openStores, type Stores } from './stores.ts'

let folder: string
let stores: Stores
const open = () => openStores({ path: join(folder, 'nabij.sqlite'), clock: Date.now })
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nabij-register-'))
  stores = await open()
})
afterEach(async () => {
  await stores.close()
  rmSync(folder, { recursive: true })
})

describe('evidence', () => {
  it('counts all at once with what was found in it, and takes the place of itself', async () => {
    const { register } = stores
    await register.add([piece('bank', 450), piece('dns', 1)])
    await register.add([piece('bank', 450)])
    const state = await stateOf(stores)
    expect(state.evidence).toHaveLength(2)
    expect(state.findings).toHaveLength(451)
    const first = await register.findingsOf('bank', '', 100)
    const next = await register.findingsOf('bank', first.at(-1)?.id ?? '', 1000)
    expect([first.length, next.length]).toEqual([100, 350])
    await register.remove('bank')
    expect((await register.evidence()).map(({ id }) => id)).toEqual(['dns'])
    expect(await stateOf(stores)).toMatchObject({ findings: [{ evidence: 'dns' }], questions: [{}] })
  })

  it('that a kill left half stored does not count, and is cleared away', async () => {
    await stores.register.add([piece('whole', 2)])
    await stores.close()
    const { raw, close } = openLocal(join(folder, 'nabij.sqlite'))
    raw.exec(`insert into evidence values ('half', 1, '{}', 0); insert into finding values ('half', 'x', '{}')`)
    close()
    stores = await open()
    expect(await stateOf(stores)).toMatchObject({ evidence: [{}], findings: [{}, {}] })
    await stores.register.sweep()
    const copy = await stores.copyTo(join(folder, 'copy.sqlite'))
    await copy.close()
    expect(readFileSync(join(folder, 'copy.sqlite')).includes('half')).toBe(false)
  })
})

it('keeps what people said, the states and the log', async () => {
  const { register } = stores
  await register.setNotes('microsoft-365', '{"crucial":true}')
  await register.setNotes('microsoft-365', '{"crucial":false}')
  await register.setRule('slack & zn', '{"words":"slack & zn","productId":null}')
  await register.setApart('slack', 'f1', true)
  await register.setApart('slack', 'f1', true)
  await register.putPaper('letter', { id: 'l1', createdAt: 5, body: '{"state":"draft"}' })
  await register.putPaper('letter', { id: 'l1', createdAt: 6, body: '{"state":"sent"}' })
  await register.record([{ month: '2026-11', figures: '{"day":"2026-11-25"}', services: '[]' }], [])
  await register.record(
    [{ month: '2026-11', figures: '{"day":"2026-11-26"}', services: '[1]' }],
    [{ at: 7, because: 'bank', body: '{"kind":"new"}' }],
  )
  expect(await stateOf(stores)).toMatchObject({
    notes: { 'microsoft-365': { crucial: false } },
    rules: [{ productId: null }],
    apart: [{ serviceId: 'slack', findingId: 'f1' }],
  })
  expect(await register.papers('letter')).toEqual([{ id: 'l1', createdAt: 5, body: '{"state":"sent"}' }])
  expect(await register.snapshots()).toEqual([{ month: '2026-11', figures: '{"day":"2026-11-26"}' }])
  expect(await register.snapshotServices('2026-11')).toBe('[1]')
  expect(await register.changes(10)).toEqual([{ at: 7, because: 'bank', body: '{"kind":"new"}' }])
  const copy = await stores.copyTo(join(folder, 'copy.sqlite'))
  const all = await copy.register()
  await copy.close()
  expect(JSON.parse(all['log'] ?? '')).toEqual([{ at: 7, because: 'bank', kind: 'new' }])
  expect(await register.removeRule('slack & zn')).toBe(true)
  expect(await register.removeRule('slack & zn')).toBe(false)
  await register.setApart('slack', 'f1', false)
  expect(await stateOf(stores)).toMatchObject({ rules: [], apart: [] })
})

async function stateOf({ register }: Stores) {
  return JSON.parse(new TextDecoder().decode(await register.state())) as { evidence: unknown[]; findings: Finding[] }
}

function piece(id: string, count: number): { evidence: Evidence; findings: Finding[]; questions: Question[] } {
  const evidence = { id, path: `${id}.csv`, reader: id, sha256: id, addedAt: 1, records: count, findings: count }
  const findings = Array.from({ length: count }, (_, n) => finding(id, `${id}-${String(n).padStart(5, '0')}`))
  const doubt = { id: `${id}?`, evidence: id, locator: '1', text: 't', words: 'w', kind: 'payment' as const }
  const questions = [{ ...doubt, candidates: [], count: 1, total: null }]
  return { evidence: { ...evidence, ignored: [], from: null, to: null }, findings, questions }
}

function finding(evidence: string, id: string): Finding {
  const nothing = { productId: null, vendorId: null, domain: null, payment: null, location: null }
  const words = { locator: '1', text: 'a name', name: 'a name', why: 'made up' }
  return { id, evidence, kind: 'payment', confidence: 'possible', ...words, ...nothing }
}
