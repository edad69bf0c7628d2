import { type ErrorCode, errorCatalogue, type Finding, NabijError, type OwnRule, type Question } from '@nabij/base'

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
}

/** A file to read: at a path, or what comes through stdin. */
export interface ReadOrder {
  id: number
  name: string
  path: string | null
  /** The path is a folder, to be read as one whole. */
  isTree: boolean
  rules: OwnRule[]
  /** Own names and domains: what is found about ourselves is no service. */
  own: string[]
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
