import { portOf } from '../values.ts'
import type { Verb } from '../verb.ts'

/** Verbs about the box as a whole. */
export const boxVerbs: readonly Verb[] = [
  {
    words: ['start'],
    text: { nl: 'start nabij op deze computer', en: 'start nabij on this computer' },
    options: [
      {
        flags: '--port <number>',
        text: {
          nl: 'poort van de pagina (6225; 0 kiest een vrije)',
          en: 'port of the page (6225; 0 picks a free one)',
        },
        parse: portOf,
      },
      {
        flags: '--host <address>',
        text: {
          nl: 'alleen deze computer (127.0.0.1), of ook het netwerk (0.0.0.0, met accounts en https)',
          en: 'this computer only (127.0.0.1), or the network too (0.0.0.0, with accounts and https)',
        },
      },
      {
        flags: '--cert <file>',
        text: { nl: 'eigen certificaat (PEM), met --key', en: 'a certificate (PEM), with --key' },
      },
      { flags: '--key <file>', text: { nl: 'de sleutel bij --cert (PEM)', en: 'the key of --cert (PEM)' } },
    ],
    exit: { nl: '0 gestopt, of er draaide er al een', en: '0 stopped, or one was running already' },
    examples: ['nabij start', 'nabij start --port 8080 --data /srv/nabij'],
    handlesSignals: true,
    load: async () => (await import('./start.ts')).start,
  },
  {
    words: ['stop'],
    text: { nl: 'stop het nabij dat draait', en: 'stop the nabij that runs' },
    exit: { nl: '0 gestopt, of er draaide er geen', en: '0 stopped, or none was running' },
    examples: ['nabij stop'],
    load: async () => (await import('./stop.ts')).stop,
  },
  {
    words: ['status'],
    text: { nl: 'hoe het met nabij gaat', en: 'how nabij is doing' },
    exit: { nl: '0 draait, 1 draait niet', en: '0 running, 1 not running' },
    examples: ['nabij status', 'nabij status --json'],
    load: async () => (await import('./status.ts')).status,
  },
  {
    words: ['doctor'],
    text: {
      nl: 'kijk na of alles in orde is, en wat eraan te doen is',
      en: 'check that all is well, and say what to do',
    },
    exit: {
      nl: '0 in orde (of alleen een waarschuwing), 1 er is een probleem',
      en: '0 fine (or only a warning), 1 there is a problem',
    },
    examples: ['nabij doctor', 'nabij doctor --json'],
    load: async () => (await import('../doctor/doctor.ts')).doctor,
  },
  {
    words: ['error'],
    args: [
      { name: '<code>', text: { nl: 'bijvoorbeeld NABIJ_PICTURE_DAMAGED', en: 'for example NABIJ_PICTURE_DAMAGED' } },
    ],
    text: { nl: 'wat een foutcode betekent en wat je eraan doet', en: 'what an error code means and what to do' },
    examples: ['nabij error NABIJ_PICTURE_DAMAGED'],
    load: async () => (await import('./error.ts')).error,
  },
]
