import type { ErrorEntry } from './entry.ts'

/** What goes wrong between an old client of a cloud service and the box that answers in its place. */
export const dialectErrors = {
  NABIJ_DIALECT_OPERATION: {
    status: 400,
    exit: 2,
    nl: {
      title: '{dialect} kan hier geen {operation}',
      meaning: 'Het programma vraagt iets dat nabij in deze taal niet spreekt.',
      action:
        'Kijk op de pagina van deze aansluiting welke vragen nabij beantwoordt; de andere zijn hier niet nodig of bestaan niet meer.',
    },
    en: {
      title: '{dialect} does no {operation} here',
      meaning: 'The program asks for something that nabij does not speak in this dialect.',
      action:
        'See on the page of this connection which questions nabij answers; the others are not needed here or are gone.',
    },
  },
  NABIJ_DIALECT_MODEL_UNKNOWN: {
    status: 404,
    exit: 2,
    nl: {
      title: 'Er is hier geen model {model}',
      meaning: 'Het programma noemt een model dat aan geen station of eigen model is gekoppeld.',
      action:
        'Maak op de pagina Overstappen een aansluiting met precies deze naam, of gebruik een naam die er al staat.',
    },
    en: {
      title: 'There is no model {model} here',
      meaning: 'The program names a model that is connected to no station and no model of your own.',
      action: 'Make a connection with exactly this name on the page Moves, or use a name that is there.',
    },
  },
  NABIJ_DIALECT_MODEL_STOPPED: {
    status: 409,
    exit: 3,
    nl: {
      title: 'Model {model} staat uit',
      meaning: 'Het station of model erachter draait niet, of is nog niet geleerd.',
      action: 'Start het station op zijn pagina, of laat het programma eerst om starten vragen.',
    },
    en: {
      title: 'Model {model} is stopped',
      meaning: 'The station or model behind it does not run, or has not been taught.',
      action: 'Start the station on its page, or let the program ask for a start first.',
    },
  },
  NABIJ_DIALECT_MODEL_TAKEN: {
    status: 409,
    exit: 2,
    nl: {
      title: 'Model {model} is al aangesloten',
      meaning: 'Een programma vindt een model aan zijn naam; twee met dezelfde naam kan het niet uit elkaar houden.',
      action: 'Verander de aansluiting die er is, of kies een andere naam.',
    },
    en: {
      title: 'Model {model} is connected already',
      meaning: 'A program finds a model by its name; it cannot tell two of the same name apart.',
      action: 'Change the connection that is there, or choose another name.',
    },
  },
  NABIJ_DIALECT_KEY_MISSING: {
    status: 401,
    exit: 2,
    nl: {
      title: 'De vraag heeft geen sleutel',
      meaning: 'Deze aansluiting heeft een sleutel, en de vraag droeg er geen.',
      action: 'Geef het programma de sleutel die bij het maken van de aansluiting is getoond.',
    },
    en: {
      title: 'The request has no key',
      meaning: 'This connection has a key, and the request carried none.',
      action: 'Give the program the key that was shown when the connection was made.',
    },
  },
  NABIJ_DIALECT_KEY_WRONG: {
    status: 403,
    exit: 2,
    nl: {
      title: 'De sleutel of handtekening klopt niet',
      meaning: 'De vraag is met een andere sleutel getekend dan die van deze aansluiting, of onderweg veranderd.',
      action:
        'Controleer sleutel en geheim in het programma, of maak een nieuwe sleutel op de pagina van de aansluiting.',
    },
    en: {
      title: 'The key or signature is wrong',
      meaning: 'The request was signed with another key than that of this connection, or was changed on its way.',
      action: 'Check key and secret in the program, or make a new key on the page of the connection.',
    },
  },
  NABIJ_DIALECT_CLOCK: {
    status: 403,
    exit: 2,
    nl: {
      title: 'De klok van het programma loopt {minutes} minuten uit de pas',
      meaning:
        'Een handtekening geldt een kwartier; daarna wordt zij geweigerd, zodat niemand een oude vraag kan herhalen.',
      action: 'Zet de klok van de computer met het programma goed, of die van deze box.',
    },
    en: {
      title: 'The clock of the program is {minutes} minutes off',
      meaning:
        'A signature holds for a quarter of an hour; after that it is refused, so that nobody can repeat an old request.',
      action: 'Set the clock of the computer with the program, or that of this box.',
    },
  },
  NABIJ_DIALECT_TOO_LARGE: {
    status: 413,
    exit: 2,
    nl: {
      title: 'De vraag is groter dan {most}',
      meaning: 'De dienst die hier wordt vervangen nam ook niet meer aan.',
      action: 'Verklein de foto voordat het programma haar stuurt.',
    },
    en: {
      title: 'The request is larger than {most}',
      meaning: 'The service that is replaced here took no more either.',
      action: 'Make the picture smaller before the program sends it.',
    },
  },
  NABIJ_DIALECT_TYPE: {
    status: 415,
    exit: 2,
    nl: {
      title: '{type} wordt hier niet gelezen',
      meaning: 'De vraag heeft een ander soort inhoud dan deze dienst aanneemt.',
      action: 'Stuur een JPEG of PNG, in de vorm die de documentatie van de oude dienst voorschrijft.',
    },
    en: {
      title: '{type} is not read here',
      meaning: 'The request has another kind of content than this service takes.',
      action: 'Send a JPEG or PNG, in the form that the documentation of the old service prescribes.',
    },
  },
  NABIJ_DIALECT_DAMAGED: {
    status: 400,
    exit: 2,
    nl: {
      title: 'De vraag is niet te lezen: {reason}',
      meaning: 'De inhoud is onderweg beschadigd, of niet in de vorm van deze dienst.',
      action: 'Probeer het opnieuw; gaat het weer mis, kijk dan hoe het programma de vraag opbouwt.',
    },
    en: {
      title: 'The request cannot be read: {reason}',
      meaning: 'The content was damaged on its way, or is not in the form of this service.',
      action: 'Try again; if it goes wrong again, see how the program builds the request.',
    },
  },
  NABIJ_DIALECT_ADDRESS: {
    status: 400,
    exit: 2,
    nl: {
      title: 'Een foto van een adres wordt hier niet opgehaald',
      meaning: 'nabij haalt niets van internet: de foto moet in de vraag zelf staan.',
      action: 'Laat het programma de foto meesturen in plaats van haar adres.',
    },
    en: {
      title: 'A picture is not fetched from an address here',
      meaning: 'nabij fetches nothing from the internet: the picture must be in the request itself.',
      action: 'Let the program send the picture itself instead of its address.',
    },
  },
  NABIJ_DIALECT_BUSY: {
    status: 429,
    exit: 3,
    nl: {
      title: 'Meer dan {perSecond} vragen per seconde',
      meaning: 'Deze aansluiting heeft een grens, zodat één programma de andere niet ophoudt.',
      action: 'Laat het programma even wachten, of verhoog de grens op de pagina van de aansluiting.',
    },
    en: {
      title: 'More than {perSecond} requests a second',
      meaning: 'This connection has a limit, so that one program does not hold up the others.',
      action: 'Let the program wait a moment, or raise the limit on the page of the connection.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
