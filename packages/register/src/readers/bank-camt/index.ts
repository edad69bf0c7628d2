import { NabijError } from '@nabij/base'
import { dayOf, type Entry, emitEntry, minorOf } from '../../bank/index.ts'
import type { EvidenceFile, EvidenceReader } from '../../reader.ts'
import { readXml } from '../../software/read-xml.ts'

interface Detail {
  minor: number
  currency: string
  out: boolean | null
  names: Map<string, string>
  told: string[]
}

/** Bank statements in XML: CAMT.052, .053 and .054, all versions. A batch is told by its payments when they have amounts. */
export const bankCamt: EvidenceReader = {
  id: 'bank-camt',
  recognise: ({ text }) =>
    /urn:iso:std:iso:20022:tech:xsd:camt\.05[234]\.|<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)>/.test(text)
      ? 1
      : 0,
  async read(file, emit, signal) {
    let entries = 0
    let statements = 0
    let entry = blank()
    let detail: Detail | null = null
    let details: Detail[] = []
    let date = ''
    await readXml(file, signal, {
      open({ name }) {
        if (name === 'Stmt' || name === 'Rpt' || name === 'Ntfctn') statements += 1
        if (name === 'Ntry') {
          entry = blank()
          details = []
          detail = null
          date = ''
        } else if (name === 'TxDtls') detail = blank()
      },
      close({ name, path, text, attribute, line }) {
        if (!path.includes('Ntry') && name !== 'Ntry') return
        const parent = path.at(-1) ?? ''
        const target = detail ?? entry
        if (name === 'Amt' && (parent === 'Ntry' || parent === 'TxDtls' || (parent === 'TxAmt' && detail))) {
          target.minor = Math.abs(minorOf(text))
          target.currency = attribute('Ccy') ?? ''
        } else if (name === 'CdtDbtInd' && (parent === 'Ntry' || parent === 'TxDtls')) target.out = text === 'DBIT'
        else if ((name === 'Dt' || name === 'DtTm') && parent === 'BookgDt') date = dayOf(text)
        else if ((name === 'Dt' || name === 'DtTm') && parent === 'ValDt' && date === '') date = dayOf(text)
        else if (name === 'Nm') nameInto(target.names, path, text)
        else if (name === 'Ustrd' || name === 'AddtlNtryInf' || name === 'AddtlTxInf' || name === 'AddtlRmtInf')
          target.told.push(text)
        else if (name === 'TxDtls' && detail) {
          details.push(detail)
          detail = null
        } else if (name === 'Ntry') {
          entries += 1
          for (const one of partsOf(entry, details)) emitEntry(told(one, date, `entry ${entries}, line ${line}`), emit)
        }
      },
    })
    if (statements === 0)
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
        path: file.name,
        reason: 'no statement in it',
        where: 'Stmt',
      })
  },
}

function blank(): Detail {
  return { minor: Number.NaN, currency: '', out: null, names: new Map(), told: [] }
}

/** `UltmtCdtr` is who gets it in the end; the bank's own names do not count. */
function nameInto(names: Map<string, string>, path: readonly string[], text: string): void {
  const role = path.findLast((name) => ['Cdtr', 'Dbtr', 'UltmtCdtr', 'UltmtDbtr'].includes(name))
  if (role && !path.includes('FinInstnId') && !names.has(role)) names.set(role, text)
}

/** The payments of a batch when their amounts make up the whole; else the entry as one. */
function partsOf(entry: Detail, details: readonly Detail[]): Detail[] {
  const sum = details.reduce((total, { minor }) => total + minor, 0)
  const whole = details.length > 1 && sum === entry.minor
  if (whole)
    return details.map((detail) => ({ ...detail, out: entry.out, currency: detail.currency || entry.currency }))
  const [first] = details
  return [
    { ...entry, names: first?.names.size ? first.names : entry.names, told: [...(first?.told ?? []), ...entry.told] },
  ]
}

function told({ minor, currency, out, names, told }: Detail, date: string, locator: string): Entry {
  const paid = out ?? true
  const name = paid
    ? (names.get('UltmtCdtr') ?? names.get('Cdtr') ?? '')
    : (names.get('UltmtDbtr') ?? names.get('Dbtr') ?? '')
  return { name, description: told.join(' '), minor, currency: currency || 'EUR', date, out: paid, locator }
}
