import type { FactSource, FactStatus, OwnView, Vendor } from '@nabij/base'
import type { Call } from '../verb.ts'

/** What is known of a vendor; what you stated yourself says so, with what the knowledge says below it. */
export function factLines(vendor: Vendor, own: OwnView | null, call: Call): string[] {
  const { name, domains, country, contractingEntity, ultimateParent, products } = vendor
  const entity = contractingEntity?.value
  const pack = own?.pack
  return [
    `${name}  ${domains.join(', ')}`,
    `  ${call.say('land', 'country')}: ${country.value ?? unknown(call)} ${mark(country, call)}`,
    ...sourceLine(country.source, call),
    ...(pack && country.source?.own ? packLines(pack.country.value ?? unknown(call), pack.country, call) : []),
    ...(entity ? [`  ${call.say('rekening van', 'billed by')}: ${entity.name} (${entity.country})`] : []),
    `  ${call.say('eigenaar', 'owner')}: ${ownerText(vendor, call)} ${mark(ultimateParent, call)}`,
    ...sourceLine(ultimateParent.source, call),
    ...(own ? statedLines(own, call) : []),
    ...(pack && JSON.stringify(pack.ultimateParent) !== JSON.stringify(ultimateParent)
      ? packLines(ownerText(pack, call), pack.ultimateParent, call)
      : []),
    ...products.map((product) => `  ${product.id}: ${product.name} (${product.kind})`),
  ]
}

interface Known {
  status: FactStatus
  source: FactSource | null
}

function mark({ status, source }: Known, call: Call): string {
  return source?.own ? `[${call.say('eigen opgave', 'your own')}]` : `[${status}]`
}

function ownerText({ ultimateParent: { value } }: Pick<Vendor, 'ultimateParent'>, call: Call): string {
  if (!value) return unknown(call)
  return `${value.name} (${value.country ?? '?'}, ${value.control}, ${value.asOf ?? call.say('geen datum', 'no date')})`
}

function unknown(call: Call): string {
  return call.say('onbekend', 'unknown')
}

function packLines(text: string, known: Known, call: Call): string[] {
  return [
    `    ${call.say('kennispakket', 'knowledge pack')}: ${text} [${known.status}]`,
    ...sourceLine(known.source, call),
  ]
}

/** Where the owner is, and how it is controlled, may have a source of their own. */
function statedLines({ facts, idle }: OwnView, call: Call): string[] {
  return facts
    .filter(({ field }) => field === 'owner-country' || field === 'control')
    .map(({ field, value, source, day }) => {
      const off = idle.includes(field)
        ? ` (${call.say('geldt niet meer: andere eigenaar', 'no longer: another owner')})`
        : ''
      return `    ${field}: ${value} [${call.say('eigen opgave', 'your own')}] ${source}, ${day}${off}`
    })
}

function sourceLine(source: FactSource | null, call: Call): string[] {
  if (!source) return []
  const quote = source.quote ? ` “${source.quote}”` : ''
  const read = source.own ? call.say('van', 'of') : call.say('gelezen op', 'read on')
  return [`    ${source.address}, ${read} ${source.readOn}${quote}`]
}
