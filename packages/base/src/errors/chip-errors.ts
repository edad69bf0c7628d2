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
  NABIJ_CHIP_MODEL_UNREADABLE: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Dit model is niet te lezen: {reason}',
      meaning: 'nabij leest ONNX-bestanden en voert ze hierbij niet uit. Er is niets bewaard.',
      action: 'Exporteer het model opnieuw als ONNX, liefst met opset 17, en probeer het nog eens.',
    },
    en: {
      title: 'This model cannot be read: {reason}',
      meaning: 'nabij reads ONNX files and does not run them here. Nothing was kept.',
      action: 'Export the model as ONNX again, preferably with opset 17, and try again.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
