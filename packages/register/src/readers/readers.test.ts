import { NabijError } from '@nabij/base'
import { expect, test } from 'vitest'
import { chooseReader } from '../evidence/choose.ts'
import type { EvidenceReader } from '../reader.ts'
import { samples } from '../testing/samples.ts'
import { decodeHead } from '../text/index.ts'
import { readers } from './index.ts'

const slow = Boolean(process.env['NABIJ_SLOW'])
const mutations = slow ? 10_000 : 600
const contents = new Map(Object.entries(samples).map(([id, { text }]) => [id, new TextEncoder().encode(text)]))

/** Numbers from 0 to 1, the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** How reading ends: with what was said, or with an error of ours. Anything else fails the test. */
async function ending(reader: EvidenceReader, name: string, bytes: Uint8Array, piece = 65_536): Promise<string> {
  const said = { records: 0, traces: 0, ignored: 0, longest: 0 }
  const file = {
    name,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    },
  }
  const emit = {
    record: (count = 1) => void (said.records += count),
    trace: ({ text, name, locator }: { text: string; name: string; locator: string }) => {
      said.traces += 1
      said.longest = Math.max(said.longest, text.length, name.length, locator.length)
    },
    ignored: (_: string, count = 1) => void (said.ignored += count),
    day: () => {},
  }
  try {
    const sure = reader.recognise({
      name,
      bytes: bytes.subarray(0, 65_536),
      text: decodeHead(bytes.subarray(0, 65_536)),
    })
    if (!(sure >= 0 && sure <= 1)) return `a sureness of ${sure}`
    await reader.read(file, emit, new AbortController().signal)
  } catch (error) {
    return error instanceof NabijError ? error.code : `${reader.id} threw ${String(error)}`
  }
  return said.longest > 100_000 ? `${reader.id} said ${said.longest} characters` : 'fine'
}

const fine = /^(?:fine|NABIJ_EVIDENCE_\w+)$/

test('Ids are kebab-case and used once', () => {
  const ids = readers.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
})

test.each(readers.map((reader) => [reader.id, reader] as const))(
  '%s recognises its sample, and reads it',
  async (id, reader) => {
    const sample = samples[id]
    if (!sample) throw new Error(`testing/samples.ts has no sample for ${id}`)
    const bytes = new TextEncoder().encode(sample.text)
    expect(chooseReader({ name: sample.name, bytes, text: sample.text })?.id).toBe(id)
    expect(await ending(reader, sample.name, bytes, 7)).toMatch(fine)
  },
)

test.each(readers.map((reader) => [reader.id, reader] as const))(
  '%s ends on nothing, rubbish and endless lines',
  async (_, reader) => {
    const random = randomFrom(5)
    const rubbish = Uint8Array.from({ length: 20_000 }, () => Math.floor(random() * 256))
    const own = contents.get(reader.id) ?? new Uint8Array(0)
    const endless = new Uint8Array(3_000_000).fill(97)
    const deep = new TextEncoder().encode('['.repeat(200_000))
    const tags = new TextEncoder().encode('<a>'.repeat(100_000))
    const quotes = new TextEncoder().encode('"a;'.repeat(100_000))
    for (const bytes of [
      new Uint8Array(0),
      rubbish,
      endless,
      deep,
      tags,
      quotes,
      joined(own, endless),
      joined(own, deep),
      joined(own, own),
    ])
      expect(await ending(reader, samples[reader.id]?.name ?? 'x', bytes)).toMatch(fine)
  },
)

test(`${mutations} damaged files end with findings or an error of ours`, async () => {
  const random = randomFrom(20_261_125)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
  const all = [...contents]
  const faults: string[] = []
  for (let count = 0; count < mutations; count += 1) {
    const reader = pick(readers)
    if (!reader) continue
    // Mostly its own file, now and then somebody else's.
    const own = contents.get(reader.id)
    const [id, bytes] = own && random() < 0.8 ? [reader.id, own] : (pick(all) ?? ['', new Uint8Array(0)])
    const piece = 1 + Math.floor(random() * 500)
    const end = await ending(reader, samples[id]?.name ?? 'x', damaged(bytes, random), piece)
    if (!fine.test(end)) faults.push(`${count}: ${end}`)
  }
  expect(faults).toEqual([])
}, 600_000)

/** Cut short, bytes flipped, a piece left out, doubled or filled with one character. */
function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length)
  const end = Math.min(bytes.length, at + 1 + Math.floor(random() * 200))
  const choice = Math.floor(random() * 5)
  if (choice === 0) return bytes.subarray(0, at)
  if (choice === 1) return joined(bytes.subarray(0, at), bytes.subarray(end))
  if (choice === 2) return joined(bytes.subarray(0, end), bytes.subarray(at))
  const copy = bytes.slice()
  if (choice === 3) copy.fill(Math.floor(random() * 256), at, end)
  else for (let flips = 0; flips < 8; flips += 1) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256)
  return copy
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const all = new Uint8Array(left.length + right.length)
  all.set(left)
  all.set(right, left.length)
  return all
}
