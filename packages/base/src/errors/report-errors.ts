import type { ErrorEntry } from './entry.ts'

export const reportErrors = {
  NABIJ_PDF_UNAVAILABLE: {
    status: 501,
    exit: 3,
    nl: {
      title: 'Hier kan geen PDF gemaakt worden',
      meaning: 'Het onderdeel dat de PDF zet, werkt niet op deze computer ({reason}). Het rapport zelf is in orde.',
      action: 'Open het rapport als pagina en druk het af; kies daarbij "Opslaan als PDF".',
    },
    en: {
      title: 'No PDF can be made here',
      meaning: 'The part that typesets the PDF does not work on this computer ({reason}). The report itself is fine.',
      action: 'Open the report as a page and print it; choose "Save as PDF".',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
