import type { Verb } from '../verb.ts'

/** What `@nabij/bench` measures: each prints one table. */
export const benchVerbs: readonly Verb[] = [
  {
    words: ['bench', 'inspection'],
    text: {
      nl: 'tijd per foto en doorvoer, naast wat de langzaamste stap alleen haalt',
      en: 'time per picture and throughput, beside what the slowest step does alone',
    },
    examples: ['nabij bench inspection'],
    load: async () => (await import('./bench.ts')).inspection,
  },
  {
    words: ['bench', 'accuracy'],
    text: {
      nl: 'hoe goed de keuring goed van fout scheidt, op een openbare set',
      en: 'how well inspection tells good from bad, on a public set',
    },
    examples: ['nabij bench accuracy'],
    load: async () => (await import('./bench.ts')).accuracy,
  },
  {
    words: ['bench', 'storage'],
    text: {
      nl: 'hoe snel verdicten veilig op schijf staan, met een volle database',
      en: 'how fast verdicts are safe on disk, with a full database',
    },
    examples: ['nabij bench storage'],
    load: async () => (await import('./bench.ts')).storage,
  },
]
