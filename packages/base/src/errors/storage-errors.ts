import type { ErrorEntry } from './entry.ts'

export const storageErrors = {
  NABIJ_KEY_REUSED: {
    status: 422,
    exit: 2,
    nl: {
      title: 'De sleutel {key} is al voor een ander verzoek gebruikt',
      meaning: 'Een sleutel hoort bij één verzoek, zodat nabij herhalingen herkent. Dit verzoek is niet uitgevoerd.',
      action: 'Geef een nieuw verzoek een nieuwe Idempotency-Key.',
    },
    en: {
      title: 'The key {key} was used for another request',
      meaning: 'A key belongs to one request, so that nabij recognises repeats. This request was not carried out.',
      action: 'Give a new request a new Idempotency-Key.',
    },
  },
  NABIJ_DISK_FULL: {
    status: 507,
    exit: 3,
    nl: {
      title: 'De schijf is vol',
      meaning:
        'Er is te weinig ruimte om dit veilig op te slaan. Wat al was opgeslagen, is bewaard; van dit laatste staat er niets half.',
      action: 'Maak ruimte vrij op de schijf, of zet de datamap op een grotere. nabij gaat dan vanzelf verder.',
    },
    en: {
      title: 'The disk is full',
      meaning:
        'There is too little room to store this safely. What had been saved is kept; nothing of this last item is there by half.',
      action: 'Free some room on the disk, or move the data folder to a larger one. nabij then goes on by itself.',
    },
  },
  NABIJ_DATABASE_DAMAGED: {
    status: 500,
    exit: 3,
    nl: {
      title: 'De database {path} is beschadigd',
      meaning: 'Wat erin staat, is niet meer betrouwbaar te lezen. nabij heeft het bestand laten staan zoals het was.',
      action:
        'Zet je laatste back-up terug met "nabij restore BESTAND". Wat er nu staat, blijft er apart naast bewaard.',
    },
    en: {
      title: 'The database {path} is damaged',
      meaning: 'Its contents can no longer be read with certainty. nabij left the file as it was.',
      action: 'Put your latest backup back with "nabij restore FILE". What is there now is kept beside it.',
    },
  },
  NABIJ_DATABASE_BUSY: {
    status: 503,
    exit: 3,
    nl: {
      title: 'De database is bezet',
      meaning: 'Een ander programma houdt de database langer dan vijf seconden vast. Er is niets veranderd.',
      action: 'Sluit het programma dat de database open heeft, en probeer het nog eens.',
    },
    en: {
      title: 'The database is busy',
      meaning: 'Another program has held the database for more than five seconds. Nothing was changed.',
      action: 'Close the program that has the database open, and try again.',
    },
  },
  NABIJ_DATABASE_LOST: {
    status: 503,
    exit: 3,
    nl: {
      title: 'De verbinding met de database viel weg',
      meaning: 'Van dit verzoek is niet zeker of het is opgeslagen. nabij opent de database vanzelf opnieuw.',
      action: 'Probeer het nog eens, met dezelfde sleutel als je er een meegaf: dan wordt niets dubbel opgeslagen.',
    },
    en: {
      title: 'The connection to the database was lost',
      meaning: 'Whether this request was stored is not certain. nabij opens the database again by itself.',
      action: 'Try again, with the same key if you gave one: then nothing is stored twice.',
    },
  },
  NABIJ_DATABASE_NEWER: {
    status: 500,
    exit: 2,
    nl: {
      title: 'De database {path} is van een nieuwere nabij',
      meaning: 'Deze versie kent stap {step} van de database niet, en blijft er daarom af.',
      action: 'Start de nieuwere nabij, of zet een back-up terug die met deze versie is gemaakt.',
    },
    en: {
      title: 'The database {path} is from a newer nabij',
      meaning: 'This version does not know step {step} of the database, and therefore leaves it alone.',
      action: 'Start the newer nabij, or restore a backup that was made with this version.',
    },
  },
  NABIJ_FOLDER_OWNER: {
    status: 500,
    exit: 2,
    nl: {
      title: 'De datamap {folder} is van een andere gebruiker',
      meaning:
        'De map is van gebruiker {owner}, en nabij draait als gebruiker {user}. Zo zouden er bestanden ontstaan waar een van beide niet bij kan.',
      action:
        'Start nabij als die gebruiker, maak de map van jou met "chown -R {user} {folder}", of kies een andere map met --data.',
    },
    en: {
      title: 'The data folder {folder} belongs to another user',
      meaning:
        'The folder belongs to user {owner}, and nabij runs as user {user}. Files would appear that one of the two cannot reach.',
      action:
        'Start nabij as that user, make the folder yours with "chown -R {user} {folder}", or choose another folder with --data.',
    },
  },
  NABIJ_FOLDER_IN_USE: {
    status: 500,
    exit: 2,
    nl: {
      title: 'De datamap {folder} is al in gebruik',
      meaning: 'Er draait al een nabij die met deze map werkt; twee tegelijk kan niet.',
      action: 'Gebruik de nabij die al draait, stop die eerst, of kies een andere map met --data.',
    },
    en: {
      title: 'The data folder {folder} is in use',
      meaning: 'A nabij that works with this folder is running already; two at once cannot be.',
      action: 'Use the nabij that is running, stop it first, or choose another folder with --data.',
    },
  },
  NABIJ_FOLDER_NO_FOLDER: {
    status: 500,
    exit: 2,
    nl: {
      title: '{folder} is geen map',
      meaning: 'Op die plek staat iets anders dan een map, dus nabij kan er geen gegevens in bewaren.',
      action: 'Kies een andere map met --data, of haal weg wat er staat.',
    },
    en: {
      title: '{folder} is not a folder',
      meaning: 'Something other than a folder is in that place, so nabij cannot keep data in it.',
      action: 'Choose another folder with --data, or remove what is there.',
    },
  },
  NABIJ_FOLDER_NOT_WRITABLE: {
    status: 500,
    exit: 2,
    nl: {
      title: 'In {folder} kan nabij niet schrijven',
      meaning: 'Het systeem weigert het: de rechten staan het niet toe, of de schijf is alleen-lezen.',
      action: 'Geef jezelf schrijfrechten op de map, of kies een andere map met --data.',
    },
    en: {
      title: 'nabij cannot write in {folder}',
      meaning: 'The system refuses: the permissions do not allow it, or the disk is read-only.',
      action: 'Give yourself permission to write in the folder, or choose another folder with --data.',
    },
  },
  NABIJ_FOLDER_FOREIGN: {
    status: 500,
    exit: 2,
    nl: {
      title: '{folder} is geen datamap van nabij',
      meaning: 'Er staan bestanden in die nabij niet kent. nabij schrijft er niet in en verwijdert er niets.',
      action: 'Kies een lege of nieuwe map met --data.',
    },
    en: {
      title: '{folder} is not a data folder of nabij',
      meaning: 'It holds files that nabij does not know. nabij writes nothing in it and deletes nothing.',
      action: 'Choose an empty or new folder with --data.',
    },
  },
  NABIJ_FOLDER_NEWER: {
    status: 500,
    exit: 2,
    nl: {
      title: 'De datamap {folder} is van een nieuwere nabij',
      meaning: 'De map heeft indeling {version}, en deze nabij kent indelingen tot en met {known}.',
      action: 'Start de nieuwere nabij, of kies een andere map met --data.',
    },
    en: {
      title: 'The data folder {folder} is from a newer nabij',
      meaning: 'The folder has format {version}, and this nabij knows formats up to {known}.',
      action: 'Start the newer nabij, or choose another folder with --data.',
    },
  },
  NABIJ_FOLDER_NOT_EMPTY: {
    status: 409,
    exit: 2,
    nl: {
      title: 'De map {folder} is niet leeg',
      meaning: 'nabij overschrijft niets en is er daarom niet aan begonnen.',
      action: 'Kies een nieuwe of lege map.',
    },
    en: {
      title: 'The folder {folder} is not empty',
      meaning: 'nabij overwrites nothing and therefore did not begin.',
      action: 'Choose a new or empty folder.',
    },
  },
  NABIJ_FILE_DAMAGED: {
    status: 500,
    exit: 3,
    nl: {
      title: 'Een opgeslagen bestand is beschadigd: {path}',
      meaning: 'De inhoud is veranderd sinds nabij het opsloeg, waarschijnlijk door een fout van de schijf.',
      action:
        'Laat de schijf nakijken. Is het een recept of foto, leer het station dan opnieuw of zet een back-up terug.',
    },
    en: {
      title: 'A stored file is damaged: {path}',
      meaning: 'Its contents have changed since nabij stored it, probably through a fault of the disk.',
      action: 'Have the disk checked. If it is a recipe or a photo, teach the station again or restore a backup.',
    },
  },
  NABIJ_BACKUP_DAMAGED: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Deze back-up is niet te gebruiken: {reason}',
      meaning:
        'Het bestand is onvolledig, veranderd, of niet door nabij gemaakt. Er is niets teruggezet en niets veranderd.',
      action: 'Kies een andere back-up, of haal het bestand opnieuw op.',
    },
    en: {
      title: 'This backup cannot be used: {reason}',
      meaning: 'The file is incomplete, changed, or not made by nabij. Nothing was restored and nothing was changed.',
      action: 'Choose another backup, or fetch the file again.',
    },
  },
  NABIJ_BACKUP_NEWER: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Deze back-up is van een nieuwere nabij',
      meaning:
        'De back-up heeft indeling {version}, en deze nabij kent indelingen tot en met {known}. Er is niets veranderd.',
      action: 'Zet hem terug met de nieuwere nabij.',
    },
    en: {
      title: 'This backup is from a newer nabij',
      meaning: 'The backup has format {version}, and this nabij knows formats up to {known}. Nothing was changed.',
      action: 'Restore it with the newer nabij.',
    },
  },
} satisfies Record<string, ErrorEntry>
