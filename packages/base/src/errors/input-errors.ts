import type { ErrorEntry } from './entry.ts'

export const inputErrors = {
  NABIJ_UNEXPECTED: {
    status: 500,
    exit: 3,
    nl: {
      title: 'Er ging iets mis dat niet had mogen gebeuren: {message}',
      meaning: 'Dit is een fout van nabij, niet van jou. Wat al was opgeslagen, is bewaard.',
      action: 'Probeer het nog eens. Blijft het, meld dan de code en het tijdstip.',
    },
    en: {
      title: 'Something happened that should not have: {message}',
      meaning: 'This is a fault of nabij, not of yours. What had been saved is kept.',
      action: 'Try again. If it stays, report the code and the time.',
    },
  },
  NABIJ_INVALID_INPUT: {
    status: 422,
    exit: 2,
    nl: {
      title: '{where}: {rule}',
      meaning: 'Deze invoer kan nabij niet gebruiken; er is niets veranderd.',
      action: 'Verbeter het genoemde veld en stuur het opnieuw.',
    },
    en: {
      title: '{where}: {rule}',
      meaning: 'nabij cannot use this input; nothing was changed.',
      action: 'Correct the field that is named and send it again.',
    },
  },
  NABIJ_NOT_FOUND: {
    status: 404,
    exit: 2,
    nl: {
      title: '{what} bestaat niet (meer)',
      meaning: 'Het adres klopt niet, of het is intussen verwijderd.',
      action: 'Ga terug naar het overzicht en kies opnieuw.',
    },
    en: {
      title: '{what} does not exist (any more)',
      meaning: 'The address is wrong, or it has been removed since.',
      action: 'Go back to the overview and choose again.',
    },
  },
} satisfies Record<string, ErrorEntry>
