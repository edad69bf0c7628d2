import { countOf } from '../values.ts'
import type { Verb } from '../verb.ts'
import { decimalOf, imagesOf } from './values.ts'

const own = {
  flags: '--prices <file>',
  text: { nl: 'eigen prijzen, zoals cost import ze bewaart', en: 'own prices, as cost import saves them' },
}

/** What a cloud service costs, and what it would be here. Works without a running box; nothing is kept. */
export const costVerbs: readonly Verb[] = [
  {
    words: ['cost', 'prices'],
    args: [{ name: '[words...]', text: { nl: 'alleen wat deze woorden heeft', en: 'only what has these words' } }],
    text: {
      nl: 'toon het prijsboek: bedrag, eenheid, datum en hoe zeker het is',
      en: 'show the price book: amount, unit, day and how sure it is',
    },
    examples: ['nabij cost prices', 'nabij cost prices rekognition', 'nabij cost prices hardware --json'],
    load: async () => (await import('./prices.ts')).prices,
  },
  {
    words: ['cost', 'example'],
    text: {
      nl: 'schrijf een voorbeeld van een berekening, om in te vullen',
      en: 'write an example of a case, to fill in',
    },
    examples: ['nabij cost example', 'nabij cost example | jq .here'],
    load: async () => (await import('./example.ts')).example,
  },
  {
    words: ['cost', 'case'],
    args: [{ name: '[file]', text: { nl: 'een berekening als JSON', en: 'a case as JSON' } }],
    options: [
      { flags: '--price <id>', text: { nl: 'wat de cloud per beeld vraagt', en: 'what the cloud asks for an image' } },
      { flags: '--images <count>', text: { nl: 'beelden per maand', en: 'images a month' }, parse: imagesOf },
      {
        flags: '--device <id>',
        text: { nl: 'de apparatuur, uit het prijsboek', en: 'the hardware, from the price book' },
      },
      { flags: '--count <count>', text: { nl: 'hoeveel daarvan', en: 'how many of it' }, parse: countOf },
      {
        flags: '--once <euros>',
        text: { nl: 'aanleg en overzetten', en: 'installation and moving over' },
        parse: decimalOf,
      },
      {
        flags: '--hours <hours>',
        text: { nl: 'onderhoud per maand, in uren', en: 'upkeep a month, in hours' },
        parse: decimalOf,
      },
      {
        flags: '--rate <euros>',
        text: { nl: 'wat een uur werk kost', en: 'what an hour of work costs' },
        parse: decimalOf,
      },
      { flags: '--watts <watts>', text: { nl: 'gemeten vermogen', en: 'measured power' }, parse: decimalOf },
      {
        flags: '--dollar <euros>',
        text: { nl: 'wat een dollar waard is', en: 'what a dollar is worth' },
        parse: decimalOf,
      },
      {
        flags: '--explain',
        text: { nl: 'toon van elk getal waar het uit komt', en: 'show what each number is made of' },
      },
      own,
    ],
    text: {
      nl: 'reken uit wat een clouddienst kost tegenover hier doen, en of het zich terugverdient',
      en: 'work out what a cloud service costs against doing it here, and whether it pays back',
    },
    exit: {
      nl: '0 verdient zich terug, 1 niet, of er ontbreekt iets',
      en: '0 pays back, 1 does not, or something is missing',
    },
    examples: [
      'nabij cost case --price azure-custom-vision-prediction-s0 --images 302400 --device jetson-orin-nano-super --once 800 --hours 2 --rate 60 --watts 25 --dollar 0.92',
      'nabij cost case geval.json --explain',
    ],
    load: async () => (await import('./case.ts')).costCase,
  },
  {
    words: ['cost', 'import'],
    args: [
      {
        name: '<file>',
        text: {
          nl: 'prijslijst van AWS of Azure (JSON), of een cloudrekening (FOCUS)',
          en: 'price list of AWS or Azure (JSON), or a cloud bill (FOCUS)',
        },
      },
    ],
    options: [{ flags: '--save <file>', text: { nl: 'bewaar de prijzen als JSON', en: 'save the prices as JSON' } }],
    text: {
      nl: 'lees de prijzen van een aanbieder zelf, of wat je rekening zegt',
      en: 'read the prices of a provider itself, or what your bill says',
    },
    examples: ['nabij cost import index.json --save prijzen.json', 'nabij cost import focus.csv'],
    load: async () => (await import('./import.ts')).importFile,
  },
]
