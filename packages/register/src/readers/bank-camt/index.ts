import { NabijError } from '@nabij/base'
import { dayOf } from '../../bank/amount.ts'
import { entriesInto } from '../../bank/entries.ts'
import type { EvidenceReader } from '../../reader.ts'
import { camtEntries } from './camt-entries.ts'

const root = /<(?:\w+:)?(?:BkToCstmrStmt|BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn)\b/

/** Bank statements in XML: CAMT.052, 053 and 054 of every version (ISO 20022). */
export const bankCamt: EvidenceReader = {
  id: 'bank-camt',
  recognise: ({ text }) => (root.test(text) ? 1 : /urn:iso:std:iso:20022:tech:xsd:camt\.05[234]/.test(text) ? 0.9 : 0),
  async read(file, emit, signal) {
    const entries = entriesInto(emit)
    const { statement, whole } = await camtEntries(file, signal, {
      entry: ({ entry, skipped }) => {
        if (skipped === null) return entries.add(entry)
        emit.record()
        emit.ignored(skipped)
      },
      period: (text) => {
        const day = dayOf(text)
        if (day) emit.day(day)
      },
    })
    entries.finish()
    if (!whole) emit.ignored('rest of a file that breaks off')
    if (!statement)
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
        path: file.name,
        reason: 'no statement in it',
        where: 'line 1',
      })
  },
}
