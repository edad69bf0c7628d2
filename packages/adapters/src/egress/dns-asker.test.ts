import type { DnsOutcome, DnsQuestion, Egress } from '@nabij/base'
import { afterEach, expect, it, vi } from 'vitest'
import { dnsAsker } from './dns-asker.ts'
import { type NameServer, type NameServerAnswer, startNameServer } from './testing/name-server.ts'

let server: NameServer | null = null
afterEach(async () => {
  await server?.stop()
  server = null
})

async function asking(answers: Record<string, NameServerAnswer>, timeoutMs = 300) {
  server = await startNameServer((type, name) => answers[`${type} ${name}`] ?? 'NXDOMAIN')
  const book = new Map<string, Egress>()
  const ledger = {
    begin: async (entry: Omit<Egress, 'bytesOut' | 'bytesIn'>) => {
      book.set(entry.id, { ...entry, bytesOut: 0, bytesIn: 0 })
    },
    add: async (id: string, bytesOut: number) => {
      const entry = book.get(id)
      if (entry) entry.bytesOut += bytesOut
    },
  }
  const asker = dnsAsker({ ledger, clock: () => 5, timeoutMs, tries: 1 })
  const resolver = server.address
  const ask = (question: DnsQuestion, signal = new AbortController().signal) =>
    asker.ask(question, { resolver, signal })
  return { asker, ask, book, resolver, asked: server.asked }
}

it('gives records as a zone file has them, and writes each question down', async () => {
  const { ask, book, resolver, asked } = await asking({
    'MX acme.nl': ['10 mx.Example.nl'],
    'TXT acme.nl': [`v=spf1 ${'include:a.nl '.repeat(20)}-all`, 'with "quotes" and \\ and \n line'],
    'NS acme.nl': ['ns1.acme.nl'],
    'A acme.nl': ['52.95.110.1'],
    'CNAME www.acme.nl': ['acme.github.io'],
    'SRV _autodiscover._tcp.acme.nl': ['0 0 443 auto.acme.nl'],
  })
  const records = async (name: string, type: DnsQuestion['type']) => (await ask({ name, type })).records
  expect(await records('acme.nl', 'MX')).toEqual(['10 mx.example.nl.'])
  const [spf = '', hostile] = await records('acme.nl', 'TXT')
  expect(spf.replaceAll('" "', '')).toBe(`"v=spf1 ${'include:a.nl '.repeat(20)}-all"`)
  expect(hostile).toBe('"with quotes and  and  line"')
  expect(await records('acme.nl', 'NS')).toEqual(['ns1.acme.nl.'])
  expect(await records('acme.nl', 'A')).toEqual(['52.95.110.1'])
  expect(await records('www.acme.nl', 'CNAME')).toEqual(['acme.github.io.'])
  expect(await records('_autodiscover._tcp.acme.nl', 'SRV')).toEqual(['0 0 443 auto.acme.nl.'])
  expect(
    [...book.values()].map(({ purpose, host, bytesOut }) => [purpose.replace('DNS: ', ''), host, bytesOut > 20]),
  ).toEqual(asked.map((question) => [question, resolver, true]))
})

it.each<[NameServerAnswer, DnsOutcome]>([
  ['NXDOMAIN', 'no-such-name'],
  ['SERVFAIL', 'server-failed'],
  ['REFUSED', 'refused'],
  ['silent', 'timeout'],
  ['garbage', 'server-failed'],
  [[], 'nothing'],
  [['evil name;.example.com'], 'nothing'],
])('%s is told as %s', async (answer, outcome) => {
  const { ask } = await asking({ 'CNAME acme.nl': answer })
  expect(await ask({ name: 'acme.nl', type: 'CNAME' })).toMatchObject({ outcome, records: [] })
})

it('says that nobody listens', async () => {
  const { asker, resolver } = await asking({})
  await server?.stop()
  server = null
  const signal = new AbortController().signal
  expect(await asker.ask({ name: 'acme.nl', type: 'A' }, { resolver, signal })).toMatchObject({ outcome: 'no-network' })
})

it('ends when it is cancelled, before and after the question has left', async () => {
  const { ask, asked } = await asking({ 'A acme.nl': 'silent' }, 600_000)
  const early = new AbortController()
  const never = ask({ name: 'acme.nl', type: 'A' }, early.signal)
  early.abort(new Error('enough'))
  await expect(never).rejects.toThrow('enough')
  expect(asked).toEqual([])
  const late = new AbortController()
  const answer = ask({ name: 'acme.nl', type: 'A' }, late.signal)
  await vi.waitUntil(() => asked.length === 1)
  late.abort(new Error('enough'))
  await expect(answer).rejects.toThrow('enough')
})

it('knows whom it would ask, and refuses what is no address of a name server', async () => {
  const { asker } = await asking({})
  expect(asker.resolvers('192.0.2.1')).toEqual(['192.0.2.1:53'])
  expect(asker.resolvers('[2001:db8::1]:5353')).toEqual(['[2001:db8::1]:5353'])
  expect(() => asker.resolvers('example.nl')).toThrow(expect.objectContaining({ code: 'NABIJ_INVALID_INPUT' }))
  expect(() => asker.resolvers('169.254.169.254')).toThrow(expect.objectContaining({ code: 'NABIJ_OUTPUT_ADDRESS' }))
})
