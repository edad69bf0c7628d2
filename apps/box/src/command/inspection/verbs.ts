import { shareOf } from '../values.ts'
import type { Verb } from '../verb.ts'

const paths = {
  name: '<paths...>',
  text: { nl: 'mappen met foto’s, of foto’s', en: 'folders with pictures, or pictures' },
}
const recipe = { name: '<recipe>', text: { nl: 'het recept (.onnx)', en: 'the recipe (.onnx)' } }
const recursive = {
  flags: '-r, --recursive',
  text: { nl: 'ook foto’s in mappen daarbinnen', en: 'also pictures in folders within' },
}
const folder = (flags: string, nl: string, en: string) => ({ flags, required: true, text: { nl, en } })

/** Teaching, running and evaluating recipes on files: no data folder, no running box. */
export const inspectionVerbs: readonly Verb[] = [
  {
    words: ['inspection', 'teach'],
    args: [paths],
    options: [folder('--out <file>', 'waar het recept komt (.onnx)', 'where the recipe goes (.onnx)'), recursive],
    text: { nl: 'leer een product van foto’s van goede exemplaren', en: 'teach a product from photos of good parts' },
    exit: {
      nl: '0 geleerd, 2 geleerd maar er waren bestanden onleesbaar',
      en: '0 taught, 2 taught but some files were unreadable',
    },
    examples: [
      'nabij inspection teach goed/ --out koekje.onnx',
      'nabij inspection teach 1.jpg 2.jpg 3.jpg --out koekje.onnx',
    ],
    load: async () => (await import('./teach.ts')).teach,
  },
  {
    words: ['inspection', 'run'],
    args: [recipe, paths],
    options: [recursive],
    text: { nl: 'keur foto’s: één regel per foto', en: 'inspect pictures: one line for each' },
    exit: {
      nl: '0 alles goed, 1 er is er een afgekeurd of twijfelachtig, 2 er was een bestand onleesbaar',
      en: '0 all pass, 1 at least one failed or is unsure, 2 a file was unreadable',
    },
    examples: ['nabij inspection run koekje.onnx foto.jpg', 'nabij inspection run koekje.onnx vandaag/ --json | head'],
    load: async () => (await import('./run.ts')).run,
  },
  {
    words: ['inspection', 'evaluate'],
    args: [recipe],
    options: [
      folder(
        '--good <dir>',
        'map met goede exemplaren die niet geleerd zijn',
        'folder with good parts that were not taught',
      ),
      folder('--bad <dir>', 'map met exemplaren met een fout', 'folder with parts that have a defect'),
      recursive,
      {
        flags: '--auroc-at-least <share>',
        text: { nl: 'antwoord "nee" (exitcode 1) daaronder', en: 'answer "no" (exit code 1) below it' },
        parse: shareOf,
      },
    ],
    text: { nl: 'meet hoe goed een recept goed van fout scheidt', en: 'measure how well a recipe tells good from bad' },
    exit: {
      nl: '0 gemeten, 1 onder --auroc-at-least, 2 gemeten maar er waren bestanden onleesbaar',
      en: '0 measured, 1 below --auroc-at-least, 2 measured but some files were unreadable',
    },
    examples: ['nabij inspection evaluate koekje.onnx --good goed/ --bad fout/ --json'],
    load: async () => (await import('./evaluate.ts')).evaluate,
  },
  {
    words: ['inspection', 'quantise'],
    args: [recipe],
    options: [
      folder('--photos <dir>', 'map met goede foto’s om op af te stellen', 'folder with good pictures to set it by'),
      folder('--out <file>', 'waar het nieuwe recept komt (.onnx)', 'where the new recipe goes (.onnx)'),
      {
        flags: '--good <dir>',
        text: { nl: 'goede exemplaren om mee te vergelijken', en: 'good parts to compare with' },
      },
      {
        flags: '--bad <dir>',
        text: { nl: 'exemplaren met een fout om mee te vergelijken', en: 'parts with a defect to compare with' },
      },
    ],
    text: {
      nl: 'maak een recept sneller met hele getallen (INT8), en toon wat dat aan juistheid kost',
      en: 'make a recipe faster with whole numbers (INT8), and show what that costs in accuracy',
    },
    exit: {
      nl: '0 geen oordeel veranderde, 1 er veranderde er een',
      en: '0 no verdict changed, 1 at least one did',
    },
    examples: ['nabij inspection quantise koekje.onnx --photos goed/ --out snel.onnx --good nieuw/ --bad fout/'],
    load: async () => (await import('./quantise.ts')).quantiseRecipe,
  },
]
