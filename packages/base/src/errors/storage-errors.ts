import type { ErrorEntry } from './entry.ts'

export const storageErrors = {} satisfies Record<string, ErrorEntry>
