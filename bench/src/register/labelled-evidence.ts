import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Payment, statements } from './statements.ts'

/** Something that stands in the evidence, and whose it is. */
export interface Label {
  file: string
  /** By what a finding is known to be about it. */
  mark: string
  /** Ids of vendors that are right; none for what only looks like one. */
  vendors: string[]
}

export interface LabelledEvidence {
  files: { name: string; bytes: Uint8Array }[]
  labels: Label[]
}

/** Where the labelled set lies in this repository. */
export const labelledFolder = fileURLToPath(new URL('../../data/register/', import.meta.url))

/** Reads the labelled set and writes its payments as statements. A payment is known again by its amount. */
export function labelledEvidence(folder = labelledFolder): LabelledEvidence {
  const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
  const lines = (name: string) =>
    read(name)
      .split('\n')
      .filter((line) => line.trim() !== '')
  const payments: Payment[] = []
  const marks: Omit<Label, 'file'>[] = []
  const pay = (payee: string, description: string, vendors: string[]) => {
    const cents = 1003 + payments.length * 7
    payments.push({ payee, description, cents })
    marks.push({ mark: centsMark(cents), vendors })
  }
  const real = lines('payments.tsv').map((line) => line.split('\t'))
  const traps = lines('payment-traps.txt')
  const longest = Math.max(real.length, traps.length)
  for (let at = 0; at < longest; at += 1) {
    const [vendors = '', payee = '', description = ''] = real[at] ?? []
    if (payee !== '') pay(payee, description, vendors.split('|'))
    const trap = traps[at]
    if (trap) pay(trap, at % 2 === 0 ? 'Factuur 2026-1182' : 'Betaalpas 012 terminal 8827', [])
  }

  const labels = lines('labels.tsv').map((line): Label => {
    const [file = '', mark = '', whose = ''] = line.split('\t')
    return { file, mark, vendors: whose === '-' ? [] : whose.split('|') }
  })
  const made = statements(payments)
  const names = [...new Set(labels.map(({ file }) => file))]
  return {
    files: [
      ...made.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
      ...names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) })),
    ],
    labels: [...marks.map((label, at) => ({ ...label, file: made[at % 3]?.name ?? '' })), ...labels],
  }
}

/** How a payment of this many cents is marked. */
export function centsMark(cents: number): string {
  return `cents:${Math.abs(cents)}`
}
