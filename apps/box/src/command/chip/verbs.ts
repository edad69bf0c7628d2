import type { Verb } from '../verb.ts'
import { sizesOfText } from './values.ts'

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
]
