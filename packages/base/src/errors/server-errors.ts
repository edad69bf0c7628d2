import type { ErrorEntry } from './entry.ts'

export const serverErrors = {
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
