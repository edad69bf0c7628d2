import type { Verb } from '../verb.ts'

const station = { name: '<station>', text: { nl: 'naam of id van het station', en: 'name or id of the station' } }
const output = { name: '<output>', text: { nl: 'id of adres van de uitgang', en: 'id or address of the output' } }

/** Where a station of the running box sends what it finds. */
export const outputVerbs: readonly Verb[] = [
  {
    words: ['output', 'list'],
    args: [station],
    text: { nl: 'aan wie een station vertelt wat het vindt', en: 'whom a station tells what it finds' },
    examples: ['nabij output list "Pers 2"'],
    load: async () => (await import('./output.ts')).list,
  },
  {
    words: ['output', 'add'],
    args: [station, { name: '<address>', text: { nl: 'https://… of mqtt://…', en: 'https://… or mqtt://…' } }],
    options: [
      {
        flags: '--on <words>',
        text: {
          nl: 'waarbij: pass, fail, unsure, alarm (fail,alarm)',
          en: 'when: pass, fail, unsure, alarm (fail,alarm)',
        },
      },
      { flags: '--topic <topic>', text: { nl: 'onderwerp bij de MQTT-broker', en: 'topic at the MQTT broker' } },
      {
        flags: '--username <name>',
        text: {
          nl: 'naam bij de broker; wachtwoord in NABIJ_OUTPUT_PASSWORD',
          en: 'name at the broker; password in NABIJ_OUTPUT_PASSWORD',
        },
      },
      {
        flags: '--relay',
        text: { nl: 'roep alleen het adres aan, zonder bericht', en: 'only call the address, without a message' },
      },
    ],
    text: { nl: 'laat een station het iemand vertellen', en: 'let a station tell somebody' },
    examples: [
      'nabij output add "Pers 2" https://erp.voorbeeld.nl/nabij',
      'nabij output add "Pers 2" mqtts://broker.voorbeeld.nl --topic fabriek/pers2 --on pass,fail,unsure',
    ],
    load: async () => (await import('./output.ts')).add,
  },
  {
    words: ['output', 'try'],
    args: [station, output],
    text: { nl: 'stuur nu een proefbericht', en: 'send a trial message now' },
    examples: ['nabij output try "Pers 2" https://erp.voorbeeld.nl/nabij'],
    load: async () => (await import('./output.ts')).trial,
  },
  {
    words: ['output', 'remove'],
    args: [station, output],
    text: { nl: 'haal een uitgang weg, met wat er nog wacht', en: 'remove an output, with what still waits' },
    examples: ['nabij output remove "Pers 2" https://erp.voorbeeld.nl/nabij'],
    load: async () => (await import('./output.ts')).remove,
  },
]
