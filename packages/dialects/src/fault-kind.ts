import type { NabijError } from '@nabij/base'

/** What went wrong, as far as any of the services tells its clients apart. */
export type FaultKind = 'denied' | 'unknown' | 'stopped' | 'large' | 'wrong' | 'busy' | 'ours'

const kinds: Record<string, FaultKind> = {
  NABIJ_DIALECT_KEY_MISSING: 'denied',
  NABIJ_DIALECT_KEY_WRONG: 'denied',
  NABIJ_DIALECT_CLOCK: 'denied',
  NABIJ_DIALECT_MODEL_UNKNOWN: 'unknown',
  NABIJ_DIALECT_MODEL_STOPPED: 'stopped',
  NABIJ_DIALECT_TOO_LARGE: 'large',
  NABIJ_PICTURE_TOO_LARGE: 'large',
  NABIJ_DIALECT_OPERATION: 'wrong',
  NABIJ_DIALECT_TYPE: 'wrong',
  NABIJ_DIALECT_DAMAGED: 'wrong',
  NABIJ_DIALECT_ADDRESS: 'wrong',
  NABIJ_MODEL_TENSOR: 'wrong',
  NABIJ_MODEL_LAYOUT_UNKNOWN: 'stopped',
  NABIJ_DIALECT_BUSY: 'busy',
  NABIJ_EXECUTOR_BUSY: 'busy',
  NABIJ_TOO_BUSY: 'busy',
  NABIJ_TOO_MANY_TRIES: 'busy',
  NABIJ_TOO_SLOW: 'wrong',
  NABIJ_MALFORMED: 'wrong',
}

/** A picture that cannot be read is the caller's; whatever else is not in the list is ours. */
export function kindOfFault({ code }: NabijError): FaultKind {
  return kinds[code] ?? (code.startsWith('NABIJ_PICTURE_') ? 'wrong' : 'ours')
}
