import {
  ColumnChoice,
  type DnsAnswer,
  type DnsPlan,
  type RememberedColumns,
  type RuleBook,
  type RuleBookImport,
  type SeenTable,
  type SetApart,
} from '@nabij/base'
import { rule } from './examples.ts'

export const ruleBook: RuleBook = {
  format: 'nabij-rules',
  version: 1,
  rules: [rule],
  apart: [{ serviceId: 'example-books', findingId: 'b7c1d90a' }],
  names: ['Kassa van Jan'],
}

export const ruleBookImport: RuleBookImport = {
  rules: { added: 1, same: 0, replaced: 0 },
  apart: { added: 1, same: 0 },
  names: { added: 1, same: 0 },
  conflicts: [],
}

export const dnsPlan: DnsPlan = {
  domain: 'bakkerij-voorbeeld.nl',
  resolvers: ['192.0.2.53:53'],
  questions: [{ name: 'bakkerij-voorbeeld.nl', type: 'MX' }],
  mostIncluded: 10,
}

export const dnsAnswer: DnsAnswer = {
  name: 'bakkerij-voorbeeld.nl',
  type: 'MX',
  outcome: 'answered',
  records: ['10 mx.example.com.'],
}

export const table: SeenTable = {
  path: 'bank.csv',
  header: ['When', 'Who', 'How much'],
  width: 3,
  rows: [{ line: 2, cells: ['01-03-2026', 'Example', '-8,75'] }],
  columns: ColumnChoice.parse({ date: 1, name: 2, amount: 3 }),
  from: 'content',
  enough: true,
  faults: [],
}

export const remembered: RememberedColumns = {
  id: '5f0c2a91e7d34b6688aa01c3',
  header: 'when|who|howmuch',
  columns: ColumnChoice.parse({ date: 1, name: 2, amount: 3 }),
}

export const setApart: SetApart = {
  serviceId: 'example-books',
  findingId: 'b7c1d90a',
  name: 'Example Books',
  text: 'Example & Sons',
  evidence: 'bank.csv',
}
