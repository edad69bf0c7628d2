/** Cloud regions by how they begin, as they stand on bills of AWS, Azure and Google. */
const regions: readonly [RegExp, string][] = [
  [/^eu-central-1|^eu-central \(?frankfurt|^germany|^europe-west(?:3|10)\b/, 'DE'],
  [/^eu-central-2|^switzerland|^europe-west6\b/, 'CH'],
  [/^eu-west-1\b|^northeurope|^north europe/, 'IE'],
  [/^eu-west-2|^uk ?(?:south|west)|^europe-west2\b/, 'GB'],
  [/^eu-west-3|^france|^europe-west9\b/, 'FR'],
  [/^eu-north-1|^sweden|^europe-north2\b/, 'SE'],
  [/^eu-south-1|^italy|^europe-west(?:8|12)\b/, 'IT'],
  [/^eu-south-2|^spain|^europe-southwest1\b/, 'ES'],
  [/^westeurope|^west europe|^europe-west4\b/, 'NL'],
  [/^europe-west1\b|^belgium/, 'BE'],
  [/^europe-north1\b|^finland/, 'FI'],
  [/^poland|^europe-central2\b/, 'PL'],
  [/^norway/, 'NO'],
  [/^austria/, 'AT'],
  [/^denmark/, 'DK'],
  [
    /^us-|^us ?(?:east|west|central)|^(?:east|west|central|northcentral|southcentral|westcentral) ?us|^northamerica-south|^usgov/,
    'US',
  ],
  [/^ca-|^canada|^northamerica-northeast/, 'CA'],
  [/^ap-northeast-[13]|^japan|^asia-northeast[12]\b/, 'JP'],
  [/^ap-southeast-1|^southeastasia|^asia-southeast1\b/, 'SG'],
  [/^ap-southeast-2|^australia/, 'AU'],
  [/^ap-south-|^(?:central|south|west) ?india|^asia-south/, 'IN'],
  [/^sa-east|^brazil|^southamerica-east1\b/, 'BR'],
  [/^cn-|^china/, 'CN'],
  [/^il-|^israel|^me-west1\b/, 'IL'],
]

const names: Record<string, string> = {
  nederland: 'NL',
  netherlands: 'NL',
  'the netherlands': 'NL',
  amsterdam: 'NL',
  holland: 'NL',
  duitsland: 'DE',
  germany: 'DE',
  deutschland: 'DE',
  frankfurt: 'DE',
  falkenstein: 'DE',
  nuremberg: 'DE',
  ierland: 'IE',
  ireland: 'IE',
  dublin: 'IE',
  frankrijk: 'FR',
  france: 'FR',
  paris: 'FR',
  belgie: 'BE',
  belgium: 'BE',
  zweden: 'SE',
  sweden: 'SE',
  stockholm: 'SE',
  finland: 'FI',
  helsinki: 'FI',
  noorwegen: 'NO',
  norway: 'NO',
  denemarken: 'DK',
  denmark: 'DK',
  polen: 'PL',
  poland: 'PL',
  spanje: 'ES',
  spain: 'ES',
  italie: 'IT',
  italy: 'IT',
  oostenrijk: 'AT',
  austria: 'AT',
  zwitserland: 'CH',
  switzerland: 'CH',
  'verenigd koninkrijk': 'GB',
  uk: 'GB',
  'united kingdom': 'GB',
  london: 'GB',
  'verenigde staten': 'US',
  'united states': 'US',
  usa: 'US',
  vs: 'US',
  amerika: 'US',
  virginia: 'US',
  oregon: 'US',
  ohio: 'US',
  canada: 'CA',
  india: 'IN',
  china: 'CN',
  israel: 'IL',
  japan: 'JP',
}

/** The country in which data stands, by how a bill or a person writes it; null when that says none (`global`, `eu`). */
export function countryOf(location: string): string | null {
  // `EU (Frankfurt) (eu-central-1)`: as a whole, then each part, the last first.
  const parts = location.split(/[(),;]/).filter((part) => part.trim() !== '')
  for (const part of [location, ...parts.reverse()]) {
    const country = countryNamed(part)
    if (country) return country
  }
  return null
}

function countryNamed(part: string): string | null {
  const text = part.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()
  if (names[text]) return names[text]
  if (text === 'eu') return null
  if (/^[a-z]{2}$/.test(text)) return text.toUpperCase()
  return regions.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** True for words that say "somewhere in the European Union". */
export function isSomewhereInEurope(location: string): boolean {
  return /^(?:eu|eea|eer|europe|europa|european union|europese unie|eu multi-?region)$/.test(
    location.trim().toLowerCase(),
  )
}
