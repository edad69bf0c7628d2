import { type NameServer, type NameServerAnswer, startNameServer } from '@nabij/adapters/egress/testing'
import { ColumnChoice, NabijError, type SetApart } from '@nabij/base'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parsed } from './json.ts'
import { bytesOf, lockFile, type OpenDesk, openDesk } from './testing/open-desk.ts'

// Each test starts reading processes: none may fail because the machine is busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let open: OpenDesk
beforeEach(async () => {
  open = await openDesk()
})
afterEach(() => open.close())

describe('a table of an unknown bank', () => {
  const header = 'When,Who,What,How much'
  const table = `${header}\n03/13/2026,Slack Technologies Limited,Team plan,-8.75\n03/14/2026,J. Jansen,huur,-900.00\n`
  const columns = ColumnChoice.parse({ date: 1, name: 2, description: [3], amount: 4, monthFirst: true })
  const look = (text: string) => open.desk.read({ name: 'x.csv', bytes: bytesOf(text) }, { preview: true })

  it('is looked at, pointed out, kept, and known again by its header after a restart', async () => {
    const seen = await look(table)
    expect(seen.tables).toMatchObject([{ from: 'content', columns, rows: [{ line: 2 }, { line: 3 }] }])
    await expect(open.add('x.csv', table)).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_COLUMNS' })
    expect(await open.desk.evidence()).toEqual([])
    await open.desk.read({ name: 'x.csv', bytes: bytesOf(table) }, { preview: false, columns })
    expect((await open.service('slack'))?.cost?.amountMinor).toBe(875)
    await open.again()
    const april = `${header}\n04/13/2026,Slack Technologies Limited,Team plan,-8.75\n`
    expect((await look(april)).tables).toMatchObject([{ from: 'remembered' }])
    await open.add('april.csv', april)
    expect((await open.service('slack'))?.findings).toHaveLength(2)
    expect(new TextDecoder().decode(await open.stores.register.state())).not.toMatch(/Jansen|huur/)
  })

  it('is asked about again once its columns are forgotten', async () => {
    await open.desk.read({ name: 'x.csv', bytes: bytesOf(table) }, { preview: false, columns })
    const [known] = await open.desk.knownColumns()
    expect(known).toMatchObject({ header: 'when|who|what|howmuch', columns: { amount: 4 } })
    await open.desk.forgetColumns(known?.id ?? '')
    expect(await open.desk.knownColumns()).toEqual([])
    await expect(open.add('y.csv', `${table}04/13/2026,Zoom,x,-9.00\n`)).rejects.toMatchObject({
      code: 'NABIJ_EVIDENCE_COLUMNS',
    })
    await expect(open.desk.forgetColumns('no-such')).rejects.toMatchObject({ code: 'NABIJ_NOT_FOUND' })
    expect((await open.service('slack'))?.findings).toHaveLength(1)
  })

  it('of which the columns are only tried is not remembered', async () => {
    await open.desk.read({ name: 'x.csv', bytes: bytesOf(table) }, { preview: true, columns })
    expect((await look(table)).tables).toMatchObject([{ from: 'content' }])
    const wrong = { ...columns, name: 9 }
    const reading = open.desk.read({ name: 'x.csv', bytes: bytesOf(table) }, { preview: false, columns: wrong })
    await expect(reading).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_COLUMN', params: { column: 9 } })
  })
})

