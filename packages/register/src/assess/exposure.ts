import { type Assessment, countryText, type Exposure, type KnownLaw } from '@nabij/base'
import type { Facts } from './facts.ts'

type Text = { nl: string; en: string }
type Exposed = Assessment['exposures'][number]

/** Whether a law of another country can reach who controls a service. Unknown is never "no indication". */
export function exposureTo(law: KnownLaw, facts: Facts): Exposed {
  const [exposure, because] = judge(law, facts)
  return { lawId: law.id, exposure, because }
}

function judge({ country, extraterritorial }: KnownLaw, facts: Facts): [Exposure, Text] {
  const { parent, vendorCountry, contract, places, behind } = facts
  const [land, nation] = [countryText(country, 'nl'), countryText(country, 'en')]
  const full: Exposure = extraterritorial ? 'exposed' : 'possibly'
  if (parent?.country === country)
    return [full, both(`Het moederbedrijf is ${parent.name} (${land})`, `Its parent is ${parent.name} (${nation})`)]
  if (vendorCountry?.country === country)
    return [full, both(`De maker zelf zit er (${land})`, `The vendor itself sits there (${nation})`)]
  if (!parent) return ['unknown', both('Het moederbedrijf is niet bevestigd', 'Its parent is not confirmed')]
  if (contract?.country === country)
    return [
      'possibly',
      both(`De rekening komt van ${contract.name} (${land})`, `It is billed by ${contract.name} (${nation})`),
    ]
  const place = places.find((place) => place.country === country)
  if (place) return ['possibly', both(`Er staan gegevens in ${place.text}`, `Data stands in ${place.text}`)]
  const party = behind.find((party) => party.country === country)
  if (party)
    return ['possibly', both(`${party.name} doet een deel van het werk`, `${party.name} does part of the work`)]
  return [
    'no-indication',
    both(
      `Het moederbedrijf is ${parent.name} (${countryText(parent.country, 'nl')})`,
      `Its parent is ${parent.name} (${countryText(parent.country, 'en')})`,
    ),
  ]
}

function both(nl: string, en: string): Text {
  return { nl, en }
}
