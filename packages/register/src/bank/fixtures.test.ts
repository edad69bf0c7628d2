import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { camtEntries } from '../readers/bank-camt/camt-entries.ts'
import { bankCamt } from '../readers/bank-camt/index.ts'
import { bankMt940 } from '../readers/bank-mt940/index.ts'
import { mt940Entries } from '../readers/bank-mt940/mt940-entries.ts'
import { readWith } from '../testing/read.ts'
import type { BankEntry } from './entries.ts'

// Statements of other projects: not part of the repository, found by NABIJ_SETS.
const folder = join(process.env['NABIJ_SETS'] ?? '/nowhere', 'sovereignty/fixtures')
const here = existsSync(join(folder, 'camt'))
const { signal } = new AbortController()

function file(path: string) {
  const content = readFileSync(path)
  return {
    name: path,
    async *bytes() {
      for (let at = 0; at < content.length; at += 500) yield new Uint8Array(content.subarray(at, at + 500))
    },
  }
}

function filesOf(kind: string, ends: RegExp): string[] {
  if (!here) return []
  return readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' })
    .filter((path) => ends.test(path))
    .sort()
    .map((path) => join(folder, kind, path))
}

async function camt(path: string): Promise<BankEntry[]> {
  const entries: BankEntry[] = []
  await camtEntries(file(path), signal, { entry: ({ entry }) => void entries.push(entry) })
  return entries
}

async function mt940(path: string): Promise<BankEntry[]> {
  const entries: BankEntry[] = []
  await mt940Entries(file(path), signal, { entry: (entry) => void entries.push(entry), bad: () => {} })
  return entries
}

/** Cents of a decimal text, by another way than the readers': through whole and rest, rounded half away from zero. */
function cents(text: string): number {
  const [, minus, whole = '0', rest = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(text.trim()) ?? []
  const exact = BigInt(`${whole || '0'}${rest.padEnd(6, '0').slice(0, 6)}`)
  const rounded = Number((exact + 5000n) / 10_000n)
  return minus && rounded !== 0 ? -rounded : rounded
}

const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((total, number) => total + (number ?? Number.NaN), 0)

describe.skipIf(!here)('statements of others', () => {
  test.each(filesOf('camt', /\.xml$/))('%s equals its entries to the cent', async (path) => {
    const blocks = readFileSync(path, 'utf8').split('<Ntry>').slice(1)
    const told = blocks.map((block) => {
      const minor = cents(/<Amt[^>]*>([^<]*)</.exec(block)?.[1] ?? '')
      return /<CdtDbtInd>(\w+)</.exec(block)?.[1] === 'DBIT' && minor !== 0 ? -minor : minor
    })
    const entries = await camt(path)
    expect(new Set(entries.map(({ locator }) => /^entry \d+/.exec(locator)?.[0])).size).toBe(told.length)
    expect(sum(entries.map(({ minor }) => minor))).toBe(sum(told))
    if (blocks.some((block) => /Dt>/.test(block))) expect(entries.every(({ date }) => date !== null)).toBe(true)
  })

  test('The wrong CAMT is refused', async () => {
    const read = readWith(bankCamt, readFileSync(join(folder, 'camt/camt053.v2.wrong.xml')))
    await expect(read).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
  })

  test.each(filesOf('mt940', /\.sta$/))('%s equals its entries to the cent', async (path) => {
    const expected = JSON.parse(readFileSync(path.replace(/\.sta$/, '.expected.json'), 'utf8')) as {
      transactions?: { amount?: { amount: string }; date?: string; status?: string }[]
    }
    const told = (expected.transactions ?? []).filter(({ amount }) => amount)
    const entries = await mt940(path)
    // The other project gives a credit that is taken back (RC) no minus: by SWIFT it is money that goes.
    const signed = told.map(({ amount, status }) => cents(amount?.amount ?? '') * (status === 'RC' ? -1 : 1))
    expect(entries.map(({ minor }) => minor)).toEqual(signed)
    expect(entries.map(({ date }) => date)).toEqual(told.map(({ date }) => date))
  })

  test.each(filesOf('mt940', /mt940[^/]*\.txt$/))('%s equals its lines to the cent', async (path) => {
    const lines = readFileSync(path, 'latin1')
      .split(/\r?\n/)
      .filter((line) => line.startsWith(':61:'))
    const told = lines.map((line) => {
      const [, mark, amount = ''] = /^:61:\d{6}[\d ]{4}(R?[CD])[A-Z]?(\d+,\d*)/.exec(line) ?? []
      return cents(amount.replace(',', '.')) * (mark === 'D' ? -1 : 1)
    })
    const entries = await mt940(path)
    expect(entries.map(({ minor }) => minor)).toEqual(told.map((minor) => minor + 0))
    expect((await readWith(bankMt940, readFileSync(path))).records).toBe(told.length)
  })
})
