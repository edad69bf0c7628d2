import type { ErrorEntry } from './entry.ts'

export const pictureErrors = {} satisfies Record<string, ErrorEntry>
