import type { ErrorEntry } from './entry.ts'

export const registerErrors = {
  NABIJ_EVIDENCE_UNREADABLE: {
    status: 422,
    exit: 2,
    nl: {
      title: '{path} kan niet worden gelezen: {reason}',
      meaning: 'Het ging mis bij {where}. Er is niets uit dit bestand overgenomen.',
      action: 'Maak de export opnieuw en stuur hem zoals hij is: niet eerst openen en bewaren in een ander programma.',
    },
    en: {
      title: '{path} cannot be read: {reason}',
      meaning: 'It went wrong at {where}. Nothing was taken over from this file.',
      action: 'Make the export again and send it as it is: do not open and save it in another program first.',
    },
  },
  NABIJ_EVIDENCE_UNKNOWN: {
    status: 415,
    exit: 2,
    nl: {
      title: 'nabij herkent {path} niet',
      meaning: 'nabij kijkt naar de inhoud, niet naar de naam. Dit lijkt op geen enkel bewijs dat het kan lezen.',
      action: 'Kijk in de documentatie welke exports nabij leest, en welke knop bij jouw bank of programma die maakt.',
    },
    en: {
      title: 'nabij does not recognise {path}',
      meaning: 'nabij looks at the content, not at the name. This resembles no evidence that it can read.',
      action:
        'See in the documentation which exports nabij reads, and which button of your bank or program makes them.',
    },
  },
  NABIJ_EVIDENCE_COLUMNS: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Van {path} is niet zeker welke kolom wat zegt',
      meaning:
        'Het lijkt een tabel met betalingen, maar niet van een bank die nabij kent. Er is niets uit overgenomen.',
      action: 'Wijs op de pagina Bewijs de kolommen aan, of doe het met --mapping. nabij stelt voor: {proposal}',
    },
    en: {
      title: 'It is not certain which column of {path} says what',
      meaning: 'It looks like a table of payments, but of no bank that nabij knows. Nothing was taken over from it.',
      action: 'Point out the columns on the page Evidence, or with --mapping. nabij proposes: {proposal}',
    },
  },
  NABIJ_EVIDENCE_COLUMN: {
    status: 422,
    exit: 2,
    nl: {
      title: '{path} heeft geen kolom {column}',
      meaning: 'De kolommen die zijn aangewezen, passen niet op deze tabel. Er is niets uit overgenomen.',
      action: 'Neem de naam over zoals hij boven de kolom staat, of noem de plaats: de eerste kolom is 1.',
    },
    en: {
      title: '{path} has no column {column}',
      meaning: 'The columns that were pointed out do not fit this table. Nothing was taken over from it.',
      action: 'Use the name as it stands above the column, or its place: the first column is 1.',
    },
  },
  NABIJ_EVIDENCE_TOO_LARGE: {
    status: 413,
    exit: 2,
    nl: {
      title: '{path} is te groot: nabij leest hiervan tot {most}',
      meaning: 'Een groter bestand kan het geheugen van de computer vullen. Er is niets uit overgenomen.',
      action: 'Maak een export over een kortere tijd, of deel het bestand op.',
    },
    en: {
      title: '{path} is too large: nabij reads up to {most} of this',
      meaning: 'A larger file could fill the computer’s memory. Nothing was taken over from it.',
      action: 'Make an export of a shorter time, or split the file.',
    },
  },
  NABIJ_EVIDENCE_HOSTILE: {
    status: 422,
    exit: 2,
    nl: {
      title: '{path} is geweigerd: {reason}',
      meaning:
        'Een gewone export bevat zoiets niet; het kan bedoeld zijn om schade te doen. Er is niets uit overgenomen.',
      action: 'Vraag de afzender waar het bestand vandaan komt, of haal de export zelf opnieuw op.',
    },
    en: {
      title: '{path} was refused: {reason}',
      meaning:
        'An ordinary export has nothing of the kind; it may be meant to do harm. Nothing was taken over from it.',
      action: 'Ask the sender where the file comes from, or get the export again yourself.',
    },
  },
  NABIJ_EVIDENCE_LIMIT: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Het lezen van {path} is gestopt: {limit}',
      meaning: 'Een bestand mag niet meer geheugen of tijd kosten dan dat. Er is niets uit overgenomen.',
      action: 'Deel het bestand op, of maak een export over een kortere tijd.',
    },
    en: {
      title: 'Reading {path} was stopped: {limit}',
      meaning: 'No file may cost more memory or time than that. Nothing was taken over from it.',
      action: 'Split the file, or make an export of a shorter time.',
    },
  },
  NABIJ_EVIDENCE_CANCELLED: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Het lezen van {path} is afgebroken',
      meaning: 'Iemand brak het af, of de verbinding viel weg. Er is niets uit overgenomen.',
      action: 'Stuur het bestand opnieuw als je het toch wilt laten lezen.',
    },
    en: {
      title: 'Reading {path} was cancelled',
      meaning: 'Somebody cancelled it, or the connection was lost. Nothing was taken over from it.',
      action: 'Send the file again if you want it read after all.',
    },
  },
  NABIJ_EVIDENCE_BUSY: {
    status: 503,
    exit: 1,
    nl: {
      title: 'nabij leest al een ander bestand',
      meaning: 'Bestanden worden één voor één gelezen, en er wachten er al {most}. Er is niets veranderd.',
      action: 'Probeer het over een halve minuut opnieuw.',
    },
    en: {
      title: 'nabij is reading another file already',
      meaning: 'Files are read one by one, and {most} are waiting already. Nothing was changed.',
      action: 'Try again in half a minute.',
    },
  },
  NABIJ_DNS_DOMAIN: {
    status: 400,
    exit: 2,
    nl: {
      title: '{domain} is geen domeinnaam',
      meaning: 'Alleen een naam die op internet bestaat, kan worden opgezocht. Er is niets gevraagd.',
      action: 'Typ de naam achter de @ van je e-mailadres, zoals bakkerij-voorbeeld.nl.',
    },
    en: {
      title: '{domain} is no domain name',
      meaning: 'Only a name that exists on the internet can be looked up. Nothing was asked.',
      action: 'Type what stands behind the @ of your e-mail address, such as bakery-example.com.',
    },
  },
  NABIJ_DNS_NO_DOMAIN: {
    status: 404,
    exit: 1,
    nl: {
      title: 'Het domein {domain} bestaat niet',
      meaning: '{resolver} kent de naam niet. Er is verder niets gevraagd, en er is niets bewaard.',
      action: 'Kijk of de naam goed gespeld is. Is het domein net aangevraagd? Probeer het morgen opnieuw.',
    },
    en: {
      title: 'The domain {domain} does not exist',
      meaning: '{resolver} does not know the name. Nothing else was asked, and nothing was kept.',
      action: 'Look whether it is spelled right. Was the domain registered just now? Try again tomorrow.',
    },
  },
  NABIJ_DNS_SILENT: {
    status: 504,
    exit: 1,
    nl: {
      title: 'Geen antwoord van {resolver} over {domain}',
      meaning: 'De naamserver zweeg of was niet te bereiken ({outcome}). Er is niets bewaard.',
      action:
        'Kijk of deze computer internet heeft, of noem een andere naamserver. Zonder internet kan het ook: voeg de DNS-zone toe als bestand.',
    },
    en: {
      title: 'No answer from {resolver} about {domain}',
      meaning: 'The name server was silent or could not be reached ({outcome}). Nothing was kept.',
      action:
        'Look whether this computer has internet, or name another name server. It works without internet too: add the DNS zone as a file.',
    },
  },
  NABIJ_DNS_FAILED: {
    status: 502,
    exit: 1,
    nl: {
      title: '{resolver} kan {domain} niet opzoeken ({outcome})',
      meaning:
        'De naamserver gaf een fout of weigerde. Vaak klopt er iets niet bij het domein zelf. Er is niets bewaard.',
      action: 'Probeer het later opnieuw of noem een andere naamserver. Blijft het zo, vraag dan je domeinbedrijf.',
    },
    en: {
      title: '{resolver} cannot look up {domain} ({outcome})',
      meaning:
        'The name server gave an error or refused. Often something is wrong with the domain itself. Nothing was kept.',
      action: 'Try again later, or name another name server. If it stays so, ask whoever keeps your domain.',
    },
  },
  NABIJ_SERVICE_UNKNOWN: {
    status: 404,
    exit: 1,
    nl: {
      title: 'De dienst {id} staat niet in het register',
      meaning: 'Misschien is het bewijs ervoor verwijderd, of hoort het nu bij een andere dienst.',
      action: 'Laad de lijst opnieuw en kies de dienst daar.',
    },
    en: {
      title: 'The service {id} is not in the register',
      meaning: 'Its evidence may have been removed, or belongs to another service now.',
      action: 'Load the list again and choose the service there.',
    },
  },
  NABIJ_SERVICE_PROVEN: {
    status: 409,
    exit: 1,
    nl: {
      title: '{name} staat ook in ander bewijs',
      meaning: 'Je vinkje is niet de enige reden dat deze dienst in het register staat. Er is niets veranderd.',
      action: 'Verwijder het bewijs, of zeg van een vondst dat ze niet bij deze dienst hoort.',
    },
    en: {
      title: '{name} is shown by other evidence as well',
      meaning: 'Your tick is not the only reason why this service is in the register. Nothing was changed.',
      action: 'Remove the evidence, or say of a finding that it does not belong to this service.',
    },
  },
  NABIJ_LETTER_TOO_SOON: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Voor {name} kan nog geen brief worden gemaakt',
      meaning: 'Brieven gaan alleen over diensten die zeker zijn: niemand krijgt vragen over een vermoeden.',
      action: 'Voeg bewijs toe, zoals een bankafschrift, of vink de dienst aan als je hem echt gebruikt.',
    },
    en: {
      title: 'No letter can be made about {name} yet',
      meaning: 'Letters are only about services that are certain: nobody is asked about a guess.',
      action: 'Add evidence, such as a bank statement, or tick the service if you really use it.',
    },
  },
  NABIJ_KNOWLEDGE_UNKNOWN: {
    status: 404,
    exit: 1,
    nl: {
      title: 'nabij weet niets van {id}',
      meaning: 'In het kennispakket staat geen leverancier of product met deze naam. Er is niets geraden.',
      action: 'Zoek op een deel van de naam, of zet de dienst met de hand in het register.',
    },
    en: {
      title: 'nabij knows nothing of {id}',
      meaning: 'The knowledge pack has no vendor or product of this name. Nothing was guessed.',
      action: 'Search for part of the name, or put the service into the register by hand.',
    },
  },
  NABIJ_KNOWLEDGE_DAMAGED: {
    status: 500,
    exit: 3,
    nl: {
      title: 'Het kennispakket kan niet worden gelezen: {reason}',
      meaning: 'Zonder kennis over leveranciers kan nabij geen diensten herkennen. Je gegevens zijn in orde.',
      action: 'Installeer nabij opnieuw, of zet een heel kennispakket terug.',
    },
    en: {
      title: 'The knowledge pack cannot be read: {reason}',
      meaning: 'Without knowledge of vendors nabij recognises no services. Your data are fine.',
      action: 'Install nabij again, or put back an undamaged knowledge pack.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
