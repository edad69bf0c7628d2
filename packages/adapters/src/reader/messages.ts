import {
  type ColumnChoice,
  type ErrorCode,
  errorCatalogue,
  type Finding,
  type KnownColumns,
  NabijError,
  type OwnRule,
  type Question,
  type SeenTable,
} from '@nabij/base'

/** What became of one file (of one in an archive): counts here, findings and questions in pieces after it. */
export interface ReadFile {
  path: string
  reader: string
  records: number
  ignored: { reason: string; count: number }[]
  from: string | null
  to: string | null
  /** Of its bytes: the id of the evidence, so that the same file twice is the same. */
  sha256: string
  findings: Finding[]
  questions: Question[]
  /** Of a table of an unknown bank: its columns, which a person may correct. */
  table?: SeenTable
}

/** How files are read. */
export interface ReadManner {
  rules: OwnRule[]
  /** Own names and domains: what is found about ourselves is no service. */
  own: string[]
  /** Which column says what, in a table of a bank that is not known; and the same by headers that were seen before. */
  columns?: ColumnChoice | undefined
  knownColumns?: KnownColumns[] | undefined
  /** Nothing will be kept: it is only looked at. */
  look?: boolean | undefined
}

/** A file to read: at a path, or what comes through stdin. */
export interface ReadOrder {
  id: number
  name: string
  path: string | null
  /** The path is a folder, to be read as one whole. */
  isTree: boolean
  manner: ReadManner
}

export type ReaderAnswer =
  | { type: 'ready' }
  | { type: 'beat'; rss: number }
  | { type: 'file'; id: number; file: ReadFile }
  | { type: 'findings'; id: number; findings: Finding[] }
  | { type: 'questions'; id: number; questions: Question[] }
  | { type: 'done'; id: number }
  | { type: 'failed'; id: number; code: string; params: Record<string, unknown> }

/** The error that the child names; one that we do not know is of no use to anybody. */
export function toldError(code: string, params: Record<string, unknown>): NabijError {
  return code in errorCatalogue
    ? new NabijError(code as ErrorCode, params)
    : new NabijError('NABIJ_UNEXPECTED', { message: 'the reader spoke nonsense' })
}
