import { countOf } from '../values.ts'
import type { Verb } from '../verb.ts'

/** What `@nabij/bench` measures: each prints one table. */
export const benchVerbs: readonly Verb[] = [
  {
    words: ['bench', 'inspection'],
    options: [
      {
        flags: '--rounds <number>',
        text: { nl: 'hoeveel foto’s (200)', en: 'how many pictures (200)' },
        parse: countOf,
      },
    ],
    text: {
      nl: 'tijd per foto en doorvoer, naast wat de langzaamste stap alleen haalt',
      en: 'time per picture and throughput, beside what the slowest step does alone',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: ['nabij bench inspection'],
    load: async () => (await import('./inspection.ts')).inspection,
  },
  {
    words: ['bench', 'accuracy'],
    args: [
      {
        name: '<dir>',
        text: { nl: 'map met openbare sets (zie bench/README.md)', en: 'folder of public sets (see bench/README.md)' },
      },
    ],
    options: [
      {
        flags: '--draws <number>',
        text: {
          nl: 'hoe vaak er opnieuw foto’s worden gekozen (10; 3 waar niets gevraagd is)',
          en: 'how often photos are drawn anew (10; 3 where nothing is asked)',
        },
        parse: countOf,
      },
      {
        flags: '--taught <number>',
        text: {
          nl: 'van hoeveel foto’s er wordt geleerd (20; alle als er minder zijn)',
          en: 'how many photos are taught (20; all when there are fewer)',
        },
        parse: countOf,
      },
    ],
    text: {
      nl: 'hoe goed de keuring goed van fout scheidt, op openbare sets',
      en: 'how well inspection tells good from bad, on public sets',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: ['nabij bench accuracy ../sets', 'nabij bench accuracy ../sets --draws 3 --taught 8'],
    load: async () => (await import('./accuracy.ts')).accuracy,
  },
  {
    words: ['bench', 'storage'],
    options: [
      {
        flags: '--verdicts <number>',
        text: { nl: 'hoeveel er al in staan (1.000.000)', en: 'how many are there already (1,000,000)' },
        parse: countOf,
      },
    ],
    text: {
      nl: 'hoe snel verdicten veilig op schijf staan, met een volle database',
      en: 'how fast verdicts are safe on disk, with a full database',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: ['nabij bench storage', 'nabij bench storage --verdicts 100000'],
    load: async () => (await import('./storage.ts')).storage,
  },
]
