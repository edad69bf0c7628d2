import { countOf } from '../values.ts'
import type { Verb, VerbOption } from '../verb.ts'
import { shotsOf } from './shots.ts'

const publicSets = {
  name: '[dir]',
  text: { nl: 'map met openbare sets (zie bench/README.md)', en: 'folder of public sets (see bench/README.md)' },
}

const givenFolders: readonly VerbOption[] = [
  {
    flags: '--teach <dir>',
    text: { nl: 'map met goede foto’s om van te leren', en: 'folder of good photos to teach from' },
  },
  { flags: '--good <dir>', text: { nl: 'map met andere goede foto’s', en: 'folder of other good photos' } },
  {
    flags: '--bad <dir>',
    text: {
      nl: 'map met foute foto’s, eventueel een map per soort',
      en: 'folder of bad photos, perhaps one folder a kind',
    },
  },
]

/** What `@nabij/bench` measures: each prints one table. */
export const benchVerbs: readonly Verb[] = [
  {
    words: ['bench', 'inspection'],
    args: [publicSets],
    options: [
      ...givenFolders,
      {
        flags: '--masks <dir>',
        text: { nl: 'map met maskers van de fouten', en: 'folder of masks of the defects' },
      },
      {
        flags: '--shots <list>',
        text: { nl: 'van hoeveel foto’s er wordt geleerd (20)', en: 'how many photos are taught (20)' },
        parse: shotsOf,
      },
      {
        flags: '--seeds <number>',
        text: { nl: 'hoe vaak er opnieuw foto’s worden gekozen (3)', en: 'how often photos are drawn anew (3)' },
        parse: countOf,
      },
    ],
    text: {
      nl: 'hoe goed, hoe zeker en hoe snel de keuring is, op openbare sets of op eigen mappen',
      en: 'how well, how surely and how fast inspection works, on public sets or on folders of your own',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: [
      'nabij bench inspection ../sets --shots 1,4,20,all',
      'nabij bench inspection --teach good/ --good test/good/ --bad test/bad/ --masks masks/ --shots 20',
    ],
    load: async () => (await import('./inspection.ts')).inspection,
  },
  {
    words: ['bench', 'peers'],
    args: [publicSets],
    options: [
      ...givenFolders,
      {
        flags: '--taught <number>',
        text: { nl: 'van hoeveel foto’s er wordt geleerd (20)', en: 'how many photos are taught (20)' },
        parse: countOf,
      },
      {
        flags: '--python <file>',
        text: {
          nl: 'een Python waar alles al in staat; anders wordt die gemaakt (gigabytes, minuten)',
          en: 'a Python that has everything already; otherwise one is made (gigabytes, minutes)',
        },
      },
    ],
    text: {
      nl: 'nabij naast anomalib: zelfde gewichten, zelfde foto’s, om en om gemeten',
      en: 'nabij beside anomalib: same weights, same photos, measured in turns',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: ['nabij bench peers ../sets', 'nabij bench peers ../sets --python .venv/bin/python'],
    load: async () => (await import('./peers.ts')).peers,
  },
  {
    words: ['bench', 'register'],
    args: [
      {
        ...publicSets,
        text: {
          nl: 'map met DNS van gemeenten (mail-nl, mail-ch)',
          en: 'folder of municipalities’ DNS (mail-nl, mail-ch)',
        },
      },
    ],
    options: [
      {
        flags: '--only <part>',
        text: { nl: 'alleen evidence, mail, tree, log of server', en: 'only evidence, mail, tree, log or server' },
      },
      {
        flags: '--evidence <dir>',
        text: {
          nl: 'map met gelabeld bewijs (bench/data/register)',
          en: 'folder of labelled evidence (bench/data/register)',
        },
      },
      {
        flags: '--files <number>',
        text: { nl: 'bestanden in de gemaakte boom (20.000)', en: 'files in the made tree (20,000)' },
        parse: countOf,
      },
      {
        flags: '--peers <dir>',
        text: { nl: 'map voor cdxgen en syft ernaast', en: 'folder for cdxgen and syft beside it' },
      },
      {
        flags: '--lines <number>',
        text: { nl: 'regels in elk DNS-logboek (5.000.000)', en: 'lines in each DNS log (5,000,000)' },
        parse: countOf,
      },
    ],
    text: {
      nl: 'hoe goed bewijs wordt herkend, en hoe snel het wordt gelezen',
      en: 'how well evidence is recognised, and how fast it is read',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: ['nabij bench register', 'nabij bench register ../sovereignty --only mail'],
    load: async () => (await import('./register.ts')).register,
  },
  {
    words: ['bench', 'speed'],
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
    examples: ['nabij bench speed'],
    load: async () => (await import('./speed.ts')).speed,
  },
  {
    words: ['bench', 'dialects'],
    options: [
      {
        flags: '--rounds <number>',
        text: {
          nl: 'hoe vaak elke weg om en om wordt gemeten (200)',
          en: 'how often each way is measured in turn (200)',
        },
        parse: countOf,
      },
      {
        flags: '--alone',
        text: {
          nl: 'zonder moto en Triton ernaast, die anders worden geïnstalleerd',
          en: 'without moto and Triton beside it, which are installed otherwise',
        },
      },
    ],
    text: {
      nl: 'wat een aansluiting voor een oud programma toevoegt aan de weg naar een station',
      en: 'what a connection for an old program adds to the way to a station',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: ['nabij bench dialects', 'nabij bench dialects --alone --rounds 50'],
    load: async () => (await import('./dialects.ts')).dialects,
  },
  {
    words: ['bench', 'promise'],
    args: [
      {
        name: '[dir]',
        text: {
          nl: 'map met openbare sets; zonder alleen nagebootste biscuits',
          en: 'folder of public sets; without it only simulated biscuits',
        },
      },
    ],
    options: [
      {
        flags: '--draws <number>',
        text: { nl: 'hoe vaak er opnieuw foto’s worden gekozen (200)', en: 'how often photos are drawn anew (200)' },
        parse: countOf,
      },
      {
        flags: '--shots <list>',
        text: { nl: 'van hoeveel foto’s (5,20,59,149,299)', en: 'from how many photos (5,20,59,149,299)' },
        parse: shotsOf,
      },
    ],
    text: {
      nl: 'hoe vaak de belofte over de grens waar bleek',
      en: 'how often the promise about the limit turned out to be true',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: ['nabij bench promise ../sets', 'nabij bench promise --draws 50 --shots 5,20'],
    load: async () => (await import('./promise.ts')).promise,
  },
  {
    words: ['bench', 'correction'],
    options: [
      {
        flags: '--marked <number>',
        text: { nl: 'hoeveel foto’s gemarkeerd zijn (300)', en: 'how many photos are marked (300)' },
        parse: countOf,
      },
    ],
    text: {
      nl: 'hoe snel een correctie een nieuwe versie is, met alles wat gemarkeerd is nagekeken',
      en: 'how soon a correction is a new version, with all that is marked checked again',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: ['nabij bench correction'],
    load: async () => (await import('./correction.ts')).correction,
  },
  {
    words: ['bench', 'kinds'],
    args: [
      {
        name: '[dir]',
        text: {
          nl: 'map met openbare sets; zonder alleen nagebootste biscuits',
          en: 'folder of public sets; without it only simulated biscuits',
        },
      },
    ],
    options: [
      {
        flags: '--draws <number>',
        text: { nl: 'hoe vaak er opnieuw fouten worden gekozen (10)', en: 'how often defects are drawn anew (10)' },
        parse: countOf,
      },
    ],
    text: {
      nl: 'hoe vaak een fout de juiste naam krijgt, en wat de zekerheid daarvan waard is',
      en: 'how often a defect gets the right name, and what its confidence is worth',
    },
    exit: { nl: '0 binnen de norm, 1 erbuiten', en: '0 within what is asked, 1 outside' },
    examples: ['nabij bench kinds', 'nabij bench kinds ../sets'],
    load: async () => (await import('./kinds.ts')).kinds,
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
