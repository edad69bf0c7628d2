import type { ErrorEntry } from './entry.ts'

/** What can go wrong with the knowledge of vendors: correcting it, and updating it from a file. */
export const knowledgeErrors = {
  NABIJ_CORRECTION_VALUE: {
    status: 422,
    exit: 2,
    nl: {
      title: '{value} past niet bij {field}',
      meaning: 'Dit gegeven kan alleen zijn: {allowed}. Er is niets veranderd.',
      action:
        'Geef een land als twee hoofdletters, zoals NL, een soort eigenaar uit de lijst, of de naam van de eigenaar.',
    },
    en: {
      title: '{value} does not fit {field}',
      meaning: 'This fact can only be: {allowed}. Nothing was changed.',
      action: 'Give a country as two capitals, such as NL, a kind of control from the list, or the name of the owner.',
    },
  },
  NABIJ_CORRECTION_OWNER: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Van {name} is nog geen eigenaar bekend',
      meaning: 'Een land of soort eigenaar zegt alleen iets over een eigenaar met een naam. Er is niets veranderd.',
      action: 'Zeg eerst wie de eigenaar is, en daarna waar die zit.',
    },
    en: {
      title: 'No owner of {name} is known yet',
      meaning: 'A country or a kind of control only says something of an owner with a name. Nothing was changed.',
      action: 'Say first who the owner is, and then where it sits.',
    },
  },
  NABIJ_PACK_UNREADABLE: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Dit kennispakket kan niet worden gelezen: {reason}',
      meaning: 'Het bestand is afgebroken, beschadigd of geen kennispakket. De kennis die je had, blijft in gebruik.',
      action: 'Haal het bestand opnieuw op en vergelijk de controlegetallen (sha256).',
    },
    en: {
      title: 'This knowledge pack cannot be read: {reason}',
      meaning: 'The file was cut off, is damaged, or is no knowledge pack. The knowledge that you had stays in use.',
      action: 'Get the file again and compare the checksums (sha256).',
    },
  },
  NABIJ_PACK_FORMAT: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Deze nabij leest {known}, en dit bestand is {found}',
      meaning:
        'Het is geen kennispakket, of een dat voor een andere nabij is gemaakt. De kennis die je had, blijft in gebruik.',
      action: 'Kies een ander bestand, of werk eerst nabij zelf bij.',
    },
    en: {
      title: 'This nabij reads {known}, and this file is {found}',
      meaning: 'It is no knowledge pack, or one made for another nabij. The knowledge that you had stays in use.',
      action: 'Choose another file, or update nabij itself first.',
    },
  },
  NABIJ_PACK_FAULTY: {
    status: 422,
    exit: 2,
    nl: {
      title: 'In dit kennispakket kloppen {count} dingen niet',
      meaning:
        'Het eerste: {first}. Een pakket dat zichzelf tegenspreekt of geen bron noemt, wordt niet gebruikt. De kennis die je had, blijft in gebruik.',
      action: 'Vraag wie het pakket maakte om een ander, of bekijk de fouten met nabij knowledge check.',
    },
    en: {
      title: 'In this knowledge pack {count} things are wrong',
      meaning:
        'The first: {first}. A pack that contradicts itself or names no source is not used. The knowledge that you had stays in use.',
      action: 'Ask whoever made the pack for another, or see the faults with nabij knowledge check.',
    },
  },
  NABIJ_PACK_OLDER: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Dit kennispakket ({version}) is niet nieuwer dan wat je hebt ({present})',
      meaning: 'Een ouder pakket zou nieuwe kennis vervangen door oude. Er is niets veranderd.',
      action: 'Wil je terug naar het vorige pakket? Maak dan de laatste bijwerking ongedaan.',
    },
    en: {
      title: 'This knowledge pack ({version}) is not newer than what you have ({present})',
      meaning: 'An older pack would put old knowledge in the place of new. Nothing was changed.',
      action: 'Do you want the pack before? Then take the last update back.',
    },
  },
  NABIJ_PACK_TOO_LARGE: {
    status: 413,
    exit: 2,
    nl: {
      title: 'Dit bestand is groter dan een kennispakket mag zijn ({most})',
      meaning: 'Een groter bestand kan het geheugen van de computer vullen. De kennis die je had, blijft in gebruik.',
      action: 'Controleer of je het juiste bestand hebt gekozen.',
    },
    en: {
      title: 'This file is larger than a knowledge pack may be ({most})',
      meaning: 'A larger file could fill the computer’s memory. The knowledge that you had stays in use.',
      action: 'Check that you chose the right file.',
    },
  },
  NABIJ_PACK_NONE_BEFORE: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Er is geen bijwerking om ongedaan te maken',
      meaning: 'In gebruik is de kennis die met nabij is meegekomen. Er is niets veranderd.',
      action: 'Je hoeft niets te doen.',
    },
    en: {
      title: 'There is no update to take back',
      meaning: 'In use is the knowledge that came with nabij. Nothing was changed.',
      action: 'You need not do anything.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
