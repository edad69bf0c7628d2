import type { ErrorEntry } from './entry.ts'

/** What can be wrong with a model or a chip that is asked about. */
export const chipErrors = {
  NABIJ_CHIP_UNKNOWN: {
    status: 404,
    exit: 2,
    nl: {
      title: 'Er is geen chip die {id} heet',
      meaning: 'nabij kent alleen chips waarvan iemand de documentatie heeft gelezen: {known}.',
      action: 'Kies een van deze namen.',
    },
    en: {
      title: 'There is no chip called {id}',
      meaning: 'nabij only knows chips of which somebody read the documentation: {known}.',
      action: 'Choose one of these names.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
