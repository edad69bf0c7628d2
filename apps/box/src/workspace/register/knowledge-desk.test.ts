import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KnowledgeState, KnownLaw, OwnView, Service, Vendor } from '@nabij/base'
import { KnowledgePack } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findInstallation } from '../../installation.ts'
import { parsed } from './json.ts'
import { bytesOf, type OpenDesk, openDesk } from './testing/open-desk.ts'

const shipped = KnowledgePack.parse(JSON.parse(readFileSync(findInstallation().knowledge, 'utf8')))
const source = { address: 'https://vendor.example/news', readOn: '2030-01-01', quote: 'was sold' }

/** What is shipped, later: Microsoft has another owner, and sits elsewhere. */
function laterPack(version = '2030.1.1', owner = 'Grote Baas Holding'): string {
  const pack = structuredClone(shipped)
  const microsoft = pack.vendors.find(({ id }) => id === 'microsoft')
  if (!microsoft?.ultimateParent.value) throw new Error('the pack does not know Microsoft')
  microsoft.ultimateParent = {
    value: { ...microsoft.ultimateParent.value, name: owner, country: 'NL' },
    status: 'confirmed',
    source,
  }
  microsoft.country = { value: 'NL', status: 'confirmed', source }
  return JSON.stringify({ ...pack, version, made: '2030-01-01' })
}

let open: OpenDesk
beforeEach(async () => {
  open = await openDesk()
  await open.desk.tick({ productId: 'microsoft-365' })
})
afterEach(() => open.close())

const state = async () => parsed<KnowledgeState>(await open.desk.knowledge())
const owner = async () => (await open.service('microsoft-365'))?.vendor?.ultimateParent?.name
const update = (text: string, preview = false) => open.desk.updateKnowledge(bytesOf(text), { preview })
const blobs = () => readdirSync(join(open.folder, 'blobs'), { recursive: true, withFileTypes: true })

describe('newer knowledge', () => {
  it('shows what it changes for this company, and is kept only when it is said', async () => {
    const text = laterPack()
    const seen = await update(text, true)
    expect(seen).toMatchObject({ installed: false, vendors: { added: 0, gone: 0, changed: 1 } })
    expect(seen.now).toMatchObject({ version: '2030.1.1', sha256: createHash('sha256').update(text).digest('hex') })
    expect(seen.changes[0]).toMatchObject({
      kind: 'owner',
      serviceIds: ['microsoft-365'],
      before: 'Microsoft Corporation (US)',
      after: 'Grote Baas Holding (NL)',
      source,
      own: false,
    })
    const law = { kind: 'law', before: 'exposed', about: 'microsoft-365' }
    expect(seen.changes.filter(({ kind }) => kind === 'law')).toContainEqual(expect.objectContaining(law))
    expect(await state()).toMatchObject({ now: { version: shipped.version, installedAt: null }, back: null })
    expect(blobs().filter((entry) => entry.isFile())).toEqual([])
    expect(readdirSync(join(open.folder, 'tmp'))).toEqual([])
  })

  it('counts at once and after a restart, is told in the log, and can be taken back', async () => {
    await update(laterPack())
    expect(await owner()).toBe('Grote Baas Holding')
    await open.again()
    expect(await owner()).toBe('Grote Baas Holding')
    expect(await state()).toMatchObject({ now: { version: '2030.1.1' }, back: { version: shipped.version } })
    const [first] = await open.desk.changes(1)
    expect(first).toMatchObject({
      kind: 'taken-over',
      before: 'Microsoft Corporation',
      after: 'Grote Baas Holding',
      because: 'nabij-knowledge 2030.1.1',
    })
    const back = await open.desk.undoKnowledge()
    expect(back).toMatchObject({
      now: { version: shipped.version, installedAt: null },
      before: { version: '2030.1.1' },
    })
    expect(await owner()).toBe('Microsoft Corporation')
    await expect(open.desk.undoKnowledge()).rejects.toMatchObject({ code: 'NABIJ_PACK_NONE_BEFORE' })
  })

  it('twice in a row goes back one step at a time', async () => {
    await update(laterPack('2030.1.1', 'One'))
    await update(laterPack('2030.2.1', 'Two'))
    expect(await owner()).toBe('Two')
    await open.desk.undoKnowledge()
    expect(await owner()).toBe('One')
    await open.desk.undoKnowledge()
    expect(await owner()).toBe('Microsoft Corporation')
  })

  it('that is older, cut off, of something else or too large changes nothing', async () => {
    const whole = laterPack()
    for (const [text, code] of [
      [JSON.stringify(shipped), 'NABIJ_PACK_OLDER'],
      [laterPack('2020.1.1'), 'NABIJ_PACK_OLDER'],
      [whole.slice(0, whole.length / 2), 'NABIJ_PACK_UNREADABLE'],
      ['', 'NABIJ_PACK_UNREADABLE'],
      ['{"bomFormat":"CycloneDX"}', 'NABIJ_PACK_FORMAT'],
      ['['.repeat(5_000_000), 'NABIJ_PACK_UNREADABLE'],
      [' '.repeat(33 * 2 ** 20), 'NABIJ_PACK_TOO_LARGE'],
      [whole.replace('"country":"NL"', '"country":"QQ"'), 'NABIJ_PACK_FAULTY'],
    ] as const)
      await expect(update(text), code).rejects.toMatchObject({ code })
    expect(await owner()).toBe('Microsoft Corporation')
    expect(readdirSync(join(open.folder, 'tmp'))).toEqual([])
  })

  it('that rots on disk or goes missing gives way to what came with nabij', async () => {
    const { now } = await update(laterPack())
    const path = join(open.folder, 'blobs', now.sha256.slice(0, 2), now.sha256)
    writeFileSync(path, readFileSync(path, 'utf8').replace('Grote', 'Kleine'))
    await open.again()
    expect(await owner()).toBe('Microsoft Corporation')
    rmSync(path)
    await open.again()
    expect(await owner()).toBe('Microsoft Corporation')
  })
})

