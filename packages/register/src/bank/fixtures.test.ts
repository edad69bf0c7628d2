import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bankCamt } from '../readers/bank-camt/index.ts'
import { bankMt940 } from '../readers/bank-mt940/index.ts'
import { readWith } from '../testing/read.ts'

/** Public statements of many banks, where they are at hand: NABIJ_SETS/sovereignty/fixtures. */
const fixtures = join(process.env.NABIJ_SETS ?? '/nowhere', 'sovereignty', 'fixtures')
const mt940 = globSync(join(fixtures, 'mt940', '*', '*.sta'))
const camt = globSync(join(fixtures, 'camt', '*.xml'))

interface Expected {
  transactions: { amount?: { amount: string } | null }[]
}

const named = (paths: string[]) => paths.map((path) => [join(basename(dirname(path)), basename(path)), path] as const)
const total = (cents: number[]) => cents.reduce((sum, each) => sum + Math.max(0, each), 0)

/** What went out, to the cent, whether somebody is named or not. */
async function paidIn(reader: typeof bankCamt, path: string) {
  const { traces, records, ignored } = await readWith(reader, readFileSync(path), { piece: 7 })
  const nameless = ignored['line without payee'] ?? 0
  return { paid: total(traces.map(({ payment }) => payment?.amountMinor ?? 0)), records, nameless }
}

describe.runIf(existsSync(fixtures))('statements of many banks', () => {
  it.each(named(mt940))('%s', async (_, path) => {
    const { transactions } = JSON.parse(readFileSync(path.replace(/\.sta$/, '.expected.json'), 'utf8')) as Expected
    const wanted = transactions.flatMap(({ amount }) => (amount ? [-Math.round(Number(amount.amount) * 100)] : []))
    const { paid, records, nameless } = await paidIn(bankMt940, path)
    expect(records).toBe(wanted.length)
    if (nameless === 0) expect(paid).toBe(total(wanted))
  })

  it.each(named(camt))('%s', async (_, path) => {
    const xml = readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->/g, '')
    const wanted = [...xml.matchAll(/<Ntry>([\s\S]*?)<\/Ntry>/g)].map(([, entry = '']) => {
      const [amount, sign] = [/<Amt[^>]*>([\d.]+)</.exec(entry)?.[1], /<CdtDbtInd>(\w+)</.exec(entry)?.[1]]
      return Math.round(Number(amount) * 100 + 1e-6) * (sign === 'CRDT' ? -1 : 1)
    })
    const { paid, records, nameless } = await paidIn(bankCamt, path)
    expect(records).toBeGreaterThanOrEqual(wanted.length)
    if (nameless === 0) expect(paid).toBe(total(wanted))
  })
})
