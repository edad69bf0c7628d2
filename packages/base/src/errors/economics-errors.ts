import type { ErrorEntry } from './entry.ts'

/** What can be wrong with prices, and with a case that is worked out from them. */
export const economicsErrors = {
  NABIJ_PRICE_UNKNOWN: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Er is geen prijs die {id} heet',
      meaning: 'Hij staat niet in het prijsboek en je hebt hem ook niet meegestuurd. Er is niets berekend.',
      action: 'Zoek de juiste naam met nabij cost prices, of stuur je eigen prijs mee.',
    },
    en: {
      title: 'There is no price called {id}',
      meaning: 'It is not in the price book, and you did not send it along either. Nothing was worked out.',
      action: 'Find the right name with nabij cost prices, or send a price of your own along.',
    },
  },
  NABIJ_PRICE_TWICE: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Er zijn twee prijzen die {id} heten',
      meaning: 'Dan is niet te zeggen met welke er gerekend is. Er is niets berekend.',
      action: 'Geef je eigen prijs een andere naam.',
    },
    en: {
      title: 'There are two prices called {id}',
      meaning: 'Nobody could tell which of them was used. Nothing was worked out.',
      action: 'Give your own price another name.',
    },
  },
  NABIJ_PRICE_NOT_KNOWN: {
    status: 422,
    exit: 1,
    nl: {
      title: 'Wat {id} kost, is niet bekend',
      meaning: 'Het staat wel in het prijsboek, maar zonder bedrag: niemand heeft er een bron voor gevonden.',
      action: 'Stuur een eigen prijs mee, bijvoorbeeld van je offerte of rekening.',
    },
    en: {
      title: 'What {id} costs is not known',
      meaning: 'It stands in the price book, but without an amount: nobody found a source for it.',
      action: 'Send a price of your own along, such as that of your quotation or bill.',
    },
  },
  NABIJ_PRICE_NOT_YET: {
    status: 422,
    exit: 1,
    nl: {
      title: 'De prijs {id} geldt pas vanaf {from}',
      meaning: 'Je berekening begint op {start}. Met een prijs van later rekenen zou een verkeerd bedrag geven.',
      action: 'Laat de berekening later beginnen, of kies de prijs die nu geldt.',
    },
    en: {
      title: 'The price {id} only holds from {from}',
      meaning: 'Your case starts on {start}. Working with a price of later would give a wrong amount.',
      action: 'Let the case start later, or choose the price that holds now.',
    },
  },
  NABIJ_PRICE_TIERS: {
    status: 422,
    exit: 2,
    nl: {
      title: 'De staffel van {id} klopt niet: {reason}',
      meaning: 'Treden die elkaar overlappen of niet oplopen, geven geen eenduidig bedrag. Er is niets berekend.',
      action: 'Laat elke trede boven de vorige eindigen, en alleen de laatste open.',
    },
    en: {
      title: 'The tiers of {id} are wrong: {reason}',
      meaning: 'Tiers that overlap or do not rise give no single amount. Nothing was worked out.',
      action: 'Let each tier end above the one before, and only the last be open.',
    },
  },
  NABIJ_PRICE_LIMIT: {
    status: 422,
    exit: 1,
    nl: {
      title: '{id} gaat maar tot {most} per maand, en er zijn er {asked}',
      meaning: 'Voor meer verkoopt de aanbieder dit tarief niet. Er is niets berekend.',
      action: 'Kies het tarief voor grotere aantallen.',
    },
    en: {
      title: '{id} only goes up to {most} a month, and there are {asked}',
      meaning: 'The provider does not sell more on this plan. Nothing was worked out.',
      action: 'Choose the plan for larger numbers.',
    },
  },
  NABIJ_PRICE_UNIT: {
    status: 422,
    exit: 2,
    nl: {
      title: '{id} is een prijs per {unit}, en hier hoort er een per {expected}',
      meaning: 'Appels en peren: het bedrag zou niets betekenen. Er is niets berekend.',
      action: 'Kies een prijs in de juiste eenheid.',
    },
    en: {
      title: '{id} is a price per {unit}, and here belongs one per {expected}',
      meaning: 'The amount would mean nothing. Nothing was worked out.',
      action: 'Choose a price in the right unit.',
    },
  },
  NABIJ_CURRENCY_MIX: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Er staan bedragen in {found} bij een berekening in {currency}, zonder wisselkoers',
      meaning: 'Bedragen in verschillende munten tellen we nooit zomaar op, en een koers verzinnen we niet.',
      action: 'Geef de koers van {found} op, met de dag en waar je hem vandaan hebt.',
    },
    en: {
      title: 'There are amounts in {found} in a case in {currency}, without a rate',
      meaning: 'Amounts in different currencies are never simply added, and a rate is not made up.',
      action: 'Give the rate of {found}, with its day and where you have it from.',
    },
  },
  NABIJ_NO_QUANTITY: {
    status: 422,
    exit: 2,
    nl: {
      title: '{where}: met {value} valt niet te rekenen',
      meaning: 'Een aantal of bedrag is hier een gewoon getal van nul of meer. Er is niets berekend.',
      action: 'Vul een getal in, zonder min, en met een punt voor de decimalen.',
    },
    en: {
      title: '{where}: {value} cannot be counted with',
      meaning: 'A number or amount here is a plain number of nought or more. Nothing was worked out.',
      action: 'Fill in a number, without a minus, and with a point before the decimals.',
    },
  },
  NABIJ_PRICE_LIST_UNREADABLE: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Deze prijslijst kan niet worden gelezen: {reason}',
      meaning: 'Het bestand is afgebroken, of is geen prijslijst van AWS of Azure en geen rekening in FOCUS-vorm.',
      action: 'Haal de lijst opnieuw op bij de aanbieder, als JSON.',
    },
    en: {
      title: 'This price list cannot be read: {reason}',
      meaning: 'The file was cut off, or is no price list of AWS or Azure and no bill in the form of FOCUS.',
      action: 'Get the list again from the provider, as JSON.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