describe('a fact that is stated here', () => {
  const vendor = async () => parsed<Vendor & { own: OwnView | null }>(await open.desk.vendor('microsoft'))
  const said = { source: 'annual report', day: '2026-11-20' } as const

  it('goes before the pack, stands beside it, and survives an update', async () => {
    await open.desk.correct('microsoft-365', { field: 'owner', value: 'Own Word B.V.', ...said })
    await open.desk.correct('microsoft', { field: 'owner-country', value: 'nl', ...said })
    const service = (await open.service('microsoft-365')) as Service
    expect(service.origin).toBe('europe')
    expect(service.vendor?.ultimateParent).toMatchObject({
      name: 'Own Word B.V.',
      country: 'NL',
      source: { address: 'annual report', readOn: '2026-11-20', own: true },
    })
    expect(service.vendor?.own?.pack.ultimateParent.value?.name).toBe('Microsoft Corporation')
    expect((await open.desk.changes(1))[0]).toMatchObject({ kind: 'other-owner', because: 'own statement' })

    const { changes } = await update(laterPack())
    expect(changes[0]).toMatchObject({ kind: 'owner', after: 'Grote Baas Holding (NL)', own: true })
    await open.again()
    expect(await owner()).toBe('Own Word B.V.')
    expect((await vendor()).own?.pack.ultimateParent.value?.name).toBe('Grote Baas Holding')
    const { vendors } = parsed<{ vendors: { id: string; own: OwnView }[] }>(await open.desk.stated())
    expect(vendors).toMatchObject([
      { id: 'microsoft', own: { facts: [{ field: 'owner' }, { field: 'owner-country' }] } },
    ])

    await open.desk.uncorrect('microsoft', 'owner')
    expect((await vendor()).own?.idle).toEqual(['owner-country'])
    await open.desk.uncorrect('microsoft', 'owner-country')
    expect(await owner()).toBe('Grote Baas Holding')
    await expect(open.desk.uncorrect('microsoft', 'owner')).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('of nobody that is known, or that cannot be, is refused', async () => {
    const country = { field: 'country', value: 'NL', ...said } as const
    await expect(open.desk.correct('nobody', country)).rejects.toMatchObject({ code: 'NABIJ_KNOWLEDGE_UNKNOWN' })
    await expect(open.desk.correct('microsoft', { ...country, value: 'Mars' })).rejects.toMatchObject({
      code: 'NABIJ_CORRECTION_VALUE',
    })
    expect((await vendor()).own).toBeNull()
  })
})

it('lists the laws with their source', async () => {
  const { laws } = parsed<{ laws: KnownLaw[] }>(await open.desk.laws())
  expect(laws.map(({ id }) => id)).toEqual(shipped.laws.map(({ id }) => id))
  expect(laws.every((law) => law.source.address !== '')).toBe(true)
})
