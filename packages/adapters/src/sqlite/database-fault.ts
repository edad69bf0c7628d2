import type { ErrorCode } from '@nabij/base'

/**
 * An error with a name, inside the threads of the database; its caller gets it as a NabijError. The threads do not load
 * the texts and shapes of base, so that they start in half the time.
 */
export class DatabaseFault extends Error {
  readonly code: ErrorCode
  readonly params: Record<string, unknown>

  constructor(code: ErrorCode, params: Record<string, unknown> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? {} : { cause })
    this.name = 'DatabaseFault'
    this.code = code
    this.params = params
  }
}
