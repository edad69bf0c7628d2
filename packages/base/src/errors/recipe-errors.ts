import type { ErrorEntry } from './entry.ts'

export const recipeErrors = {
  NABIJ_RECIPE_NO_PHOTOS: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Er zijn nog geen goede foto’s om van te leren',
      meaning: 'nabij leert van foto’s van goede exemplaren: wat daar niet op lijkt, valt op.',
      action: 'Voeg foto’s van goede exemplaren toe. Met één kan het al; twintig is een goed begin.',
    },
    en: {
      title: 'There are no good photos to learn from yet',
      meaning: 'nabij learns from photos of good parts: what does not look like them stands out.',
      action: 'Add photos of good parts. One is enough to try; twenty make a good start.',
    },
  },
  NABIJ_RECIPE_DAMAGED: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Dit recept is beschadigd: {reason}',
      meaning: 'Het bestand is geen leesbaar ONNX-bestand. Er is niets veranderd.',
      action: 'Haal het recept opnieuw op, of leer het product nog een keer.',
    },
    en: {
      title: 'This recipe is damaged: {reason}',
      meaning: 'The file is not a readable ONNX file. Nothing was changed.',
      action: 'Fetch the recipe again, or teach the product once more.',
    },
  },
  NABIJ_RECIPE_FOREIGN: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Dit ONNX-bestand is geen recept van nabij: {reason}',
      meaning: 'Het is misschien een goed model, maar nabij weet niet wat erin gaat en wat eruit komt.',
      action: 'Kies een bestand dat met "Leer dit product" of met nabij inspection teach is gemaakt.',
    },
    en: {
      title: 'This ONNX file is not a recipe of nabij: {reason}',
      meaning: 'It may be a fine model, but nabij does not know what goes in and what comes out.',
      action: 'Choose a file that was made with "Teach this product" or with nabij inspection teach.',
    },
  },
  NABIJ_RECIPE_NEWER: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Dit recept is voor een andere versie van nabij ({format})',
      meaning: 'Deze versie leest {known}. Het recept zelf is in orde.',
      action: 'Werk nabij bij, of leer het product hier opnieuw van dezelfde foto’s.',
    },
    en: {
      title: 'This recipe is for another version of nabij ({format})',
      meaning: 'This version reads {known}. The recipe itself is fine.',
      action: 'Update nabij, or teach the product here again from the same photos.',
    },
  },
  NABIJ_RECIPE_UNSAFE: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Dit recept is geweigerd: {reason}',
      meaning: 'Een recept van nabij bevat dit nooit. nabij voert het niet uit, want het zou kunnen schaden.',
      action: 'Gebruik het niet, en vraag na waar het bestand vandaan komt.',
    },
    en: {
      title: 'This recipe was refused: {reason}',
      meaning: 'A recipe of nabij never contains this. nabij does not run it, because it could do harm.',
      action: 'Do not use it, and find out where the file came from.',
    },
  },
  NABIJ_RECIPE_RUN_FAILED: {
    status: 500,
    exit: 3,
    nl: {
      title: 'Het recept stopte tijdens het keuren: {reason}',
      meaning: 'Over deze foto is geen oordeel. Andere foto’s worden gewoon gekeurd.',
      action: 'Probeer het nog eens. Blijft het, leer het product dan opnieuw.',
    },
    en: {
      title: 'The recipe stopped while judging: {reason}',
      meaning: 'There is no verdict on this picture. Other pictures are judged as usual.',
      action: 'Try again. If it stays, teach the product once more.',
    },
  },
  NABIJ_CORRECTION_CONTRADICTS: {
    status: 409,
    exit: 2,
    nl: {
      title: 'Dit spreekt een eerder oordeel tegen',
      meaning:
        'Deze foto is vrijwel gelijk aan een foto waarvan eerder het tegendeel is gezegd. Beide onthouden kan niet.',
      action: 'Maak eerst de eerdere correctie ongedaan, of zet die foto uit het lesmateriaal.',
    },
    en: {
      title: 'This contradicts what was said before',
      meaning: 'This picture is nearly the same as one of which the opposite was said. Both cannot be remembered.',
      action: 'Undo the earlier correction first, or leave that photo out of teaching.',
    },
  },
} satisfies Record<string, ErrorEntry>
