import { NabijError } from '@nabij/base'
import type { By } from './accounts.ts'
import { masked } from './mask.ts'
import type { AuditRow } from './ports.ts'

/** A line of the audit log: secrets are masked here, in the one place where lines are made. */
export function auditLine(
  at: number,
  { who, from }: By,
  what: string,
  on: string | null,
  before: unknown,
  after: unknown,
): AuditRow {
  return { at, who, from, what, on, before: asObject(before), after: asObject(after) }
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new NabijError('NABIJ_NOT_FOUND', { what })
  return value
}

function asObject(value: unknown): AuditRow['before'] {
  const plain = masked(value)
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain) ? plain : null
}
