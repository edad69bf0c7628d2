import { dayOf, emitEntry, minorOf } from '../../bank/index.ts'
import type { EvidenceReader } from '../../reader.ts'
import { readXml } from '../../software/read-xml.ts'

interface Line {
  supplier: string
  amount: string
  side: string
  description: string
  day: string
}

/** The Dutch audit file of a book-keeping (XAF 3.2, 4.0): what suppliers billed, from the purchase journals. */
export const booksXaf: EvidenceReader = {
  id: 'books-xaf',
  recognise: ({ text }) =>
    /<(?:\w+:)?auditfile[\s>]/i.test(text) && /auditfiles\.nl|odb\.belastingdienst|<(?:\w+:)?company[\s>]/i.test(text)
      ? 1
      : 0,
  async read(file, emit, signal) {
    const suppliers = new Map<string, { name: string; kind: string }>()
    const fields = new Map<string, string>()
    let [currency, journal, transactionDay] = ['EUR', '', '']
    let line: Line | null = null
    let count = 0
    await readXml(file, signal, {
      open({ name }) {
        if (name === 'customerSupplier') fields.clear()
        if (name === 'journal') journal = ''
        if (name === 'transaction') transactionDay = ''
        if (name === 'trLine') line = { supplier: '', amount: '', side: '', description: '', day: '' }
      },
      close({ name, path, text }) {
        const parent = path.at(-1)
        const value = text.trim()
        if (name === 'curCode' && parent === 'header') currency = value || 'EUR'
        else if (parent === 'customerSupplier') fields.set(name, value)
        else if (name === 'customerSupplier') {
          suppliers.set(fields.get('custSupID') ?? '', {
            name: fields.get('custSupName') ?? '',
            kind: fields.get('custSupTp') ?? '',
          })
        } else if (name === 'jrnTp') journal = value
        else if (name === 'trDt') transactionDay = value
        else if (parent === 'trLine' && line) {
          if (name === 'custSupID') line.supplier = value
          else if (name === 'amnt') line.amount = value
          else if (name === 'amntTp') line.side = value
          else if (name === 'desc') line.description = value
          else if (name === 'effDate') line.day = value
        } else if (name === 'trLine' && line) {
          count += 1
          const supplier = suppliers.get(line.supplier)
          const amount = minorOf(line.amount)
          const bought = journal === 'P' || (journal === '' && supplier?.kind !== 'C')
          if (!line.supplier || !supplier || !bought) emit.ignored('line of the books that is no supplier’s bill')
          else
            emitEntry(
              {
                date: dayOf(line.day || transactionDay),
                minor: Math.abs(amount),
                // The supplier's account: credit is what we owe, debit what was taken back.
                out: line.side === 'D' ? amount < 0 : amount >= 0,
                currency,
                name: supplier.name,
                description: line.description,
                locator: `line of the books ${count}`,
                back: true,
              },
              emit,
              'invoice',
            )
          line = null
        }
      },
    })
  },
}
