import type { ErrorEntry } from './entry.ts'

export const serverErrors = {
  NABIJ_METHOD_NOT_ALLOWED: {
    status: 405,
    exit: 2,
    nl: {
      title: 'Op dit adres kan {method} niet, wel {allowed}',
      meaning: 'Het adres bestaat, maar doet iets anders dan gevraagd. Er is niets veranderd.',
      action: 'Kijk op /api/docs wat dit adres kan.',
    },
    en: {
      title: 'This address does not take {method}, but it does take {allowed}',
      meaning: 'The address exists, but does something other than what was asked. Nothing was changed.',
      action: 'See at /api/docs what this address can do.',
    },
  },
  NABIJ_TOO_LARGE: {
    status: 413,
    exit: 2,
    nl: {
      title: 'Dit is te groot: meer dan {limit} neemt nabij hier niet aan',
      meaning: 'Het verzoek is afgebroken en er is niets opgeslagen.',
      action: 'Stuur een kleiner bestand. Een foto van 1000 pixels breed is ruim genoeg.',
    },
    en: {
      title: 'This is too large: nabij takes no more than {limit} here',
      meaning: 'The request was cut off and nothing was stored.',
      action: 'Send a smaller file. A picture 1000 pixels wide is plenty.',
    },
  },
  NABIJ_WRONG_TYPE: {
    status: 415,
    exit: 2,
    nl: {
      title: 'Dit adres verwacht {expected} en kreeg {found}',
      meaning: 'De kop Content-Type zegt wat er in een verzoek zit. Met deze soort weet dit adres geen raad.',
      action: 'Zet Content-Type op wat er echt in zit, of kijk op /api/docs wat dit adres aanneemt.',
    },
    en: {
      title: 'This address expects {expected} and was sent {found}',
      meaning: 'The header Content-Type says what a request holds. This address can do nothing with that kind.',
      action: 'Set Content-Type to what is really in it, or see at /api/docs what this address takes.',
    },
  },
  NABIJ_MALFORMED: {
    status: 400,
    exit: 2,
    nl: {
      title: 'Dit verzoek is niet te lezen: {reason}',
      meaning: 'De vorm klopt niet, dus nabij weet niet wat er gevraagd wordt. Er is niets veranderd.',
      action: 'Verbeter het programma dat het verzoek stuurde; op /api/docs staat bij elk adres een voorbeeld.',
    },
    en: {
      title: 'This request cannot be read: {reason}',
      meaning: 'Its form is wrong, so nabij does not know what is asked. Nothing was changed.',
      action: 'Correct the program that sent the request; /api/docs has an example for each address.',
    },
  },
  NABIJ_TOO_SLOW: {
    status: 408,
    exit: 1,
    nl: {
      title: 'Het verzoek kwam te langzaam binnen',
      meaning:
        'Er kwam {seconds} seconden lang te weinig, en nabij heeft het verzoek afgebroken. Er is niets opgeslagen.',
      action: 'Stuur het opnieuw. Gebeurt het vaker, controleer dan het netwerk en het programma dat stuurt.',
    },
    en: {
      title: 'The request came in too slowly',
      meaning: 'For {seconds} seconds too little arrived, and nabij cut the request off. Nothing was stored.',
      action: 'Send it again. If it happens more often, check the network and the program that sends.',
    },
  },
  NABIJ_TOO_BUSY: {
    status: 503,
    exit: 1,
    nl: {
      title: 'nabij heeft het even te druk',
      meaning: 'Er komt meer tegelijk binnen dan deze computer kan vasthouden. Dit verzoek is niet uitgevoerd.',
      action: 'Probeer het over een paar tellen opnieuw, of stuur minder tegelijk.',
    },
    en: {
      title: 'nabij is too busy for a moment',
      meaning: 'More comes in at once than this computer can hold. This request was not carried out.',
      action: 'Try again in a few seconds, or send less at the same time.',
    },
  },
  NABIJ_NOT_READY: {
    status: 503,
    exit: 1,
    nl: {
      title: 'nabij is nog niet klaar: {reason}',
      meaning: 'Het programma draait, maar kan nog geen werk aannemen.',
      action: 'Wacht even. Blijft het zo, voer dan "nabij doctor" uit.',
    },
    en: {
      title: 'nabij is not ready yet: {reason}',
      meaning: 'The program runs, but cannot take work yet.',
      action: 'Wait a moment. If it stays like this, run "nabij doctor".',
    },
  },
  NABIJ_FOREIGN_HOST: {
    status: 421,
    exit: 2,
    nl: {
      title: 'Op het adres {host} luistert nabij niet',
      meaning: 'Zo houdt nabij tegen dat een webpagina van elders zich voordoet als deze computer. Er is niets gedaan.',
      action:
        'Open nabij op het adres dat bij het starten werd getoond, bijvoorbeeld http://localhost met de poort erachter.',
    },
    en: {
      title: 'nabij does not listen at the address {host}',
      meaning: 'This keeps a web page from elsewhere from passing itself off as this computer. Nothing was done.',
      action: 'Open nabij at the address that it showed when it started, for instance http://localhost with the port.',
    },
  },
  NABIJ_FOREIGN_ORIGIN: {
    status: 403,
    exit: 2,
    nl: {
      title: 'Een pagina van elders ({origin}) mag nabij niet bedienen',
      meaning: 'Je browser stuurde dit verzoek namens een andere pagina. nabij heeft er niets mee gedaan.',
      action: 'Sluit die pagina als je haar niet kent. Zelf iets bouwen? Stuur de verzoeken dan vanuit een programma.',
    },
    en: {
      title: 'A page from elsewhere ({origin}) may not drive nabij',
      meaning: 'Your browser sent this request for another page. nabij did nothing with it.',
      action: 'Close that page if you do not know it. If you are building something, send the requests from a program.',
    },
  },
  NABIJ_ONLY_THIS_COMPUTER: {
    status: 500,
    exit: 2,
    nl: {
      title: 'nabij kan niet luisteren op {host}',
      meaning: 'Dat is geen adres van deze computer. Er is niets gestart.',
      action: 'Laat --host weg om alleen op deze computer te luisteren, of kies 0.0.0.0 voor het eigen netwerk.',
    },
    en: {
      title: 'nabij cannot listen on {host}',
      meaning: 'That is no address of this computer. Nothing was started.',
      action: 'Leave --host out to listen on this computer only, or choose 0.0.0.0 for your own network.',
    },
  },
  NABIJ_NO_FREE_PORT: {
    status: 500,
    exit: 3,
    nl: {
      title: 'Van poort {first} tot en met {last} is er geen een vrij',
      meaning: 'Elke poort die nabij probeerde, is bij een ander programma in gebruik.',
      action: 'Kies zelf een poort met --port, of laat het systeem kiezen met --port 0.',
    },
    en: {
      title: 'None of the ports {first} to {last} is free',
      meaning: 'Each port that nabij tried is in use by another program.',
      action: 'Choose a port yourself with --port, or let the system choose with --port 0.',
    },
  },
  NABIJ_PORT_REFUSED: {
    status: 500,
    exit: 2,
    nl: {
      title: 'Op poort {port} mag of kan nabij niet luisteren ({reason})',
      meaning: 'Het systeem weigert deze poort. Poorten onder 1024 zijn meestal voorbehouden aan de beheerder.',
      action: 'Kies een andere poort met --port, bijvoorbeeld 8080.',
    },
    en: {
      title: 'nabij may not or cannot listen on port {port} ({reason})',
      meaning: 'The system refuses this port. Ports below 1024 usually belong to the administrator.',
      action: 'Choose another port with --port, for instance 8080.',
    },
  },
  NABIJ_SAMPLE_ABSENT: {
    status: 404,
    exit: 1,
    nl: {
      title: 'Er is nu geen voorbeeldbedrijf',
      meaning: 'Het voorbeeld is nog niet gemaakt, of het is verwijderd.',
      action: 'Kies op de beginpagina "Bekijk een voorbeeldbedrijf"; dan maakt nabij het opnieuw.',
    },
    en: {
      title: 'There is no sample company now',
      meaning: 'The sample has not been made yet, or it was deleted.',
      action: 'Choose "Look at a sample company" on the first page; nabij then makes it again.',
    },
  },
  NABIJ_SAMPLE_READ_ONLY: {
    status: 409,
    exit: 1,
    nl: {
      title: 'In het voorbeeld kun je niets van jezelf bewaren',
      meaning: 'Het voorbeeldbedrijf is verzonnen; wat van jou is, raakt er niet mee vermengd. Er is niets veranderd.',
      action: 'Begin je eigen: verlaat het voorbeeld en maak daar een station.',
    },
    en: {
      title: 'You cannot keep anything of your own in the sample',
      meaning: 'The sample company is made up; what is yours does not get mixed with it. Nothing was changed.',
      action: 'Start your own: leave the sample and make a station there.',
    },
  },
  NABIJ_NO_PICTURE_YET: {
    status: 404,
    exit: 1,
    nl: {
      title: 'Van dit station is er nu geen beeld',
      meaning: 'Er kwam nog geen beeld binnen, of dit station krijgt zijn foto’s een voor een toegestuurd.',
      action: 'Wacht tot de camera beelden stuurt, of bekijk de laatste oordelen.',
    },
    en: {
      title: 'There is no picture of this station now',
      meaning: 'No picture has come in yet, or this station is sent its pictures one by one.',
      action: 'Wait until the camera sends pictures, or look at the latest verdicts.',
    },
  },
  NABIJ_PAGE_MISSING: {
    status: 503,
    exit: 3,
    nl: {
      title: 'De pagina van nabij ontbreekt in deze installatie',
      meaning: 'De server en de API werken, alleen de pagina in de browser is niet gebouwd.',
      action: 'Start met "npm start", dat bouwt de pagina vanzelf. Kwam nabij als archief, pak dat dan opnieuw uit.',
    },
    en: {
      title: 'The page of nabij is missing from this installation',
      meaning: 'The server and the API work, only the page in the browser was not built.',
      action: 'Start with "npm start", which builds the page by itself. If nabij came as an archive, unpack it again.',
    },
  },
  NABIJ_EXECUTOR_LOST: {
    status: 500,
    exit: 3,
    nl: {
      title: 'Het rekenproces viel twee keer uit bij deze opdracht',
      meaning: 'Deze foto of dit recept laat het rekenproces vastlopen. De rest van nabij werkt gewoon door.',
      action: 'Sla deze foto over en bewaar hem: stuur hem mee als je de fout meldt.',
    },
    en: {
      title: 'The executor fell twice at this job',
      meaning: 'This picture or recipe makes the executor crash. The rest of nabij works on.',
      action: 'Skip this picture and keep it: send it along when you report the fault.',
    },
  },
  NABIJ_EXECUTOR_TIMEOUT: {
    status: 504,
    exit: 3,
    nl: {
      title: 'Het rekenproces gaf na {seconds} seconden nog geen antwoord',
      meaning: 'De opdracht is afgebroken en het rekenproces is vervangen. De rest van nabij werkt gewoon door.',
      action: 'Probeer het nog eens. Gebeurt het vaker, kijk dan met `nabij doctor` of dit apparaat het aankan.',
    },
    en: {
      title: 'The executor gave no answer within {seconds} seconds',
      meaning: 'The job was broken off and the executor replaced. The rest of nabij works on.',
      action: 'Try again. If it happens more often, see with `nabij doctor` whether this device can keep up.',
    },
  },
  NABIJ_EXECUTOR_BUSY: {
    status: 503,
    exit: 1,
    nl: {
      title: 'Er wachten al {waiting} foto’s op het rekenproces',
      meaning: 'Er komen meer foto’s binnen dan dit apparaat kan beoordelen. Deze foto is niet aangenomen.',
      action: 'Stuur hem later opnieuw, of laat de camera minder foto’s per seconde maken.',
    },
    en: {
      title: '{waiting} pictures are waiting for the executor already',
      meaning: 'More pictures come in than this device can judge. This picture was not accepted.',
      action: 'Send it again later, or let the camera take fewer pictures a second.',
    },
  },
  NABIJ_EXECUTOR_UNAVAILABLE: {
    status: 503,
    exit: 3,
    nl: {
      title: 'Het rekenproces wil niet starten',
      meaning: 'Zolang het niet draait, kan nabij geen foto’s beoordelen. nabij blijft het zelf proberen.',
      action: 'Kijk met `nabij doctor` wat er ontbreekt.',
    },
    en: {
      title: 'The executor does not start',
      meaning: 'Until it runs, nabij cannot judge pictures. nabij keeps trying.',
      action: 'See with `nabij doctor` what is missing.',
    },
  },
  NABIJ_EXECUTOR_STOPPED: {
    status: 503,
    exit: 3,
    nl: {
      title: 'nabij wordt afgesloten',
      meaning: 'Deze opdracht is niet meer uitgevoerd. Wat al was opgeslagen, is bewaard.',
      action: 'Probeer het opnieuw zodra nabij weer draait.',
    },
    en: {
      title: 'nabij is shutting down',
      meaning: 'This job was not carried out any more. What had been saved is kept.',
      action: 'Try again as soon as nabij runs again.',
    },
  },
} satisfies Record<string, ErrorEntry>
