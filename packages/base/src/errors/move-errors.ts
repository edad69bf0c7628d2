import type { ErrorEntry } from './entry.ts'

/** What can be wrong with a cloud beside the box, and with leaving it. */
export const moveErrors = {
  NABIJ_CLOUD_MISSING: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Bij deze aansluiting staat niet waar de cloud is',
      meaning:
        'Wie de cloud laat antwoorden of meekijken, geeft haar adres en een eigen sleutel. Er is niets veranderd.',
      action: 'Vul adres, sleutel en bij AWS de regio in, of kies “alleen de box”.',
    },
    en: {
      title: 'This connection does not say where the cloud is',
      meaning: 'Who lets the cloud answer or look along gives its address and a key of their own. Nothing was changed.',
      action: 'Fill in address, key and, for AWS, the region, or choose “box only”.',
    },
  },
  NABIJ_CLOUD_KEY: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Deze sleutel past niet bij {dialect}',
      meaning:
        'Een dienst van AWS heeft een toegangssleutel met een geheim en een regio; de andere hebben één sleutel.',
      action: 'Geef de sleutel die bij deze dienst hoort. Er is niets veranderd.',
    },
    en: {
      title: 'This key does not fit {dialect}',
      meaning: 'A service of AWS has an access key with a secret, and a region; the others have one key.',
      action: 'Give the key that belongs to this service. Nothing was changed.',
    },
  },
  NABIJ_CLOUD_SILENT: {
    status: 502,
    exit: 3,
    nl: {
      title: 'De cloud op {host} antwoordt niet: {reason}',
      meaning:
        'De vraag is naar de cloud gestuurd en er kwam geen bruikbaar antwoord. De box kon haar ook niet beantwoorden.',
      action: 'Kijk of het station draait en geleerd is: dan antwoordt de box in haar plaats.',
    },
    en: {
      title: 'The cloud at {host} does not answer: {reason}',
      meaning: 'The request was sent to the cloud and no answer of use came back. The box could not answer it either.',
      action: 'See that the station runs and is taught: then the box answers in its place.',
    },
  },
  NABIJ_MOVE_UNKNOWN: {
    status: 404,
    exit: 2,
    nl: {
      title: 'Voor {id} is er geen overstap',
      meaning: 'Een overstap hoort bij een dienst in het register, en die is hier nog niet begonnen.',
      action: 'Begin de overstap op de pagina van de dienst, of kijk welke er zijn met nabij moves list.',
    },
    en: {
      title: 'There is no move for {id}',
      meaning: 'A move belongs to a service in the register, and none was begun for this one.',
      action: 'Begin the move on the page of the service, or see which there are with nabij moves list.',
    },
  },
  NABIJ_BILL_EMPTY: {
    status: 422,
    exit: 2,
    nl: {
      title: 'In deze rekening staat niets van {service}',
      meaning: 'Zij is gelezen en bewaard als bewijs, maar geen regel gaat over de dienst van deze aansluiting.',
      action: 'Kijk of het de goede rekening is, en of bij de aansluiting de goede dienst staat.',
    },
    en: {
      title: 'This bill has nothing of {service}',
      meaning: 'It was read and kept as evidence, but no line is about the service of this connection.',
      action: 'See that it is the right bill, and that the connection names the right service.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
