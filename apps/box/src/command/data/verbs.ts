import type { Verb } from '../verb.ts'

const file = { nl: 'het back-upbestand', en: 'the backup file' }
const yes = { flags: '--yes', text: { nl: 'vraag niets', en: 'do not ask' } }

/** Verbs about the data as a whole: what comes out, goes in and goes away. */
export const dataVerbs: readonly Verb[] = [
  {
    words: ['backup'],
    args: [{ name: '<file>', text: file }],
    text: {
      nl: 'bewaar alles in één bestand, ook terwijl nabij draait',
      en: 'keep all in one file, also while nabij runs',
    },
    examples: ['nabij backup maandag.nabij-backup'],
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    words: ['restore'],
    args: [{ name: '<file>', text: file }],
    text: {
      nl: 'zet een back-up terug; wat er was blijft ernaast bewaard',
      en: 'put a backup back; what was there is kept beside it',
    },
    examples: ['nabij restore maandag.nabij-backup'],
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    words: ['export'],
    args: [{ name: '<dir>', text: { nl: 'een nieuwe of lege map', en: 'a new or empty folder' } }],
    text: {
      nl: 'schrijf alles weg in open vormen (ONNX, CSV, JSON, foto’s)',
      en: 'write all out in open formats (ONNX, CSV, JSON, pictures)',
    },
    examples: ['nabij export ./alles-van-nabij'],
    load: async () => (await import('./export.ts')).exportData,
  },
  {
    words: ['delete'],
    options: [
      {
        flags: '--all',
        required: true,
        text: { nl: 'alles: gegevens, voorbeeld, back-ups, logboek', en: 'all: data, sample, backups, log' },
      },
      yes,
    ],
    text: { nl: 'verwijder alles; er blijft niets van over', en: 'delete everything; nothing of it remains' },
    exit: { nl: '0 verwijderd, 1 je zei nee', en: '0 deleted, 1 you said no' },
    examples: ['nabij delete --all', 'nabij delete --all --yes'],
    load: async () => (await import('./delete.ts')).deleteData,
  },
]
