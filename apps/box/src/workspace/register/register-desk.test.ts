import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsed } from './json.ts'
import { bytesOf, kindsOf, lockFile, type OpenDesk, openDesk } from './testing/open-desk.ts'

let open: OpenDesk
beforeEach(async () => {
  open = await openDesk()
})
afterEach(() => open.close())

const lock = lockFile('react', 'onnxruntime-node')

describe('evidence', () => {
  it('becomes services, also after a restart; the same file twice changes nothing', async () => {
    const { evidence, findings } = await open.add('package-lock.json', lock)
    expect(evidence).toMatchObject([{ path: 'package-lock.json', reader: 'npm-lock', addedAt: open.time.now }])
    expect(findings.length).toBeGreaterThan(0)
    const before = new TextDecoder().decode(await open.desk.overview())
    expect(before).toContain('Meta Platforms')
    open.time.now += 60_000
    await open.add('package-lock.json', lock)
    expect(new TextDecoder().decode(await open.desk.overview())).toBe(before)
    await open.again()
    expect(new TextDecoder().decode(await open.desk.overview())).toBe(before)
  })

  it('that is only looked at is not kept', async () => {
    const file = { name: 'package-lock.json', bytes: bytesOf(lock) }
    const { evidence, findings } = await open.desk.read(file, { preview: true })
    expect([evidence.length, findings.length > 0]).toEqual([1, true])
    expect(await open.desk.evidence()).toEqual([])
    expect(await open.services()).toEqual([])
  })

  it('that goes takes only its own findings along', async () => {
    await open.add('package-lock.json', lock)
    const [first] = await open.desk.evidence()
    await open.add('other/package-lock.json', lockFile('react'))
    await open.desk.tick({ productId: 'microsoft-365' })
    await open.desk.removeEvidence(first?.id ?? '')
    const ids = (await open.services()).map(({ id }) => id)
    expect(ids).toContain('microsoft-365')
    expect(ids).toContain('react')
    expect(ids).not.toContain('onnxruntime')
    await expect(open.desk.oneEvidence(first?.id ?? '')).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
  })

  it('that nobody knows, or that is refused, changes nothing', async () => {
    await expect(open.add('x.bin', '\u0001\u0002 nonsense')).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNKNOWN' })
    expect(await open.desk.evidence()).toEqual([])
  })
})

describe('what a person says', () => {
  it('is a tick that stands beside other evidence, and can be taken back when it stands alone', async () => {
    await open.desk.tick({ name: 'React' })
    await open.desk.tick({ productId: 'microsoft-365' })
    await open.desk.tick({ productId: 'microsoft-365' })
    await open.add('package-lock.json', lock)
    expect(kindsOf(await open.service('react'))).toEqual(['manual', 'package'])
    expect(kindsOf(await open.service('microsoft-365'))).toEqual(['manual'])
    await expect(open.desk.untick('react')).rejects.toMatchObject({ code: 'NABIJ_SERVICE_PROVEN' })
    await open.desk.untick('microsoft-365')
    expect(await open.service('microsoft-365')).toBeUndefined()
    await expect(open.desk.untick('microsoft-365')).rejects.toMatchObject({ code: 'NABIJ_SERVICE_UNKNOWN' })
  })

  it('of a made-up name stays of unknown origin; an unknown product is refused', async () => {
    await open.desk.tick({ name: 'Kaasboer 3000' })
    expect(await open.services()).toMatchObject([{ name: 'Kaasboer 3000', vendor: null, origin: 'unknown' }])
    await expect(open.desk.tick({ productId: 'no-such-thing' })).rejects.toMatchObject({
      code: 'NABIJ_KNOWLEDGE_UNKNOWN',
    })
  })

  it('stays when only something else is said', async () => {
    await open.desk.tick({ productId: 'microsoft-365' })
    await open.desk.say('microsoft-365', { crucial: true, costPerMonth: 12_000 })
    await open.desk.say('microsoft-365', { process: 'Office' })
    expect(await open.service('microsoft-365')).toMatchObject({
      notes: { crucial: true, process: 'Office' },
      cost: { amountMinor: 144_000, from: 'hand' },
    })
    await expect(open.desk.say('nothing', {})).rejects.toMatchObject({ code: 'NABIJ_SERVICE_UNKNOWN' })
  })

  it('is kept whole when several say something at the same moment', async () => {
    await open.desk.tick({ productId: 'slack' })
    const said = [{ crucial: true }, { process: 'Kantoor' }, { owner: 'inkoop' }, { costPerMonth: 1200 }]
    await Promise.all(said.map((change) => open.desk.say('slack', change)))
    expect(await open.service('slack')).toMatchObject({ notes: Object.assign({}, ...said) as object })
  })

  it('parts a finding from a service, and joins it again', async () => {
    await open.add('package-lock.json', lock)
    const react = await open.service('react')
    const ids = react?.findings.map(({ id }) => id) ?? []
    for (const id of ids) await open.desk.setApart('react', id, true)
    expect(await open.service('react')).toBeUndefined()
    for (const id of ids) await open.desk.setApart('react', id, false)
    expect(kindsOf(await open.service('react'))).toEqual(['package'])
  })
})

