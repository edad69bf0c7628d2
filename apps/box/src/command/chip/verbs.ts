import type { Verb } from '../verb.ts'
import { amountOf, sizesOfText } from './values.ts'

/** Chips that run models, and what is documented of them. Works without a running box; nothing is run or kept. */
export const chipVerbs: readonly Verb[] = [
  {
    words: ['chip', 'check'],
    args: [{ name: '<model>', text: { nl: 'een ONNX-bestand', en: 'an ONNX file' } }],
    options: [
      {
        flags: '--chip <id>',
        text: { nl: 'alleen deze chip, bijvoorbeeld metis', en: 'only this chip, such as metis' },
      },
      {
        flags: '--size <sizes>',
        text: {
          nl: 'maten van de invoer waar het model ze openlaat, bijvoorbeeld 1,3,224,224',
          en: 'sizes of the input where the model leaves them open, such as 1,3,224,224',
        },
        parse: sizesOfText,
      },
    ],
    text: {
      nl: 'kijk of een model past op chips, volgens wat daarvan gedocumenteerd is',
      en: 'see whether a model fits chips, by what is documented of them',
    },
    exit: {
      nl: '0 past op ten minste één chip, al is het voor een deel; 1 op geen enkele, of het is niet gedocumenteerd',
      en: '0 fits at least one chip, if only in part; 1 fits none, or it is not documented',
    },
    examples: ['nabij chip check model.onnx', 'nabij chip check model.onnx --chip metis --json'],
    load: async () => (await import('./check.ts')).check,
  },
  {
    words: ['chip', 'need'],
    args: [
      {
        name: '[station]',
        text: { nl: 'een station van een nabij dat draait', en: 'a station of a running nabij' },
      },
    ],
    options: [
      {
        flags: '--wanted <number>',
        text: { nl: 'foto’s per seconde die nodig zijn', en: 'pictures a second that are needed' },
        parse: amountOf,
      },
      {
        flags: '--ms <number>',
        text: { nl: 'zonder station: milliseconden per foto', en: 'without a station: milliseconds a picture' },
        parse: amountOf,
      },
      {
        flags: '--model <number>',
        text: { nl: 'hoeveel daarvan het model kost', en: 'how much of that the model takes' },
        parse: amountOf,
      },
    ],
    text: {
      nl: 'zeg of een station een chip nodig heeft, uit wat hier is gemeten',
      en: 'say whether a station needs a chip, from what was measured here',
    },
    exit: {
      nl: '0 het gaat zonder, 1 niet, krap, of nog niet te zeggen',
      en: '0 it does without, 1 it does not, only just, or it cannot be said yet',
    },
    examples: ['nabij chip need "Lijn 1"', 'nabij chip need --ms 41 --model 33 --wanted 2'],
    load: async () => (await import('./need.ts')).need,
  },
]
