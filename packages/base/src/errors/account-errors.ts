import type { ErrorEntry } from './entry.ts'

export const accountErrors = {
  NABIJ_SIGN_IN: {
    status: 401,
    exit: 2,
    nl: {
      title: 'Log eerst in',
      meaning: 'Deze nabij heeft accounts, en dit verzoek zei niet (meer) wie het deed. Er is niets veranderd.',
      action: 'Log in op de pagina. Een programma stuurt een eigen sleutel mee: Authorization: Bearer nabij_…',
    },
    en: {
      title: 'Log in first',
      meaning: 'This nabij has accounts, and the request did not (or no longer) say who made it. Nothing was changed.',
      action: 'Log in on the page. A program sends a key of its own: Authorization: Bearer nabij_…',
    },
  },
  NABIJ_SIGN_IN_WRONG: {
    status: 401,
    exit: 1,
    nl: {
      title: 'Deze naam en dit wachtwoord horen niet bij elkaar',
      meaning: 'Je bent niet ingelogd. Na een paar keer mis moet je telkens wat langer wachten.',
      action: 'Probeer het opnieuw. Wachtwoord kwijt? De eigenaar kan je een nieuw geven.',
    },
    en: {
      title: 'This name and this password do not belong together',
      meaning: 'You are not logged in. After a few wrong tries you have to wait a little longer each time.',
      action: 'Try again. Lost the password? The owner can give you a new one.',
    },
  },
  NABIJ_PIN_WRONG: {
    status: 401,
    exit: 1,
    nl: {
      title: 'Deze pincode klopt niet',
      meaning: 'Het scherm weet nog niet wie er staat.',
      action: 'Typ je pincode opnieuw. Na een paar keer mis moet je telkens wat langer wachten.',
    },
    en: {
      title: 'This PIN is wrong',
      meaning: 'The screen does not know yet who is there.',
      action: 'Type your PIN again. After a few wrong tries you have to wait a little longer each time.',
    },
  },
  NABIJ_TOO_MANY_TRIES: {
    status: 429,
    exit: 1,
    nl: {
      title: 'Te vaak mis: wacht {seconds} seconden',
      meaning: 'Zo kan niemand wachtwoorden of codes blijven raden. Ook de goede wordt nu even niet bekeken.',
      action: 'Wacht tot de tijd om is en probeer het dan nog eens.',
    },
    en: {
      title: 'Wrong too often: wait {seconds} seconds',
      meaning: 'This keeps anybody from guessing on and on. Even the right one is not looked at for now.',
      action: 'Wait until the time is over, and try again.',
    },
  },
  NABIJ_NOT_ALLOWED: {
    status: 403,
    exit: 2,
    nl: {
      title: 'Dit mag je niet doen met de rol die je hebt',
      meaning: 'Hiervoor is {need} nodig, en dit verzoek kwam van {role}. Er is niets veranderd.',
      action: 'Vraag het aan iemand die het wel mag, of vraag de eigenaar om een andere rol.',
    },
    en: {
      title: 'Your role does not allow this',
      meaning: 'It takes {need}, and this request came from {role}. Nothing was changed.',
      action: 'Ask somebody who may, or ask the owner for another role.',
    },
  },
  NABIJ_CSRF: {
    status: 403,
    exit: 2,
    nl: {
      title: 'Dit verzoek kwam niet van de pagina van nabij zelf',
      meaning: 'Het had je inlog bij zich, maar niet de code die alleen onze pagina kent. Er is niets veranderd.',
      action: 'Laad de pagina opnieuw en probeer het nog eens. Een programma gebruikt een eigen sleutel.',
    },
    en: {
      title: 'This request did not come from nabij’s own page',
      meaning: 'It carried your login, but not the code that only our page knows. Nothing was changed.',
      action: 'Load the page again and try once more. A program uses a key of its own.',
    },
  },
  NABIJ_OWNER_NEEDED: {
    status: 403,
    exit: 2,
    nl: {
      title: 'Maak eerst een eigenaar, voordat nabij op het netwerk te zien is',
      meaning: 'Zonder eigenaar met een wachtwoord zou iedereen op het netwerk alles mogen.',
      action: 'Start zonder --host en maak op de pagina bij Mensen een eigenaar, of voer "nabij owner" uit.',
    },
    en: {
      title: 'Make an owner before nabij can be seen on the network',
      meaning: 'Without an owner with a password everybody on the network could do everything.',
      action: 'Start without --host and make an owner on the page under People, or run "nabij owner".',
    },
  },
  NABIJ_OWNER_EXISTS: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Er is al een eigenaar',
      meaning: 'De eerste eigenaar kan maar één keer zo worden gemaakt. Er is niets veranderd.',
      action: 'Log in als eigenaar. Wachtwoord kwijt? Voer op de computer zelf "nabij owner" uit.',
    },
    en: {
      title: 'There is an owner already',
      meaning: 'The first owner can be made like this only once. Nothing was changed.',
      action: 'Log in as the owner. Lost the password? Run "nabij owner" on the computer itself.',
    },
  },
  NABIJ_LAST_OWNER: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Dit is de laatste eigenaar',
      meaning: 'Zonder eigenaar kan niemand meer mensen toelaten of een back-up terugzetten. Er is niets veranderd.',
      action: 'Maak eerst iemand anders eigenaar.',
    },
    en: {
      title: 'This is the last owner',
      meaning: 'Without an owner nobody could admit people or restore a backup any more. Nothing was changed.',
      action: 'Make somebody else an owner first.',
    },
  },
  NABIJ_NAME_TAKEN: {
    status: 409,
    exit: 1,
    nl: {
      title: 'De naam {name} is al in gebruik',
      meaning: 'Hoofdletters maken geen verschil. Er is niets veranderd.',
      action: 'Kies een andere naam.',
    },
    en: {
      title: 'The name {name} is taken',
      meaning: 'Capitals make no difference. Nothing was changed.',
      action: 'Choose another name.',
    },
  },
  NABIJ_PASSWORD_SHORT: {
    status: 400,
    exit: 2,
    nl: {
      title: 'Dit wachtwoord is te kort: minstens {least} tekens',
      meaning: 'Lengte maakt een wachtwoord sterk; leestekens en cijfers hoeven niet.',
      action: 'Neem een zin van een paar woorden, of laat je wachtwoordkluis er een maken.',
    },
    en: {
      title: 'This password is too short: at least {least} characters',
      meaning: 'Length makes a password strong; digits and punctuation are not required.',
      action: 'Take a sentence of a few words, or let your password manager make one.',
    },
  },
  NABIJ_PASSWORD_COMMON: {
    status: 400,
    exit: 2,
    nl: {
      title: 'Dit wachtwoord is te makkelijk te raden',
      meaning: 'Het staat op de lijsten waarmee wordt geraden, of het is één patroon dat zich herhaalt.',
      action: 'Neem een zin van een paar woorden die alleen jij zo zou zeggen.',
    },
    en: {
      title: 'This password is too easy to guess',
      meaning: 'It is on the lists that guessers use, or it is one pattern that repeats.',
      action: 'Take a sentence of a few words that only you would say like that.',
    },
  },
  NABIJ_PIN_WEAK: {
    status: 400,
    exit: 2,
    nl: {
      title: 'Kies een andere pincode',
      meaning: 'Een pincode heeft 4 tot 6 cijfers, en niet alle dezelfde of op een rij (1111, 1234).',
      action: 'Kies cijfers die een collega niet zou raden.',
    },
    en: {
      title: 'Choose another PIN',
      meaning: 'A PIN has 4 to 6 digits, not all the same and not in a row (1111, 1234).',
      action: 'Choose digits that a colleague would not guess.',
    },
  },
  NABIJ_PAIRING_OVER: {
    status: 400,
    exit: 1,
    nl: {
      title: 'Deze koppelcode werkt niet (meer)',
      meaning: 'Een code geldt tien minuten, voor één apparaat.',
      action: 'Laat op nabij een nieuwe QR-code maken en scan die.',
    },
    en: {
      title: 'This pairing code does not work (any more)',
      meaning: 'A code is good for ten minutes, for one device.',
      action: 'Have nabij make a new QR code, and scan that.',
    },
  },
  NABIJ_HTTPS_ONLY: {
    status: 403,
    exit: 2,
    nl: {
      title: 'Vanaf het netwerk alleen met https://',
      meaning: 'Zonder versleuteling kan een ander op het netwerk meelezen. Er is niets gedaan.',
      action: 'Zet https:// voor het adres in plaats van http://.',
    },
    en: {
      title: 'From the network only with https://',
      meaning: 'Without encryption others on the network could read along. Nothing was done.',
      action: 'Put https:// in front of the address instead of http://.',
    },
  },
  NABIJ_CERTIFICATE: {
    status: 500,
    exit: 2,
    nl: {
      title: 'Dit certificaat is niet te gebruiken: {reason}',
      meaning: 'Zonder certificaat en sleutel die bij elkaar horen is er geen HTTPS, en dan luistert nabij niet.',
      action: 'Geef met --cert en --key een PEM-certificaat en de sleutel die erbij hoort, of laat beide weg.',
    },
    en: {
      title: 'This certificate cannot be used: {reason}',
      meaning: 'Without a certificate and a key that belong together there is no HTTPS, and nabij does not listen.',
      action: 'Give a PEM certificate and its key with --cert and --key, or leave both out.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
