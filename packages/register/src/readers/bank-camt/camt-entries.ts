import { dayOf, minorOf } from '../../bank/amount.ts'
import { detailsOf } from '../../bank/details.ts'
import type { BankEntry } from '../../bank/entries.ts'
import type { EvidenceFile } from '../../reader.ts'
import { readXml } from '../../software/read-xml.ts'

/** Values by their path below the entry or below its transaction: `Amt`, `RltdPties/Cdtr/Nm`. */
interface Part {
  values: Map<string, string[]>
  currency: Map<string, string>
}

interface Found {
  entry: BankEntry
  /** Why it is no payment (yet). */
  skipped: string | null
}

const part = (): Part => ({ values: new Map(), currency: new Map() })

/** Every payment of every entry of a CAMT document; a batch is taken apart when its parts say their amounts. */
export async function camtEntries(
  file: EvidenceFile,
  signal: AbortSignal,
  on: { entry(found: Found): void; period?(day: string): void },
): Promise<{ statement: boolean; whole: boolean }> {
  let number = 0
  let statement = false
  let entry: Part | null = null
  let depth = 0
  let details: Part[] = []
  let detail: { part: Part; depth: number } | null = null

  const whole = await readXml(file, signal, {
    open({ name, path }) {
      if (/^(?:Stmt|Rpt|Ntfctn)$/.test(name)) statement = true
      else if (name === 'Ntry' && !entry) {
        entry = part()
        details = []
        depth = path.length
      } else if (name === 'TxDtls' && entry) detail = { part: part(), depth: path.length }
    },
    close(element) {
      const { name, path, text } = element
      if (!entry) {
        if (/^(?:Fr|To)Dt(?:Tm)?$/.test(name) && path.at(-1) === 'FrToDt') on.period?.(text)
        return
      }
      if (name === 'TxDtls' && detail) {
        details.push(detail.part)
        detail = null
      } else if (name === 'Ntry' && path.length === depth) {
        number += 1
        for (const found of paymentsOf(entry, details, number)) on.entry(found)
        entry = null
      } else if (text !== '') {
        const at = detail ?? { part: entry, depth }
        const key = [...path.slice(at.depth + 1), name].join('/')
        const known = at.part.values.get(key)
        if (known) known.push(text)
        else at.part.values.set(key, [text])
        if (name.endsWith('Amt') && !at.part.currency.has(key))
          at.part.currency.set(key, element.attribute('Ccy') ?? '')
      }
    },
  })
  return { statement, whole }
}

function paymentsOf(entry: Part, details: readonly Part[], number: number): Found[] {
  const currency = /^[A-Z]{3}$/.exec(entry.currency.get('Amt') ?? '')?.[0] ?? 'EUR'
  const amount = minorOf(first(entry, 'Amt'), currency, '.')
  const credit = first(entry, 'CdtDbtInd') === 'CRDT'
  const reversal = /^(?:true|1)$/.test(first(entry, 'RvslInd'))
  const date =
    dayOf(first(entry, 'BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm')) ??
    dayOf(first(details[0] ?? entry, 'RltdDts/TxDtTm', 'RltdDts/AccptncDtTm'))
  const skipped = /^(?:PDNG|INFO|FUTR)$/.test(first(entry, 'Sts', 'Sts/Cd')) ? 'not booked yet' : null
  const more = first(entry, 'AddtlNtryInf')
  const make = (minor: number | null, detail: Part, locator: string, out = !credit): Found => ({
    skipped,
    entry: {
      locator,
      date,
      minor: minor === null ? null : out ? -minor : minor,
      currency,
      ...namedIn(partyOf(detail, reversal ? !out : out), descriptionOf(detail, more)),
      reversal: reversal && !out,
    },
  })
  const parts = details.length > 1 ? details.map((detail) => amountOf(detail, currency, credit)) : []
  const sum = parts.reduce<number>((total, said) => (said === null ? Number.NaN : total + said), 0)
  if (details.length > 1 && amount !== null && sum === amount)
    return details.map((detail, at) =>
      make(Math.abs(parts[at] ?? 0), detail, `entry ${number}.${at + 1}`, (parts[at] ?? 0) < 0 ? credit : !credit),
    )
  const whole = make(amount, details[0] ?? entry, `entry ${number}`)
  // Whose each part of a batch is cannot be said.
  if (details.length > 1) return [{ ...whole, skipped: skipped ?? 'batch without amounts' }]
  return [whole]
}

/** A transaction's own amount, below zero when it goes the other way than its entry; null when it does not say one. */
function amountOf(detail: Part, currency: string, credit: boolean): number | null {
  for (const key of ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/InstdAmt/Amt']) {
    if (detail.currency.get(key) !== currency) continue
    const minor = minorOf(first(detail, key), currency, '.')
    const own = first(detail, 'CdtDbtInd')
    if (minor !== null) return own !== '' && (own === 'CRDT') !== credit ? -minor : minor
  }
  return null
}

/** The other side. The account holder's own name is never taken. */
function partyOf(detail: Part, out: boolean): string {
  const role = out ? 'Cdtr' : 'Dbtr'
  const ultimate = first(detail, `RltdPties/Ultmt${role}/Nm`, `RltdPties/Ultmt${role}/Pty/Nm`)
  return first(detail, `RltdPties/${role}/Nm`, `RltdPties/${role}/Pty/Nm`) || ultimate
}

function descriptionOf(detail: Part, more: string): string {
  const told = [
    ...(detail.values.get('RltdPties/UltmtCdtr/Nm') ?? []).map((name) => `Begunstigde: ${name}, `),
    ...(detail.values.get('RltdPties/TradgPty/Nm') ?? []),
    ...(detail.values.get('RmtInf/Ustrd') ?? []),
    ...(detail.values.get('RmtInf/Strd/AddtlRmtInf') ?? []),
    ...(detail.values.get('AddtlTxInf') ?? []),
  ]
  return (told.length > 0 ? told.join(' ') : more).slice(0, 2000)
}

/** Some banks put everything into one text, as in their MT940. */
function namedIn(name: string, description: string): { name: string; description: string } {
  return name === '' ? detailsOf([description]) : { name, description }
}

function first(from: Part, ...keys: string[]): string {
  for (const key of keys) {
    const value = from.values.get(key)?.[0]
    if (value) return value
  }
  return ''
}
