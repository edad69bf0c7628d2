import { accountErrors } from './account-errors.ts'
import { chipErrors } from './chip-errors.ts'
import { commandErrors } from './command-errors.ts'
import { dialectErrors } from './dialect-errors.ts'
import { economicsErrors } from './economics-errors.ts'
import type { ErrorEntry } from './entry.ts'
import { fieldErrors } from './field-errors.ts'
import { inputErrors } from './input-errors.ts'
import { judgingErrors } from './judging-errors.ts'
import { knowledgeErrors } from './knowledge-errors.ts'
import { modelErrors } from './model-errors.ts'
import { moveErrors } from './move-errors.ts'
import { pictureErrors } from './picture-errors.ts'
import { recipeErrors } from './recipe-errors.ts'
import { registerErrors } from './register-errors.ts'
import { reportErrors } from './report-errors.ts'
import { serverErrors } from './server-errors.ts'
import { stationErrors } from './station-errors.ts'
import { storageErrors } from './storage-errors.ts'

/** Every error that nabij can name. A code never changes its meaning and is never used again. */
export const errorCatalogue = {
  ...accountErrors,
  ...chipErrors,
  ...commandErrors,
  ...dialectErrors,
  ...economicsErrors,
  ...fieldErrors,
  ...inputErrors,
  ...judgingErrors,
  ...knowledgeErrors,
  ...modelErrors,
  ...moveErrors,
  ...pictureErrors,
  ...recipeErrors,
  ...registerErrors,
  ...reportErrors,
  ...serverErrors,
  ...stationErrors,
  ...storageErrors,
} satisfies Record<`NABIJ_${string}`, ErrorEntry>

export type ErrorCode = keyof typeof errorCatalogue
