import type { Amount } from '@nabij/base'
import type { Said, Tell } from './say.ts'

/** What the parts of a case are called. */
export const partLabels: Record<string, Said> = {
  cloud: { nl: 'Rekening die wegvalt', en: 'Bill that falls away' },
  hardware: { nl: 'Apparatuur', en: 'Hardware' },
  spare: { nl: 'Reserve', en: 'Spare' },
  'set-up': { nl: 'Eenmalig bij de aanbieder', en: 'Set-up at the provider' },
  installation: { nl: 'Aanleg', en: 'Installation' },
  migration: { nl: 'Overzetten en bewijzen', en: 'Moving over and proving' },
  labour: { nl: 'Onderhoud door mensen', en: 'Upkeep by people' },
  power: { nl: 'Stroom', en: 'Power' },
  software: { nl: 'Software en verbinding', en: 'Software and uplink' },
  lines: { nl: 'Opslag, verkeer, huur', en: 'Storage, traffic, rent' },
  bought: { nl: 'Nieuwe apparatuur', en: 'Hardware again' },
  brought: { nl: 'Wat de oude opbrengt', en: 'What the old one brings' },
  left: { nl: 'Wat je overhoudt', en: 'What is left' },
}

/** Parts that are something, by name: Hardware €367.08 + Installation €800.00. */
export function namedSum(parts: readonly (readonly [string, Amount])[], currency: string, tell: Tell): Said {
  const some = parts.filter(([, amount]) => amount !== 0n)
  const inWords = (language: keyof Said) =>
    some.map(([id, amount]) => `${partLabels[id]?.[language] ?? id} ${tell.money(amount, currency)}`).join(' + ')
  const nothing = tell.money(0n, currency)
  return { nl: inWords('nl') || nothing, en: inWords('en') || nothing }
}
