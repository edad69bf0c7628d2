import { NabijError } from '@nabij/base'
import { gzipSync, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { EvidenceReader } from '../reader.ts'
import { tinyKnowledge } from '../testing/tiny-knowledge.ts'
import { linesOf } from '../text/index.ts'
import { chooseReader } from './choose.ts'
import { type ReadOptions, readEvidence } from './read-evidence.ts'

/** `pay NAME` a line: as simple as a reader can be. */
const simple: EvidenceReader = {
  id: 'bank-simple',
  recognise: ({ text }) => (text.startsWith('pay ') ? 0.9 : 0),
  async read(file, emit, signal) {
    for await (const { text, number } of linesOf(file, { signal })) {
      emit.record()
      emit.day('2026-01-0' + String(number))
      if (text === 'pay boom') throw new TypeError('a fault of ours')
      if (!text.startsWith('pay ')) emit.ignored('no payment')
      else
        emit.trace({
          kind: 'payment',
          name: text.slice(4),
          locator: `line ${number}`,
          text: text.slice(4),
          payment: { amountMinor: 100, currency: 'EUR', date: '2026-01-01' },
        })
    }
  },
}
const index = tinyKnowledge()
const options: ReadOptions = { index, rules: [], readers: [simple] }

async function read(name: string, content: string | Uint8Array, more: Partial<ReadOptions> = {}) {
  return await readEvidence(
    { name, bytes: typeof content === 'string' ? strToU8(content) : content },
    { ...options, ...more },
  )
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return await promise.then(
    () => 'fine',
    (error: unknown) => (error instanceof NabijError ? error.code : String(error)),
  )
}

test('A file becomes findings, questions and counts', async () => {
  const [one] = await read(
    'a.txt',
    'pay Moneybird B.V.\npay Zoom\npay Zoom 1234\npay Bakkerij De Zoom\nrest\npay J. Jansen',
  )
  expect(one).toMatchObject({
    path: 'a.txt',
    reader: 'bank-simple',
    records: 6,
    from: '2026-01-01',
    to: '2026-01-06',
    ignored: expect.arrayContaining([
      { reason: 'no payment', count: 1 },
      { reason: 'name of another trade', count: 1 },
      { reason: 'private person', count: 1 },
    ]),
    questions: [{ words: 'zoom', count: 2, total: { amountMinor: 200 } }],
  })
  expect(one?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(one?.findings.map(({ productId, why }) => productId ?? why)).toEqual(['moneybird', 'asked', 'asked'])
  expect(JSON.stringify(one)).not.toContain('Jansen')
})

test('The same bytes are the same evidence whatever the name; equal lines are each a payment', async () => {
  const [one] = await read('a.txt', 'pay Slack\npay Slack')
  const [two] = await read('b/c.csv', 'pay Slack\npay Slack')
  expect(two?.findings).toEqual(one?.findings)
  expect(new Set(one?.findings.map(({ id }) => id)).size).toBe(2)
})

test('Of ourselves nothing is found', async () => {
  const [one] = await read('a.txt', 'pay Slack', { own: ['Slack'] })
  expect(one).toMatchObject({ findings: [], ignored: [{ reason: 'of our own', count: 1 }] })
})

test('What nobody recognises, and a fault in a reader', async () => {
  expect(await codeOf(read('a.bin', Uint8Array.of(0, 1, 2, 3)))).toBe('NABIJ_EVIDENCE_UNKNOWN')
  expect(await codeOf(read('a', ''))).toBe('NABIJ_EVIDENCE_UNKNOWN')
  expect(await codeOf(read('a', 'pay x\npay boom'))).toBe('NABIJ_EVIDENCE_UNREADABLE')
})

test('The surest reader wins; half sure is enough', () => {
  const at = (id: string, sure: number): EvidenceReader => ({ ...simple, id, recognise: () => sure })
  const head = { name: '', text: '', bytes: new Uint8Array(0) }
  expect(chooseReader(head, [at('a', 0.5), at('b', 0.9), at('c', 0.6)])?.id).toBe('b')
  expect(chooseReader(head, [at('a', 0.5)])?.id).toBe('a')
  expect(chooseReader(head, [at('a', 0.49)])).toBeNull()
})

test('Archives are opened, one evidence for each file in them; the rest is counted', async () => {
  const inner = zipSync({ 'deep.txt': strToU8('pay Moneybird') })
  const zip = zipSync({
    'map/a.txt': strToU8('pay Slack'),
    'photo.jpg': Uint8Array.of(255, 216, 0, 0),
    'in.zip': inner,
    'log.gz': gzipSync(strToU8('pay Slack BV')),
  })
  const all = await read('all.zip', zip)
  expect(all.map(({ path, reader, findings }) => [path, reader, findings.length])).toEqual([
    ['all.zip/map/a.txt', 'bank-simple', 1],
    ['all.zip/in.zip/deep.txt', 'bank-simple', 1],
    ['all.zip/log', 'bank-simple', 1],
    ['all.zip', 'archive', 0],
  ])
  expect(all.at(-1)?.ignored).toEqual([{ reason: 'file of an unknown kind', count: 1 }])
  expect(await codeOf(read('none.zip', zipSync({ 'a.jpg': Uint8Array.of(1) })))).toBe('NABIJ_EVIDENCE_UNKNOWN')
})

test.each(['../a.txt', 'a/../../b.txt', '/etc/a.txt', 'C:\\a.txt', '..\\a.txt'])(
  'A name that leaves the archive is refused: %s',
  async (name) => {
    expect(await codeOf(read('evil.zip', zipSync({ [name]: strToU8('pay Slack') })))).toBe('NABIJ_EVIDENCE_HOSTILE')
  },
)

test('Bombs: too much for their size, too many files, archives in archives in archives, shared bytes', async () => {
  const bomb = zipSync({ 'a.txt': new Uint8Array(60 * 1024 ** 2).fill(112) }, { level: 9 })
  const eager = { ...simple, recognise: () => 1 }
  expect(await codeOf(read('bomb.zip', bomb, { readers: [eager] }))).toBe('NABIJ_EVIDENCE_HOSTILE')
  expect(await codeOf(read('bomb.gz', gzipSync(new Uint8Array(60 * 1024 ** 2).fill(112)), { readers: [eager] }))).toBe(
    'NABIJ_EVIDENCE_HOSTILE',
  )
  const small = zipSync({ 'a.txt': strToU8('pay Slack'), 'b.txt': strToU8('pay Slack') })
  expect(await codeOf(read('many.zip', small, { limits: { entries: 1 } }))).toBe('NABIJ_EVIDENCE_HOSTILE')
  expect(await codeOf(read('much.zip', small, { limits: { total: 10 } }))).toBe('NABIJ_EVIDENCE_HOSTILE')
  expect(await codeOf(read('big.zip', small, { limits: { archive: 50 } }))).toBe('NABIJ_EVIDENCE_TOO_LARGE')
  const nested = zipSync({ 'b.zip': zipSync({ 'c.zip': zipSync({ 'a.txt': strToU8('pay Slack') }) }) })
  expect(await codeOf(read('deep.zip', nested))).toBe('NABIJ_EVIDENCE_HOSTILE')
  const shared = small.slice()
  const view = new DataView(shared.buffer)
  const central = view.getUint32(shared.length - 6, true)
  const second = central + 46 + view.getUint16(central + 28, true) + view.getUint16(central + 30, true)
  view.setUint32(second + 42, 0, true)
  expect(await codeOf(read('shared.zip', shared))).toBe('NABIJ_EVIDENCE_HOSTILE')
})

test('Damaged archives end with an error of ours, wherever they are damaged', async () => {
  const whole = zipSync({ 'a.txt': strToU8('pay Slack\n'.repeat(50)), 'b.txt': strToU8('pay Moneybird') })
  const allowed = /^(?:fine|NABIJ_EVIDENCE_\w+)$/
  for (let at = 0; at < whole.length; at += 1) {
    expect(await codeOf(read('cut.zip', whole.subarray(0, at)))).toMatch(allowed)
    const flipped = whole.slice()
    flipped[at] = (flipped[at] ?? 0) ^ 0xff
    expect(await codeOf(read('flip.zip', flipped))).toMatch(allowed)
  }
})

test('Cancelling ends it', async () => {
  const abort = new AbortController()
  const endless = {
    name: 'endless',
    async *bytes() {
      for (let count = 0; ; count += 1) {
        if (count === 10) abort.abort(new Error('enough'))
        yield strToU8('pay Slack\n')
        await Promise.resolve()
      }
    },
  }
  await expect(readEvidence(endless, { ...options, signal: abort.signal })).rejects.toThrow('enough')
})
