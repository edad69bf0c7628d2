import type { ErrorEntry } from './entry.ts'

/** Why a picture could not be judged, or why a word on it could not be taken in. */
export const judgingErrors = {
  NABIJ_TOO_DARK: {
    status: 422,
    exit: 1,
    nl: {
      title: 'De foto is te donker om te keuren',
      meaning: 'Hij is veel donkerder dan de goede foto’s waarvan dit station leerde. Het oordeel is daarom “onzeker”.',
      action:
        'Kijk of de lamp brandt en of er niets voor de lens zit. Hoort het licht zo, leer dan opnieuw met nieuwe foto’s.',
    },
    en: {
      title: 'The picture is too dark to judge',
      meaning:
        'It is much darker than the good photos that this station learned from. The verdict is therefore “unsure”.',
      action:
        'Check that the lamp is on and that nothing covers the lens. If the light is meant to be so, teach again with new photos.',
    },
  },
  NABIJ_TOO_BRIGHT: {
    status: 422,
    exit: 1,
    nl: {
      title: 'De foto is te licht om te keuren',
      meaning: 'Hij is veel lichter dan de goede foto’s waarvan dit station leerde. Het oordeel is daarom “onzeker”.',
      action: 'Kijk of er zonlicht of een extra lamp op valt. Hoort het licht zo, leer dan opnieuw met nieuwe foto’s.',
    },
    en: {
      title: 'The picture is too bright to judge',
      meaning:
        'It is much brighter than the good photos that this station learned from. The verdict is therefore “unsure”.',
      action: 'Check for sunlight or an extra lamp. If the light is meant to be so, teach again with new photos.',
    },
  },
  NABIJ_BLURRED: {
    status: 422,
    exit: 1,
    nl: {
      title: 'De foto is te onscherp om te keuren',
      meaning:
        'Hij is veel minder scherp dan de goede foto’s waarvan dit station leerde. Het oordeel is daarom “onzeker”.',
      action: 'Maak de lens schoon, stel scherp, en kijk of de camera of het product niet beweegt tijdens de foto.',
    },
    en: {
      title: 'The picture is too blurred to judge',
      meaning:
        'It is much less sharp than the good photos that this station learned from. The verdict is therefore “unsure”.',
      action: 'Clean the lens, focus it, and check that neither camera nor product moves while the picture is taken.',
    },
  },
  NABIJ_UNLIKE_ANYTHING: {
    status: 422,
    exit: 1,
    nl: {
      title: 'Zoiets heeft dit station nog nooit gezien',
      meaning:
        'De foto lijkt op geen enkele foto waarvan het leerde: een ander product, een verschoven camera, of een heel vreemd defect. Het oordeel is daarom “onzeker”.',
      action: 'Bekijk de foto. Zeg of het product goed of fout is, of zet de camera terug op zijn plek.',
    },
    en: {
      title: 'This station has never seen anything like it',
      meaning:
        'The picture resembles none of the photos that it learned from: another product, a camera that moved, or a very strange defect. The verdict is therefore “unsure”.',
      action: 'Look at the picture. Say whether the product is good or bad, or put the camera back in its place.',
    },
  },
  NABIJ_NEAR_LIMIT: {
    status: 422,
    exit: 1,
    nl: {
      title: 'Op de grens: dit kan goed of fout zijn',
      meaning: 'De score ligt zo dicht bij de grens dat het station niet durft te kiezen.',
      action: 'Bekijk de foto en zeg of het product goed of fout is; daar leert het station van.',
    },
    en: {
      title: 'At the limit: this may be good or bad',
      meaning: 'The score lies so close to the limit that the station does not dare to choose.',
      action: 'Look at the picture and say whether the product is good or bad; the station learns from it.',
    },
  },
  NABIJ_NO_PART: {
    status: 422,
    exit: 1,
    nl: {
      title: 'Er is geen product gevonden op de foto',
      meaning: 'Het station zoekt eerst het product en vond er geen. Er is niets gekeurd.',
      action:
        'Ligt er wel een product, kijk dan of het in beeld ligt en of achtergrond en licht zijn zoals bij het leren.',
    },
    en: {
      title: 'No part was found in the picture',
      meaning: 'The station looks for the part first and found none. Nothing was judged.',
      action:
        'If there is one, check that it lies in view and that background and light are as they were when it was taught.',
    },
  },
  NABIJ_PART_CUT_OFF: {
    status: 422,
    exit: 1,
    nl: {
      title: 'Een product ligt maar half in beeld',
      meaning:
        'Het loopt door tot de rand van de foto of van het gebied waarin gezocht wordt. Wat daarbuiten ligt, is niet gekeurd; het oordeel over dit product is daarom “onzeker”.',
      action:
        'Leg het product helemaal in beeld, richt de camera anders, of maak het gebied groter waarin het station zoekt.',
    },
    en: {
      title: 'A part lies only half in view',
      meaning:
        'It reaches the edge of the picture, or of the area that is looked at. What lies beyond was not judged, so the verdict on this part is “unsure”.',
      action:
        'Place the part fully in view, aim the camera differently, or make the area larger where the station looks.',
    },
  },
  NABIJ_OTHER_NUMBER_OF_PARTS: {
    status: 422,
    exit: 1,
    nl: {
      title: 'Er liggen niet zoveel producten als er horen te liggen',
      meaning: 'Op de foto staat een ander aantal producten dan is ingesteld. Het oordeel is daarom “onzeker”.',
      action: 'Kijk of er een product mist of dubbel ligt, of pas het aantal aan bij de instellingen van het station.',
    },
    en: {
      title: 'There are not as many parts as there should be',
      meaning: 'The picture shows another number of parts than was set. The verdict is therefore “unsure”.',
      action: 'Check for a part that is missing or one too many, or change the number in the settings of the station.',
    },
  },
  NABIJ_PRODUCT_UNCLEAR: {
    status: 422,
    exit: 1,
    nl: {
      title: 'Het is niet duidelijk welk product dit is',
      meaning:
        'Dit station kent meer producten, en de foto past bij geen of bij meer dan één daarvan. Er is niets gekeurd.',
      action: 'Kijk of de naam of code klopt, of leer het product met meer foto’s.',
    },
    en: {
      title: 'It is not clear which product this is',
      meaning:
        'This station knows several products, and the picture fits none or more than one of them. Nothing was judged.',
      action: 'Check the name or the code, or teach the product with more photos.',
    },
  },
  NABIJ_PRODUCT_UNTAUGHT: {
    status: 422,
    exit: 1,
    nl: {
      title: 'Dit product is nog niet geleerd',
      meaning: 'Het product is herkend, maar er is nog geen recept voor. Er is niets gekeurd.',
      action: 'Voeg goede foto’s van dit product toe en kies “Leer dit product”.',
    },
    en: {
      title: 'This product has not been taught yet',
      meaning: 'The product was recognised, but there is no recipe for it yet. Nothing was judged.',
      action: 'Add good photos of this product and choose “Teach this product”.',
    },
  },
  NABIJ_NO_TRIGGER: {
    status: 409,
    exit: 1,
    nl: {
      title: 'Station {station} wacht niet op een sein',
      meaning: 'Alleen een camera die op een sein wacht, maakt een foto als je erom vraagt. Er is geen foto gemaakt.',
      action: 'Kies bij de bron van het station “foto op een sein”, of zet het station aan als het stilstaat.',
    },
    en: {
      title: 'Station {station} does not wait for a trigger',
      meaning: 'Only a camera that waits for a trigger takes a picture when asked. No picture was taken.',
      action: 'Choose “picture on a trigger” at the source of the station, or start the station if it is stopped.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
