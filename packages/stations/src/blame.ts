import type { NabijError } from '@nabij/base'

/** The picture was not looked at at all: it is to be offered again, instead of being called "unsure". */
const notTaken: readonly string[] = ['NABIJ_EXECUTOR_BUSY', 'NABIJ_EXECUTOR_UNAVAILABLE', 'NABIJ_EXECUTOR_STOPPED']

/** True when the executor refused to look at a picture, whatever is on it. */
export function wasNotTaken(error: NabijError): boolean {
  return notTaken.includes(error.code)
}

/** True when the machinery failed, and not the picture: the next pictures would fail as well. */
export function isMachinery(error: NabijError): boolean {
  return !error.code.startsWith('NABIJ_PICTURE_')
}
