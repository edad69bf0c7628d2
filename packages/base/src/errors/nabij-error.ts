import { type ErrorCode, errorCatalogue } from './catalogue.ts'
import { fillIn } from './entry.ts'

/** The one error class: a stable code and the parameters of its texts. */
export class NabijError extends Error {
  readonly code: ErrorCode
  readonly params: Record<string, unknown>

  constructor(code: ErrorCode, params: Record<string, unknown> = {}, cause?: unknown) {
    super(fillIn(errorCatalogue[code].en.title, params), cause === undefined ? {} : { cause })
    this.name = 'NabijError'
    this.code = code
    this.params = params
  }
}

/**
 * Anything thrown, as a NabijError: a full disk shows at any write, what we did not foresee becomes NABIJ_UNEXPECTED.
 * The cause is kept.
 */
export function asNabijError(thrown: unknown): NabijError {
  if (thrown instanceof NabijError) return thrown
  if (thrown instanceof Error && 'code' in thrown && ['ENOSPC', 'EDQUOT'].includes(String(thrown.code)))
    return new NabijError('NABIJ_DISK_FULL', {}, thrown)
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new NabijError('NABIJ_UNEXPECTED', { message }, thrown)
}
