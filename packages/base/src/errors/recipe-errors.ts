import type { ErrorEntry } from './entry.ts'

export const recipeErrors = {} satisfies Record<string, ErrorEntry>