describe('what is remembered', () => {
  it('is a log of what came and went, and a state a month', async () => {
    await open.add('package-lock.json', lock)
    const [evidence] = await open.desk.evidence()
    open.time.now = Date.parse('2026-12-02T12:00:00Z')
    await open.desk.removeEvidence(evidence?.id ?? '')
    await open.desk.tick({ productId: 'microsoft-365' })
    const log = await open.desk.changes(100)
    const lines = log.map(({ kind, serviceId, because }) => `${kind} ${serviceId} ${because ?? ''}`)
    expect(lines[0]).toBe('new microsoft-365 ')
    expect(lines).toContain('gone react package-lock.json')
    expect(lines.at(-1)).toMatch(/^new .* package-lock\.json$/)
    const { snapshots } = parsed<{ snapshots: { day: string; services: number }[] }>(await open.desk.overview())
    expect(snapshots.map(({ day }) => day)).toEqual(['2026-11-25', '2026-12-02'])
    expect(snapshots[1]?.services).toBe(1)
  })

  it('is not written for an empty register', async () => {
    await open.services()
    expect(await open.desk.changes(10)).toEqual([])
    expect(await open.stores.register.snapshots()).toEqual([])
  })

  it('is a letter with its state, which is late when its day has passed', async () => {
    await open.desk.tick({ productId: 'microsoft-365' })
    const { id, state } = await open.desk.addLetter('microsoft-365', 'nl')
    expect(state).toBe('draft')
    await open.desk.changeLetter(id, { body: 'Beste leverancier, eigen woorden', state: 'sent' })
    open.time.now += 29 * 86_400_000
    expect(await open.desk.letters()).toMatchObject([{ id, state: 'late', answerBy: '2026-12-23' }])
    await open.desk.changeLetter(id, { state: 'answered' })
    expect(await open.desk.letters()).toMatchObject([{ state: 'answered', body: 'Beste leverancier, eigen woorden' }])
    await expect(open.desk.addLetter('nothing', 'nl')).rejects.toMatchObject({ code: 'NABIJ_SERVICE_UNKNOWN' })
  })

  it('is how far leaving is, and what was decided', async () => {
    await open.desk.tick({ productId: 'microsoft-365' })
    await open.desk.changeExit('microsoft-365', { state: 'planned', owner: 'Anna' }, 'nl')
    expect(await open.desk.exitPlan('microsoft-365', 'nl')).toMatchObject({ state: 'planned', owner: 'Anna' })
    await open.desk.decide({ asked: 'Slack', decision: 'not', reason: 'Signal' })
    expect(await open.desk.decisions()).toMatchObject([{ asked: 'Slack', decision: 'not' }])
  })
})

it('makes every paper of the same state', async () => {
  await open.desk.changeSettings({ company: 'Bakkerij Bloem' })
  await open.desk.tick({ productId: 'microsoft-365' })
  await open.desk.say('microsoft-365', { crucial: true, costPerMonth: 12_000 })
  const papers = ['html', 'csv', 'cyclonedx', 'ics', 'pdf'] as const
  const [html, csv, cyclonedx, ics, pdf] = await Promise.all(
    papers.map(async (kind) => new TextDecoder('latin1').decode((await open.desk.paper(kind, 'nl')).bytes)),
  )
  expect(html).toContain('Bakkerij Bloem')
  expect(csv).toContain(';1440,00;EUR;')
  expect(JSON.parse(cyclonedx ?? '')).toMatchObject({ bomFormat: 'CycloneDX' })
  expect(ics).toContain('BEGIN:VCALENDAR')
  expect(pdf?.startsWith('%PDF-')).toBe(true)
})

it('waits for one file at a time, and refuses when too many wait', async () => {
  const slow = Promise.withResolvers<void>()
  async function* held() {
    await slow.promise
    yield new TextEncoder().encode(lock)
  }
  const all = Array.from({ length: 6 }, (_, n) =>
    open.desk.read({ name: `${n}`, bytes: held() }, { preview: true }).then(
      () => 'read',
      (error: { code: string }) => error.code,
    ),
  )
  expect(await all[5]).toBe('NABIJ_EVIDENCE_BUSY')
  slow.resolve()
  expect(await Promise.all(all.slice(0, 5))).toEqual(Array(5).fill('read'))
})
