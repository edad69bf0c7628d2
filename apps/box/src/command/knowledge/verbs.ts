import type { Verb } from '../verb.ts'

/** What nabij knows of vendors. Works without a running box. */
export const knowledgeVerbs: readonly Verb[] = [
  {
    words: ['knowledge', 'show'],
    args: [{ name: '<name>', text: { nl: 'leverancier of product', en: 'vendor or product' } }],
    text: {
      nl: 'toon wat we van een leverancier weten, met bron',
      en: 'show what is known of a vendor, with its source',
    },
    exit: { nl: '0 bekend, 1 onbekend', en: '0 known, 1 unknown' },
    examples: ['nabij knowledge show microsoft', 'nabij knowledge show moneybird --json'],
    load: async () => (await import('./show.ts')).show,
  },
  {
    words: ['knowledge', 'export'],
    text: { nl: 'schrijf alle leveranciers als JSON', en: 'write all vendors as JSON' },
    examples: ['nabij knowledge export --json | jq length'],
    load: async () => (await import('./export.ts')).exportKnowledge,
  },
  {
    words: ['knowledge', 'check'],
    text: {
      nl: 'controleer bron, datum en samenhang van alle feiten',
      en: 'check source, date and coherence of all facts',
    },
    exit: { nl: '0 in orde, 1 er zijn fouten', en: '0 fine, 1 there are errors' },
    examples: ['nabij knowledge check'],
    load: async () => (await import('./check.ts')).check,
  },
]
