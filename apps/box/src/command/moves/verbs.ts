import type { Verb } from '../verb.ts'

/** Leaving what the company depends on, in the running box. */
export const moveVerbs: readonly Verb[] = [
  {
    words: ['moves', 'list'],
    text: { nl: 'waar je van overstapt, en hoe ver dat is', en: 'what you move away from, and how far that is' },
    examples: ['nabij moves list', 'nabij moves list --json'],
    load: async () => (await import('./moves.ts')).list,
  },
  {
    words: ['moves', 'show'],
    args: [{ name: '<service>', text: { nl: 'naam of id van de dienst', en: 'name or id of the service' } }],
    text: {
      nl: 'één overstap: geld, vergelijking, stappen en bewijs',
      en: 'one move: money, comparison, steps and proof',
    },
    examples: ['nabij moves show "Azure Custom Vision"', 'nabij moves show azure-custom-vision --json'],
    load: async () => (await import('./moves.ts')).show,
  },
  {
    words: ['moves', 'line'],
    text: {
      nl: 'euro’s en cruciale diensten buiten Europa, door de tijd',
      en: 'euros and crucial services outside Europe, over time',
    },
    examples: ['nabij moves line', 'nabij moves line --json'],
    load: async () => (await import('./moves.ts')).line,
  },
]