describe('a look-up', () => {
  let server: NameServer | null = null
  afterEach(async () => {
    await server?.stop()
    server = null
  })

  const zone: Record<string, NameServerAnswer> = {
    'NS acme.nl': ['ns0.transip.net'],
    'MX acme.nl': ['10 acme-nl.mail.protection.outlook.com'],
    'TXT acme.nl': ['v=spf1 include:spf.hoster.example.com include:loop.example.com -all', 'MS=ms12345678'],
    'TXT spf.hoster.example.com': ['v=spf1 include:servers.mcsv.net -all', 'token=1'],
    'TXT loop.example.com': ['v=spf1 include:loop.example.com include:spf.hoster.example.com -all'],
    'CNAME www.acme.nl': ['acme.webflow.io'],
    'CNAME shop.acme.nl': 'SERVFAIL',
  }

  async function serve(answers: Record<string, NameServerAnswer>, otherwise: NameServerAnswer = 'NXDOMAIN') {
    server = await startNameServer((type, name) => answers[`${type} ${name}`] ?? otherwise)
    return server
  }

  it('asks exactly what it says beforehand and what SPF includes, and is evidence as a zone file is', async () => {
    const { address: resolver, asked } = await serve(zone)
    const plan = open.desk.dnsPlan('info@Acme.nl', resolver)
    expect(asked).toEqual([])
    expect(plan).toMatchObject({ domain: 'acme.nl', resolvers: [resolver] })
    const { evidence, answers } = await open.desk.lookUpDns('acme.nl', { resolver })
    const included = ['TXT loop.example.com', 'TXT servers.mcsv.net', 'TXT spf.hoster.example.com']
    const planned = plan.questions.map(({ type, name }) => `${type} ${name}`)
    // A question that fails is put once more or once only: it is the same question.
    expect([...new Set(asked)].sort()).toEqual([...planned, ...included].sort())
    expect(answers.map(({ type, name }) => `${type} ${name}`).sort()).toEqual([...planned, ...included].sort())
    expect(answers.find(({ name }) => name === 'shop.acme.nl')?.outcome).toBe('server-failed')
    expect(evidence).toMatchObject([{ path: 'dns:acme.nl', reader: 'dns-zone' }])
    expect((await open.service('microsoft-365'))?.confidence).toBe('confirmed')
    expect((await open.service('mailchimp'))?.findings[0]?.text).toContain('SPF of spf.hoster.example.com')
    const book = await open.stores.egress.list(100)
    expect(book).toHaveLength(answers.length)
    expect(book.map(({ purpose }) => purpose)).toContain('DNS: MX acme.nl')
    expect(book.every(({ host }) => host === resolver)).toBe(true)
  })

  it('takes the place of the one before, unless it got only half an answer', async () => {
    const { 'CNAME shop.acme.nl': _, ...whole } = zone
    const { address: resolver } = await serve(whole)
    await open.desk.lookUpDns('acme.nl', { resolver })
    await open.desk.lookUpDns('acme.nl', { resolver })
    expect(await open.desk.evidence()).toHaveLength(1)
    whole['MX acme.nl'] = ['10 mx.transip.email']
    await open.desk.lookUpDns('acme.nl', { resolver })
    expect(await open.desk.evidence()).toHaveLength(1)
    expect((await open.service('microsoft-365'))?.confidence).not.toBe('confirmed')
    whole['CNAME www.acme.nl'] = 'silent'
    await open.desk.lookUpDns('acme.nl', { resolver })
    expect(await open.desk.evidence()).toHaveLength(2)
  })

  it('that hears nothing of use ends after one question, and keeps nothing', async () => {
    const heard: [NameServerAnswer, NabijError['code']][] = [
      ['NXDOMAIN', 'NABIJ_DNS_NO_DOMAIN'],
      ['SERVFAIL', 'NABIJ_DNS_FAILED'],
      ['REFUSED', 'NABIJ_DNS_FAILED'],
      ['silent', 'NABIJ_DNS_SILENT'],
    ]
    for (const [answer, code] of heard) {
      const { address: resolver, asked, stop } = await startNameServer(() => answer)
      await expect(open.desk.lookUpDns('acme.nl', { resolver })).rejects.toMatchObject({ code })
      expect(new Set(asked)).toEqual(new Set(['NS acme.nl']))
      await stop()
    }
    expect(await open.desk.evidence()).toEqual([])
  })

  it('that is cancelled keeps nothing', async () => {
    const { address: resolver, asked } = await serve({ 'NS acme.nl': ['ns0.transip.net'] }, 'silent')
    const stop = new AbortController()
    const looking = open.desk.lookUpDns('acme.nl', { resolver, signal: stop.signal })
    looking.catch(() => undefined)
    await vi.waitUntil(() => asked.length > 1)
    stop.abort()
    await expect(looking).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_CANCELLED' })
    expect(await open.desk.evidence()).toEqual([])
  })

  it('is for domains only', () => {
    expect(() => open.desk.dnsPlan('localhost')).toThrow(NabijError)
  })
})

describe('what was decided, as a file', () => {
  const rule = { words: 'zoom', productId: 'zoom', name: null, createdAt: 1 }
  const book = {
    format: 'nabij-rules' as const,
    version: 1 as const,
    rules: [rule, { words: 'slagerij slack', productId: null, name: null, createdAt: 2 }],
    apart: [{ serviceId: 'slack', findingId: 'f1' }],
    names: ['Kassa van Jan'],
  }

  it('comes in, the second time without a change, and goes out as it came in', async () => {
    const take = (preview: boolean) => open.desk.takeRuleBook(book, { preview, replace: false })
    const fresh = {
      rules: { added: 2, same: 0, replaced: 0 },
      apart: { added: 1, same: 0 },
      names: { added: 1, same: 0 },
      conflicts: [],
    }
    expect(await take(true)).toEqual(fresh)
    expect(await open.desk.rules()).toEqual([])
    expect(await take(false)).toEqual(fresh)
    const once = await open.desk.ruleBook()
    expect(once).toEqual({ ...book, rules: [book.rules[1], rule] })
    expect(await take(false)).toMatchObject({ rules: { added: 0, same: 2 }, apart: { same: 1 }, names: { same: 1 } })
    expect(await open.desk.ruleBook()).toEqual(once)
    expect((await open.services()).map(({ name }) => name)).toEqual(['Kassa van Jan'])
  })

  it('shows what is decided otherwise here, and gives way only when it is told to', async () => {
    await open.desk.takeRuleBook(book, { preview: false, replace: false })
    const theirs = { ...rule, productId: null, createdAt: 9 }
    const other = { ...book, rules: [theirs] }
    const { conflicts } = await open.desk.takeRuleBook(other, { preview: false, replace: false })
    expect(conflicts).toEqual([{ words: 'zoom', ours: rule, theirs }])
    expect(await open.desk.rules()).toContainEqual(rule)
    expect(await open.desk.takeRuleBook(other, { preview: false, replace: true })).toMatchObject({
      rules: { replaced: 1 },
    })
    expect(await open.desk.rules()).toContainEqual(theirs)
  })
})

describe('what was set apart', () => {
  const apart = async () => parsed<{ apart: SetApart[] }>(await open.desk.apart()).apart

  it('is listed with its words until it is given back, or its file is gone', async () => {
    await open.add('shop/package-lock.json', lockFile('react', 'onnxruntime-node'))
    const react = await open.service('react')
    const findingId = react?.findings[0]?.id ?? ''
    await open.desk.setApart('react', findingId, true)
    expect(await apart()).toMatchObject([
      { serviceId: 'react', findingId, name: 'React', evidence: 'shop/package-lock.json' },
    ])
    await open.desk.setApart('react', findingId, false)
    expect(await apart()).toEqual([])
    await open.desk.setApart('react', findingId, true)
    const [file] = await open.desk.evidence()
    await open.desk.removeEvidence(file?.id ?? '')
    expect(await apart()).toEqual([])
  })
})
