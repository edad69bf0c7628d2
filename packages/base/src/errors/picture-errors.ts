import type { ErrorEntry } from './entry.ts'

export const pictureErrors = {
  NABIJ_PICTURE_EMPTY: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Deze foto is leeg: er staat geen enkele byte in',
      meaning: 'In het bestand is nooit iets geschreven, of de camera gaf na een bericht niet op tijd een beeld.',
      action: 'Kijk of de camera of het kopiëren halverwege stopte, en stuur de foto opnieuw.',
    },
    en: {
      title: 'This picture is empty: it has no bytes at all',
      meaning: 'Nothing was ever written into the file, or the camera gave no picture in time after a message.',
      action: 'See whether the camera or the copying stopped half-way, and send the picture again.',
    },
  },
  NABIJ_PICTURE_UNKNOWN_TYPE: {
    status: 415,
    exit: 2,
    nl: {
      title: 'Dit is geen foto die nabij kan lezen ({found})',
      meaning: 'nabij kijkt naar de inhoud, niet naar de naam, en leest JPEG, PNG, WebP, TIFF, GIF en AVIF.',
      action:
        'Bewaar de foto als JPEG of PNG. Komt hij van een iPhone: kies bij Instellingen › Camera › Structuren voor "Meest compatibel".',
    },
    en: {
      title: 'This is not a picture that nabij can read ({found})',
      meaning: 'nabij looks at the content, not at the name, and reads JPEG, PNG, WebP, TIFF, GIF and AVIF.',
      action:
        'Save the picture as JPEG or PNG. If it comes from an iPhone, choose Settings › Camera › Formats › "Most Compatible".',
    },
  },
  NABIJ_PICTURE_DAMAGED: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Deze foto is beschadigd of niet compleet',
      meaning: 'Een deel van het beeld ontbreekt of klopt niet. Op een halve foto geeft nabij geen oordeel.',
      action: 'Stuur de foto opnieuw. Gebeurt het vaker, controleer dan kabel, geheugenkaart en schijf.',
    },
    en: {
      title: 'This picture is damaged or not complete',
      meaning: 'Part of the image is missing or wrong. nabij does not judge half a picture.',
      action: 'Send the picture again. If it happens more often, check cable, memory card and disk.',
    },
  },
  NABIJ_PICTURE_TOO_LARGE: {
    status: 413,
    exit: 2,
    nl: {
      title: 'Deze foto is te groot: {width} × {height} pixels',
      meaning:
        'nabij leest foto’s tot {side} pixels per kant en {megapixels} megapixels, en heeft er veel minder nodig.',
      action: 'Stel de camera in op een kleiner formaat of verklein de foto; 1000 pixels breed is ruim genoeg.',
    },
    en: {
      title: 'This picture is too large: {width} × {height} pixels',
      meaning: 'nabij reads pictures up to {side} pixels a side and {megapixels} megapixels, and needs far fewer.',
      action: 'Set the camera to a smaller format or shrink the picture; 1000 pixels wide is plenty.',
    },
  },
  NABIJ_PICTURE_TOO_SMALL: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Deze foto is te klein: {width} × {height} pixels',
      meaning: 'Op minder dan {side} pixels per kant is niets te zien, dus ook niets te keuren.',
      action: 'Stuur de oorspronkelijke foto in plaats van een pictogram of miniatuur.',
    },
    en: {
      title: 'This picture is too small: {width} × {height} pixels',
      meaning: 'With fewer than {side} pixels a side there is nothing to see, so nothing to inspect.',
      action: 'Send the original picture instead of an icon or a thumbnail.',
    },
  },
} satisfies Record<string, ErrorEntry>
