import { momentOf } from '../values.ts'
import type { Verb } from '../verb.ts'

const station = { name: '<station>', text: { nl: 'naam of id van het station', en: 'name or id of the station' } }

/** Stations and jobs of the running box. */
export const stationVerbs: readonly Verb[] = [
  {
    words: ['station', 'list'],
    text: { nl: 'alle stations', en: 'all stations' },
    examples: ['nabij station list', 'nabij station list --json'],
    load: async () => (await import('./station.ts')).list,
  },
  {
    words: ['station', 'show'],
    args: [station],
    text: { nl: 'één station van dichtbij', en: 'one station from close by' },
    examples: ['nabij station show "Pers 2"'],
    load: async () => (await import('./station.ts')).show,
  },
  {
    words: ['station', 'create'],
    args: [{ name: '<name>', text: { nl: 'hoe het heet', en: 'what it is called' } }],
    options: [
      {
        flags: '--folder <dir>',
        text: {
          nl: 'neem foto’s uit deze map (anders: via HTTP)',
          en: 'take pictures from this folder (else: over HTTP)',
        },
      },
      { flags: '--simulator', text: { nl: 'een nagebootste koekjeslijn', en: 'a simulated biscuit line' } },
    ],
    text: { nl: 'maak een station', en: 'make a station' },
    examples: ['nabij station create "Pers 2"', 'nabij station create "Pers 2" --folder /srv/pers2'],
    load: async () => (await import('./station.ts')).create,
  },
  {
    words: ['station', 'teach'],
    args: [
      station,
      {
        name: '[paths...]',
        text: { nl: 'foto’s of mappen om eerst toe te voegen', en: 'photos or folders to add first' },
      },
    ],
    options: [
      {
        flags: '--bad',
        text: { nl: 'wat je toevoegt is fout (anders: goed)', en: 'what you add is bad (else: good)' },
      },
      {
        flags: '--kind <word>',
        text: { nl: 'wat eraan mankeert, zoals “barst”', en: 'what is wrong with it, such as “crack”' },
      },
      {
        flags: '--product <name>',
        text: { nl: 'van welk product, als er meer zijn', en: 'of which product, if there are more' },
      },
    ],
    text: { nl: 'leer het product van de foto’s', en: 'teach the product from the photos' },
    examples: [
      'nabij station teach "Pers 2" goed/',
      'nabij station teach "Pers 2" barst/ --bad --kind barst',
      'nabij station teach "Pers 2" --product "Beugel 40"',
    ],
    load: async () => (await import('./teach.ts')).teach,
  },
  {
    words: ['station', 'feedback'],
    args: [
      { name: '<verdict>', text: { nl: 'id van het oordeel', en: 'id of the verdict' } },
      { name: '<word>', text: { nl: 'goed of fout', en: 'good or bad' } },
    ],
    options: [{ flags: '--kind <word>', text: { nl: 'wat eraan mankeert', en: 'what is wrong with it' } }],
    text: {
      nl: 'zeg wat een deel echt was; het station leert ervan',
      en: 'say what a part really was; the station learns from it',
    },
    exit: { nl: '0 geleerd, 1 het vraagt eerst', en: '0 learned, 1 it asks first' },
    examples: ['nabij station feedback 0197a1b2-… goed', 'nabij station feedback 0197a1b2-… fout --kind barst'],
    load: async () => (await import('./feedback.ts')).feedback,
  },
  {
    words: ['station', 'undo'],
    args: [station],
    text: { nl: 'neem het laatste dat iemand zei terug', en: 'take back the last thing that somebody said' },
    examples: ['nabij station undo "Pers 2"'],
    load: async () => (await import('./feedback.ts')).undo,
  },
  {
    words: ['station', 'export'],
    args: [
      station,
      {
        name: '<file>',
        text: {
          nl: 'oordelen als .csv of .json, beoordeelde foto’s als .zip',
          en: 'verdicts as .csv or .json, marked pictures as .zip',
        },
      },
    ],
    options: [
      { flags: '--from <date>', text: { nl: 'vanaf deze dag', en: 'from this day on' }, parse: momentOf },
      { flags: '--to <date>', text: { nl: 'tot deze dag', en: 'up to this day' }, parse: momentOf },
    ],
    text: {
      nl: 'bewaar de oordelen of de foto’s van een station',
      en: 'save the verdicts or the pictures of a station',
    },
    examples: [
      'nabij station export "Pers 2" oordelen.csv --from 2026-11-01 --to 2026-12-01',
      'nabij station export "Pers 2" foto’s.zip',
    ],
    load: async () => (await import('./export.ts')).exportStation,
  },
  {
    words: ['station', 'remove'],
    args: [station],
    options: [{ flags: '--yes', text: { nl: 'vraag niets', en: 'do not ask' } }],
    text: { nl: 'verwijder een station met alles wat erbij hoort', en: 'remove a station with all that belongs to it' },
    exit: { nl: '0 verwijderd, 1 je zei nee', en: '0 removed, 1 you said no' },
    examples: ['nabij station remove "Pers 2" --yes'],
    load: async () => (await import('./station.ts')).remove,
  },
  {
    words: ['station', 'stop'],
    args: [station],
    text: { nl: 'laat een station pauzeren', en: 'let a station pause' },
    examples: ['nabij station stop "Pers 2"'],
    load: async () => (await import('./station.ts')).stop,
  },
  {
    words: ['station', 'start'],
    args: [station],
    text: { nl: 'laat een station weer verder gaan', en: 'let a station go on' },
    examples: ['nabij station start "Pers 2"'],
    load: async () => (await import('./station.ts')).start,
  },
  {
    words: ['job', 'list'],
    text: { nl: 'werk dat loopt of klaar is, het nieuwste eerst', en: 'work that runs or is done, newest first' },
    examples: ['nabij job list'],
    load: async () => (await import('./job.ts')).list,
  },
  {
    words: ['job', 'cancel'],
    args: [{ name: '<id>', text: { nl: 'id van het werk', en: 'id of the job' } }],
    text: { nl: 'breek werk af', en: 'cancel a job' },
    examples: ['nabij job cancel 0197a1b2-…'],
    load: async () => (await import('./job.ts')).cancel,
  },
]
