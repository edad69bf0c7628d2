import { NabijError } from '@nabij/base'
import { dayOf, minorOf } from '../../bank/amount.ts'
import type { EvidenceReader } from '../../reader.ts'
import { readXml } from '../../software/read-xml.ts'

interface Line {
  supplier: string
  minor: number | null
  credit: boolean
}

const mostSuppliers = 200_000

/** Dutch audit files of the books (XML Auditfile Financieel 3.x and 4.0): what suppliers billed, from the purchase journals. */
export const booksXaf: EvidenceReader = {
  id: 'books-xaf',
  recognise: ({ text }) =>
    /<(?:\w+:)?auditfile\b/i.test(text) && /XAF|auditfile|odb\.belastingdienst/i.test(text) ? 1 : 0,
  async read(file, emit, signal) {
    const names = new Map<string, string>()
    const bills: { supplier: string; minor: number; date: string; also: string; locator: string }[] = []
    let currency = 'EUR'
    let values = new Map<string, string>()
    let journal = { type: '', purchases: false }
    let day = ''
    let words: string[] = []
    let lines: Line[] = []
    let at = 0
    let seen = false

    const whole = await readXml(file, signal, {
      open({ name, line }) {
        if (name === 'auditfile') seen = true
        else if (name === 'customerSupplier' || name === 'trLine') values = new Map()
        else if (name === 'journal') journal = { type: '', purchases: false }
        else if (name === 'transaction') {
          at = line
          day = ''
          words = []
          lines = []
        }
      },
      close({ name, path, text }) {
        const parent = path.at(-1)
        if (parent === 'header' && name === 'curCode' && /^[A-Z]{3}$/.test(text)) currency = text
        else if (parent === 'header' && (name === 'startDate' || name === 'endDate')) emit.day(dayOf(text) ?? '')
        else if (parent === 'customerSupplier' || parent === 'trLine') values.set(name, text)
        else if (parent === 'journal' && name === 'jrnTp') journal.type = text
        else if (parent === 'journal' && name === 'desc')
          journal.purchases = /inkoop|purchase|creditor|crediteur/i.test(text)
        else if (parent === 'transaction' && (name === 'trDt' || name === 'effDate')) day ||= text
        else if (parent === 'transaction' && name === 'desc') words.push(text)
        if (name === 'customerSupplier') {
          const [id = '', named = ''] = [values.get('custSupID'), values.get('custSupName')]
          if (id !== '' && named !== '' && names.size < mostSuppliers) names.set(id, named.slice(0, 200))
        } else if (name === 'trLine') {
          emit.record()
          words.push(values.get('desc') ?? '')
          day ||= values.get('effDate') ?? ''
          lines.push({
            supplier: values.get('custSupID') ?? '',
            minor: minorOf(values.get('amnt') ?? '', currency, '.'),
            credit: values.get('amntTp') === 'C',
          })
        } else if (name === 'transaction') bill()
      },
    })
    if (!whole) emit.ignored('rest of a file that breaks off')
    if (!seen)
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path: file.name, reason: 'no audit file', where: 'line 1' })
    for (const { supplier, minor, date, also, locator } of bills) {
      const name = names.get(supplier)
      if (!name) emit.ignored('supplier without a name')
      else
        emit.trace({
          kind: 'invoice',
          name,
          locator,
          text: name,
          payment: { amountMinor: minor, currency, date },
          ...(also === '' ? {} : { also }),
        })
    }

    function bill(): void {
      const purchase = journal.type === 'P' || (journal.type === '' && journal.purchases)
      if (!purchase) return emit.ignored('booking that is no purchase', lines.length)
      const date = dayOf(day)
      for (const supplier of new Set(lines.map((line) => line.supplier).filter(Boolean))) {
        const minor = billed(lines.filter((line) => line.supplier === supplier))
        if (minor === null || date === null) emit.ignored('booking without day or amount')
        else if (minor === 0) emit.ignored('amount of zero')
        else {
          const also = [...new Set(words)].join(' ').trim().slice(0, 600)
          bills.push({ supplier, minor, date, also, locator: `line ${at}` })
        }
      }
    }
  },
}

/** What a supplier billed in one booking: its credit lines less its debit lines. */
function billed(lines: readonly Line[]): number | null {
  if (lines.some(({ minor }) => minor === null)) return null
  const signed = lines.map(({ minor, credit }) => (credit ? (minor ?? 0) : -(minor ?? 0)))
  const net = signed.reduce((sum, minor) => sum + minor, 0)
  // Some programs name the supplier on the cost lines too: then the booking is in balance, and the largest line is the bill.
  if (net !== 0 || signed.length < 2) return net
  return signed.reduce((most, minor) => (Math.abs(minor) > Math.abs(most) ? minor : most), 0)
}
