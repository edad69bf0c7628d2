import type { EvidenceReader } from '../reader.ts'
import { softwareReaders } from '../software/readers.ts'
import { bankCamt } from './bank-camt/index.ts'
import { bankCsv } from './bank-csv/index.ts'
import { bankMt940 } from './bank-mt940/index.ts'
import { bookmarks } from './bookmarks/index.ts'
import { booksUbl } from './books-ubl/index.ts'
import { booksXaf } from './books-xaf/index.ts'
import { browserHistory } from './browser-history/index.ts'
import { dnsLog } from './dns-log/index.ts'
import { dnsZone } from './dns-zone/index.ts'
import { focus } from './focus/index.ts'
import { installed } from './installed/index.ts'
import { passwords } from './passwords/index.ts'
import { signOn } from './sign-on/index.ts'
import { subProcessors } from './sub-processors/index.ts'
import { supplierAnswer } from './supplier-answer/index.ts'
import { website } from './website/index.ts'

/** Every kind of evidence that is understood. A new one is a folder here and a line in this list. */
export const readers: EvidenceReader[] = [
  bankCamt,
  bankMt940,
  bankCsv,
  booksXaf,
  booksUbl,
  bookmarks,
  passwords,
  ...softwareReaders,
  dnsZone,
  dnsLog,
  browserHistory,
  signOn,
  focus,
  website,
  installed,
  subProcessors,
  supplierAnswer,
]
