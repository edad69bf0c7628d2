import type { ErrorEntry } from './entry.ts'

export const serverErrors = {} satisfies Record<string, ErrorEntry>
