import type { ErrorEntry } from './entry.ts'

export const commandErrors = {
  NABIJ_COMMAND_USE: {
    status: 400,
    exit: 2,
    nl: {
      title: '{reason}',
      meaning: 'Zo begrijpt nabij het commando niet; er is niets gedaan.',
      action: '{hint}',
    },
    en: {
      title: '{reason}',
      meaning: 'nabij does not understand the command this way; nothing was done.',
      action: '{hint}',
    },
  },
  NABIJ_COMMAND_NO_PICTURES: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Er zijn geen foto’s in {path}',
      meaning: 'nabij zoekt naar JPEG, PNG, WebP, TIFF, GIF en AVIF. Foto’s in mappen daarbinnen: {below}.',
      action: 'Kijk of dit de goede map is. Liggen de foto’s in mappen daarbinnen, voeg dan --recursive toe.',
    },
    en: {
      title: 'There are no pictures in {path}',
      meaning: 'nabij looks for JPEG, PNG, WebP, TIFF, GIF and AVIF. Pictures in folders within it: {below}.',
      action: 'See whether this is the right folder. If the pictures are in folders within it, add --recursive.',
    },
  },
  NABIJ_COMMAND_FILE: {
    status: 422,
    exit: 2,
    nl: {
      title: '{path} is niet te lezen ({reason})',
      meaning: 'Het bestand is er niet, is een map, of je mag er niet bij.',
      action: 'Controleer naam en rechten en probeer het opnieuw.',
    },
    en: {
      title: '{path} cannot be read ({reason})',
      meaning: 'The file is not there, is a folder, or you may not open it.',
      action: 'Check its name and rights and try again.',
    },
  },
  NABIJ_COMMAND_WRITE: {
    status: 422,
    exit: 2,
    nl: {
      title: '{path} is niet te schrijven ({reason})',
      meaning: 'Wat daar stond, staat er nog; er is geen half bestand achtergebleven.',
      action: 'Kies een andere plek, of maak ruimte op die schijf.',
    },
    en: {
      title: '{path} cannot be written ({reason})',
      meaning: 'What was there is still there; no half file was left.',
      action: 'Choose another place, or make room on that disk.',
    },
  },
  NABIJ_DATA_ABSENT: {
    status: 404,
    exit: 2,
    nl: {
      title: 'In {root} staan nog geen gegevens van nabij',
      meaning: 'nabij is daar nog nooit gestart, of alles is er verwijderd.',
      action: 'Staan je gegevens elders, noem dan die map met --data. Begin anders met: nabij start.',
    },
    en: {
      title: 'There is no data of nabij in {root} yet',
      meaning: 'nabij was never started there, or everything has been deleted.',
      action: 'If your data is elsewhere, name that folder with --data. Otherwise begin with: nabij start.',
    },
  },
  NABIJ_BOX_NOT_RUNNING: {
    status: 503,
    exit: 2,
    nl: {
      title: 'nabij draait niet op de gegevens in {root}',
      meaning: 'Dit commando vraagt het aan een nabij dat draait, en er antwoordt er geen.',
      action: 'Start nabij met: nabij start. Staan je gegevens elders, noem dan die map met --data.',
    },
    en: {
      title: 'nabij is not running on the data in {root}',
      meaning: 'This command asks a nabij that runs, and none answers.',
      action: 'Start it with: nabij start. If your data is elsewhere, name that folder with --data.',
    },
  },
  NABIJ_BOX_SILENT: {
    status: 504,
    exit: 3,
    nl: {
      title: 'nabij op {address} geeft geen antwoord ({reason})',
      meaning: 'Het proces is er nog, maar het is te druk of het hangt.',
      action: 'Wacht een minuut. Blijft het stil, stop het dan met nabij stop en start het opnieuw.',
    },
    en: {
      title: 'nabij at {address} does not answer ({reason})',
      meaning: 'The process is still there, but it is too busy or it hangs.',
      action: 'Wait a minute. If it stays silent, stop it with nabij stop and start it again.',
    },
  },
} satisfies Record<string, ErrorEntry>
