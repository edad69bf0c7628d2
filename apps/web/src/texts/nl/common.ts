export const common = {
  unknown: 'onbekend',
  cancel: 'Niet doen',
  close: 'Sluiten',
  undo: 'Ongedaan maken',
  retry: 'Probeer het opnieuw',
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  loading: 'Even laden',
  example: 'voorbeeld',
  meaning: 'Wat betekent dit?',
  verdict: { pass: 'Goed', fail: 'Fout', unsure: 'Twijfel' },
  error: {
    code: 'Over deze melding: {{code}}',
    unreachable: {
      title: 'De box antwoordt niet',
      detail: 'Dit scherm krijgt nu geen gegevens. Wat de box al had vastgelegd, blijft bewaard.',
      action: 'Kijk of nabij nog draait op deze computer. Ik blijf het zelf ook proberen.',
    },
    broken: {
      title: 'Dit scherm is vastgelopen',
      detail: 'De box keurt gewoon door; alleen wat je hier ziet, klopt niet meer.',
      action: 'Laad het scherm opnieuw.',
    },
    absent: {
      title: 'Deze pagina bestaat niet (meer)',
      detail: 'Het adres klopt niet, of wat er stond is weggehaald.',
      action: 'Ga naar het overzicht en kies opnieuw.',
    },
  },
}
