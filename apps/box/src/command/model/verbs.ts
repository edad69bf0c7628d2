import type { Verb, VerbOption } from '../verb.ts'

const model = { name: '<model>', text: { nl: 'naam of id van het model', en: 'name or id of the model' } }

/** How a person puts right what was recognised. */
const settings: readonly VerbOption[] = [
  {
    flags: '--labels <file>',
    text: { nl: 'namen van wat het model kent, één per regel', en: 'names of what the model knows, one a line' },
  },
  {
    flags: '--layout <layout>',
    text: {
      nl: 'classes, yolo-rows, yolo-columns, yolo-grid, yolo-cells, rows, boxes of scored-boxes',
      en: 'classes, yolo-rows, yolo-columns, yolo-grid, yolo-cells, rows, boxes or scored-boxes',
    },
  },
  {
    flags: '--fit <fit>',
    text: {
      nl: 'hoe een foto past: stretch, letterbox, letterbox-corner of crop',
      en: 'how a picture fits: stretch, letterbox, letterbox-corner or crop',
    },
  },
  { flags: '--order <order>', text: { nl: 'volgorde van kleuren: rgb of bgr', en: 'order of colours: rgb or bgr' } },
  {
    flags: '--pixels <range>',
    text: { nl: 'wat een pixel wordt: 0-1, 0-255 of imagenet', en: 'what a pixel becomes: 0-1, 0-255 or imagenet' },
  },
  {
    flags: '--least <score>',
    text: { nl: 'laat weg wat onzekerder is (0 tot 1)', en: 'leave out what is less certain (0 to 1)' },
  },
]

/** Models that somebody brought along, in a running box. */
export const modelVerbs: readonly Verb[] = [
  {
    words: ['model', 'list'],
    text: { nl: 'toon de modellen die je hebt meegebracht', en: 'show the models that you brought along' },
    examples: ['nabij model list'],
    load: async () => (await import('./model.ts')).list,
  },
  {
    words: ['model', 'add'],
    args: [
      {
        name: '<file>',
        text: {
          nl: 'ONNX-bestand, of de zip van Custom Vision of Roboflow',
          en: 'ONNX file, or the zip of Custom Vision or Roboflow',
        },
      },
    ],
    options: [{ flags: '--name <name>', text: { nl: 'hoe het hier heet', en: 'what it is called here' } }, ...settings],
    text: {
      nl: 'breng een model mee: het wordt eerst gecontroleerd, dan pas uitgevoerd',
      en: 'bring a model along: it is checked first, and only then run',
    },
    examples: ['nabij model add export.zip', 'nabij model add best.onnx --name schroeven --labels namen.txt'],
    load: async () => (await import('./model.ts')).add,
  },
  {
    words: ['model', 'show'],
    args: [model],
    text: { nl: 'toon wat nabij van een model weet, en waaraan', en: 'show what nabij knows of a model, and by what' },
    examples: ['nabij model show schroeven'],
    load: async () => (await import('./model.ts')).show,
  },
  {
    words: ['model', 'change'],
    args: [model],
    options: settings,
    text: { nl: 'verbeter wat nabij erin zag', en: 'put right what nabij saw in it' },
    examples: ['nabij model change schroeven --fit letterbox --pixels 0-1'],
    load: async () => (await import('./model.ts')).change,
  },
  {
    words: ['model', 'try'],
    args: [model, { name: '<picture>', text: { nl: 'een foto', en: 'a picture' } }],
    text: { nl: 'laat een model naar een foto kijken', en: 'let a model look at a picture' },
    exit: { nl: '0 het vond iets, 1 niets', en: '0 it found something, 1 nothing' },
    examples: ['nabij model try schroeven foto.jpg'],
    load: async () => (await import('./model.ts')).trial,
  },
  {
    words: ['model', 'remove'],
    args: [model],
    text: { nl: 'haal een model weg', en: 'remove a model' },
    examples: ['nabij model remove schroeven'],
    load: async () => (await import('./model.ts')).remove,
  },
]
