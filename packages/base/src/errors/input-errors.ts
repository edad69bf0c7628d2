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
  NABIJ_CAMERA_LOST: {
    status: 503,
    exit: 3,
    nl: {
      title: 'De camera valt telkens uit: {detail}',
      meaning: 'Er komen geen nieuwe beelden binnen. Wat al beoordeeld is, blijft bewaard.',
      action:
        'nabij blijft het zelf proberen. Duurt het langer dan een paar minuten, start nabij dan opnieuw en meld de code.',
    },
    en: {
      title: 'The camera keeps failing: {detail}',
      meaning: 'No new pictures come in. What has been judged is kept.',
      action: 'nabij keeps trying by itself. If it takes longer than a few minutes, restart nabij and report the code.',
    },
  },
  NABIJ_SAMPLE_DAMAGED: {
    status: 500,
    exit: 3,
    nl: {
      title: 'Van de voorbeeldfoto’s ontbreekt iets: {file}',
      meaning: 'Het voorbeeld kan deze foto’s niet tonen. Je eigen gegevens hebben er geen last van.',
      action: 'Installeer nabij opnieuw; je gegevens blijven daarbij staan.',
    },
    en: {
      title: 'Something is missing from the sample photos: {file}',
      meaning: 'The sample cannot show these photos. Your own data is not affected.',
      action: 'Install nabij again; your data stays where it is.',
    },
  },
  NABIJ_FOLDER_GONE: {
    status: 503,
    exit: 2,
    nl: {
      title: 'De map {path} is er niet (meer)',
      meaning:
        'Zolang de map weg is, wordt er niets nieuws beoordeeld. Er gaat niets verloren: wat erin staat, komt straks aan de beurt.',
      action:
        'Kijk of de schijf of netwerkmap nog verbonden is en of de naam klopt. Is de map terug, dan gaat nabij vanzelf verder.',
    },
    en: {
      title: 'The folder {path} is not there (any more)',
      meaning: 'As long as it is away, nothing new is judged. Nothing is lost: what is in it will have its turn.',
      action:
        'Check that the disk or network folder is connected and that the name is right. When it is back, nabij goes on by itself.',
    },
  },
  NABIJ_FOLDER_FORBIDDEN: {
    status: 503,
    exit: 2,
    nl: {
      title: 'nabij mag niet in de map {path} kijken',
      meaning: 'De map is er wel, maar nabij heeft er geen leesrechten. Er wordt niets nieuws beoordeeld.',
      action: 'Geef de gebruiker waaronder nabij draait leesrechten op deze map. Daarna gaat nabij vanzelf verder.',
    },
    en: {
      title: 'nabij is not allowed to look into the folder {path}',
      meaning: 'The folder is there, but nabij has no right to read it. Nothing new is judged.',
      action: 'Give the user that nabij runs as the right to read this folder. nabij then goes on by itself.',
    },
  },
  NABIJ_FOLDER_FILE_UNREADABLE: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Het bestand {name} is niet te lezen: {why}',
      meaning: 'Dit bestand is nog niet beoordeeld; de andere wel.',
      action: 'Kijk of het bestand leesrechten heeft en niet te groot is. nabij probeert het vanzelf opnieuw.',
    },
    en: {
      title: 'The file {name} cannot be read: {why}',
      meaning: 'This file has not been judged yet; the others have.',
      action: 'Check that the file may be read and is not too large. nabij tries again by itself.',
    },
  },
} satisfies Record<string, ErrorEntry>
