import type { ErrorCode } from '@nabij/base'
import type { DatabaseFault } from './database-fault.ts'

/**
 * writer: the only connection that changes anything; reader: read-only; long-reader: the same for what takes long;
 * copier: makes one consistent copy, then reads it; checker: reads the whole file once.
 */
export type Role = 'writer' | 'reader' | 'long-reader' | 'copier' | 'checker'

export interface WorkerStart {
  path: string
  role: Role
  /** Where the copier puts its copy. */
  copy?: string
}

export interface Request {
  id: number
  /** null: close the database and end. */
  call: string | null
  values: unknown[]
}

/** Answer 0 says that the database is open. */
export type Answer = { id: number; value: unknown } | { id: number; error: PlainError }

export interface PlainError {
  code: ErrorCode
  params: Record<string, unknown>
  stack: string
}

export function toPlain({ code, params, stack, cause }: DatabaseFault): PlainError {
  const reason = cause instanceof Error ? `\ncaused by ${cause.stack}` : ''
  return { code, params, stack: `${stack}${reason}` }
}
