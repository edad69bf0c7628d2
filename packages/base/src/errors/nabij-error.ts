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

/** Anything thrown, as a NabijError: what we did not foresee becomes NABIJ_UNEXPECTED with its cause kept. */
export function asNabijError(thrown: unknown): NabijError {
  if (thrown instanceof NabijError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new NabijError('NABIJ_UNEXPECTED', { message }, thrown)
}
