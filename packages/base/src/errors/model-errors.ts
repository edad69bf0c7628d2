import type { ErrorEntry } from './entry.ts'

/** What is wrong with a model that somebody brought along. */
export const modelErrors = {
  NABIJ_MODEL_DAMAGED: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Dit model is niet te lezen: {reason}',
      meaning: 'Het is geen heel ONNX-bestand, en ook geen zip met één ONNX-bestand erin. Er is niets bewaard.',
      action: 'Exporteer het model opnieuw als ONNX en probeer het nog eens.',
    },
    en: {
      title: 'This model cannot be read: {reason}',
      meaning: 'It is no complete ONNX file, nor a zip with one ONNX file in it. Nothing was kept.',
      action: 'Export the model as ONNX again and try once more.',
    },
  },
  NABIJ_MODEL_UNSAFE: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Dit model is geweigerd: {reason}',
      meaning:
        'nabij voert alleen modellen uit waarvan het vooraf kan nagaan wat zij doen en hoeveel geheugen en tijd dat kost. Dit model is niet uitgevoerd.',
      action:
        'Exporteer het zonder dit onderdeel (vaak: als gewoon ONNX, één foto tegelijk, vaste maten), of vraag de maker erom.',
    },
    en: {
      title: 'This model was refused: {reason}',
      meaning:
        'nabij only runs models of which it can tell beforehand what they do and how much memory and time that takes. This model was not run.',
      action:
        'Export it without this part (often: as plain ONNX, one picture at a time, fixed sizes), or ask its maker to.',
    },
  },
  NABIJ_MODEL_DYNAMIC: {
    status: 422,
    exit: 2,
    nl: {
      title: 'De maten van {value} liggen niet vast ({dims})',
      meaning:
        'Zonder vaste maten is vooraf niet te zeggen hoe groot een foto moet zijn en hoeveel geheugen het model neemt.',
      action: 'Exporteer het model met vaste hoogte en breedte. Alleen het aantal foto’s mag open blijven.',
    },
    en: {
      title: 'The sizes of {value} are not fixed ({dims})',
      meaning:
        'Without fixed sizes nobody can tell beforehand how large a picture has to be and how much memory the model takes.',
      action: 'Export the model with a fixed height and width. Only the number of pictures may stay open.',
    },
  },
  NABIJ_MODEL_LAYOUT_UNKNOWN: {
    status: 409,
    exit: 2,
    nl: {
      title: 'nabij weet niet wat de getallen van dit model betekenen ({outputs})',
      meaning: 'Het model werkt, maar nergens staat of het labels, kaders of iets anders geeft.',
      action: 'Zeg hoe het antwoord is opgebouwd, of gebruik het model met getallen (KServe of SageMaker).',
    },
    en: {
      title: 'nabij does not know what the numbers of this model mean ({outputs})',
      meaning: 'The model works, but nothing says whether it gives labels, boxes or something else.',
      action: 'Say how its answer is laid out, or use the model with numbers (KServe or SageMaker).',
    },
  },
  NABIJ_MODEL_MISFIT: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Deze instelling past niet bij het model: {reason}',
      meaning:
        'Wat het model in- en uitgaat heeft andere maten dan deze instelling nodig heeft. Er is niets veranderd.',
      action: 'Kies een andere opbouw, of pas het aantal labels aan.',
    },
    en: {
      title: 'This setting does not fit the model: {reason}',
      meaning:
        'What goes into the model and comes out of it has other sizes than this setting needs. Nothing was changed.',
      action: 'Choose another layout, or change the number of labels.',
    },
  },
  NABIJ_MODEL_TENSOR: {
    status: 400,
    exit: 2,
    nl: {
      title: 'Deze getallen passen niet bij het model: {reason}',
      meaning: 'Een model neemt precies de namen, soorten en maten die het zelf noemt.',
      action: 'Vraag op wat het model verwacht en stuur het zo.',
    },
    en: {
      title: 'These numbers do not fit the model: {reason}',
      meaning: 'A model takes exactly the names, types and sizes that it names itself.',
      action: 'Ask what the model expects, and send that.',
    },
  },
  NABIJ_MODEL_RUN_FAILED: {
    status: 500,
    exit: 3,
    nl: {
      title: 'Het model stopte halverwege: {reason}',
      meaning: 'Over deze foto is er geen antwoord. Stations keuren gewoon door.',
      action: 'Probeer een andere foto. Blijft het, exporteer het model dan opnieuw.',
    },
    en: {
      title: 'The model stopped half-way: {reason}',
      meaning: 'There is no answer about this picture. Stations go on judging.',
      action: 'Try another picture. If it stays, export the model again.',
    },
  },
  NABIJ_MODEL_IN_USE: {
    status: 409,
    exit: 2,
    nl: {
      title: 'Aan dit model is nog een programma gekoppeld ({model})',
      meaning: 'Zonder het model krijgt dat programma geen antwoord meer.',
      action: 'Haal eerst die aansluiting weg, of wijs haar een ander model of station aan.',
    },
    en: {
      title: 'A program is still connected to this model ({model})',
      meaning: 'Without the model that program would get no answer any more.',
      action: 'Remove that connection first, or point it at another model or station.',
    },
  },
} satisfies Record<`NABIJ_${string}`, ErrorEntry>
