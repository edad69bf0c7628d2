import type { ErrorEntry } from './entry.ts'

export const stationErrors = {
  NABIJ_STATION_UNTAUGHT: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Station {station} heeft nog niets geleerd',
      meaning: 'Zonder goede foto’s weet het station niet hoe een goed product eruitziet. Er is niets gekeurd.',
      action: 'Voeg foto’s toe van goede producten (twintig is een mooi begin) en kies “Leer dit product”.',
    },
    en: {
      title: 'Station {station} has not been taught anything yet',
      meaning: 'Without good photos the station does not know what a good product looks like. Nothing was judged.',
      action: 'Add photos of good products (twenty is a fine start) and choose “Teach this product”.',
    },
  },
  NABIJ_STATION_BUSY: {
    status: 429,
    exit: 1,
    nl: {
      title: 'Station {station} heeft het te druk: er wachten al {waiting} foto’s',
      meaning: 'De foto’s komen sneller binnen dan ze gekeurd worden. Deze is niet aangenomen en niet gekeurd.',
      action: 'Stuur dezelfde foto over een paar tellen opnieuw, of stuur minder foto’s tegelijk.',
    },
    en: {
      title: 'Station {station} is too busy: {waiting} pictures are waiting already',
      meaning: 'Pictures come in faster than they are judged. This one was not accepted and not judged.',
      action: 'Send the same picture again in a few seconds, or send fewer at the same time.',
    },
  },
  NABIJ_STATION_STOPPED: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Station {station} staat stil',
      meaning: 'Iemand heeft dit station stilgezet; zolang keurt het niets.',
      action: 'Zet het station weer aan en stuur de foto opnieuw.',
    },
    en: {
      title: 'Station {station} is stopped',
      meaning: 'Somebody stopped this station; until it runs again it judges nothing.',
      action: 'Start the station and send the picture again.',
    },
  },
  NABIJ_STOPPING: {
    status: 503,
    exit: 1,
    nl: {
      title: 'nabij wordt net afgesloten',
      meaning: 'Dit verzoek is niet meer uitgevoerd. Wat al was bevestigd, is bewaard.',
      action: 'Probeer het opnieuw zodra nabij weer draait.',
    },
    en: {
      title: 'nabij is just shutting down',
      meaning: 'This request was not carried out any more. What had been confirmed is kept.',
      action: 'Try again as soon as nabij runs again.',
    },
  },
  NABIJ_NO_PHOTOS: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Station {station} heeft nog geen goede foto’s',
      meaning: 'nabij leert van foto’s van goede producten; foto’s van foute producten tellen daarbij niet mee.',
      action: 'Voeg minstens één foto van een goed product toe. Met twintig wordt het oordeel betrouwbaar.',
    },
    en: {
      title: 'Station {station} has no good photos yet',
      meaning: 'nabij learns from photos of good products; photos of bad ones do not count for that.',
      action: 'Add at least one photo of a good product. With twenty the verdict becomes reliable.',
    },
  },
  NABIJ_NO_LIMIT: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Er is nog geen grens tussen goed en fout',
      meaning:
        'Met zo weinig goede foto’s is niet te zeggen hoeveel een goed product mag afwijken. Het oordeel is daarom “twijfel”.',
      action: 'Voeg meer goede foto’s toe en laat het station opnieuw leren.',
    },
    en: {
      title: 'There is no limit between good and bad yet',
      meaning: 'From so few good photos nobody can say how much a good product may differ. So the verdict is “unsure”.',
      action: 'Add more good photos and teach the station again.',
    },
  },
  NABIJ_SCORE_UNUSABLE: {
    status: 500,
    exit: 3,
    nl: {
      title: 'Het geleerde gaf voor deze foto geen bruikbare score',
      meaning: 'Er kwam geen getal tussen 0 en 1 uit. Het oordeel is daarom “twijfel”, nooit stilzwijgend “goed”.',
      action: 'Laat het station opnieuw leren. Komt het recept van elders, vraag dan een nieuwe aan wie het maakte.',
    },
    en: {
      title: 'What was taught gave no usable score for this picture',
      meaning: 'The result was not a number from 0 to 1. So the verdict is “unsure”, never silently “pass”.',
      action: 'Teach the station again. If the recipe came from elsewhere, ask its maker for a new one.',
    },
  },
  NABIJ_JUDGING_TIMEOUT: {
    status: 504,
    exit: 3,
    nl: {
      title: 'Het keuren van deze foto duurde te lang',
      meaning:
        'Het onderdeel dat foto’s keurt, gaf geen antwoord. Het oordeel is daarom “twijfel”; nabij probeert het met de volgende foto opnieuw.',
      action:
        'Bekijk deze foto zelf. Gebeurt het vaker, voer dan “nabij doctor” uit: misschien is de computer overbelast.',
    },
    en: {
      title: 'Judging this picture took too long',
      meaning:
        'The part that judges pictures did not answer. So the verdict is “unsure”; nabij tries again with the next picture.',
      action:
        'Look at this picture yourself. If it happens more often, run “nabij doctor”: the computer may be overloaded.',
    },
  },
  NABIJ_SOURCE_LOST: {
    status: 503,
    exit: 1,
    nl: {
      title: 'Er komen geen beelden meer binnen',
      meaning: 'De camera, map of andere bron van dit station is weggevallen. Wat al gekeurd was, is bewaard.',
      action: 'Controleer kabel, stroom en netwerk. nabij probeert het zelf steeds opnieuw en gaat vanzelf verder.',
    },
    en: {
      title: 'No pictures are coming in any more',
      meaning: 'The camera, folder or other source of this station dropped out. What had been judged is kept.',
      action: 'Check cable, power and network. nabij keeps trying and goes on by itself.',
    },
  },
  NABIJ_SOURCE_UNKNOWN: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Deze versie van nabij kent de bron van station {station} niet',
      meaning:
        'De instelling is met een andere versie gemaakt, of is beschadigd. Het station krijgt nu geen beelden van die bron.',
      action: 'Kies bij de instellingen van het station opnieuw waar de beelden vandaan komen.',
    },
    en: {
      title: 'This version of nabij does not know the source of station {station}',
      meaning:
        'The setting was made by another version, or is damaged. The station gets no pictures from that source now.',
      action: 'Choose again, in the settings of the station, where its pictures come from.',
    },
  },
  NABIJ_EVIDENCE_GONE: {
    status: 404,
    exit: 1,
    nl: {
      title: 'Dit beeld wordt niet (meer) bewaard',
      meaning:
        'Oude beelden worden opgeruimd om ruimte te houden, en als de schijf vol is wordt alleen het oordeel bewaard.',
      action: 'Het oordeel zelf is er nog. Geef nabij meer ruimte als je beelden langer wilt bewaren.',
    },
    en: {
      title: 'This picture is not kept (any more)',
      meaning: 'Old pictures are cleared to keep space, and when the disk is full only the verdict is stored.',
      action: 'The verdict itself is still there. Give nabij more space if you want to keep pictures longer.',
    },
  },
} satisfies Record<string, ErrorEntry>
