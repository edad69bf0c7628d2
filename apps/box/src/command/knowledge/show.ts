import type { FactSource, Vendor } from '@nabij/base'
import { NabijError } from '@nabij/base'
import { loadKnowledge } from '../../knowledge.ts'
import { type Call, type Run, word } from '../verb.ts'

/** `nabij knowledge show` */
export const show: Run = async (call) => {
  const { index } = loadKnowledge(call.installation.knowledge)
  const asked = word(call, 0)
  const id = asked.trim().toLowerCase().replaceAll(' ', '-')
  const found = index.search(asked)
  const vendor = index.vendor(id) ?? index.product(id)?.vendor ?? found.products[0]?.vendor ?? found.vendors[0] ?? null
  if (!vendor) throw new NabijError('NABIJ_KNOWLEDGE_UNKNOWN', { id: asked })
  const events = [vendor.id, ...vendor.products.map((product) => product.id)].flatMap((about) => index.events(about))
  const alternatives = vendor.products.flatMap(({ id, kind }) =>
    index.alternativesFor(id, kind).map((alternative) => ({ instead: id, ...alternative })),
  )
  if (call.json) call.terminal.print(JSON.stringify({ ...vendor, alternatives, events }))
  else {
    for (const line of factLines(vendor, call)) call.terminal.print(line)
    for (const { date, text } of events) call.terminal.print(`  ${date ?? '?'}  ${text[call.language]}`)
  }
  return 0
}

function factLines(vendor: Vendor, call: Call): string[] {
  const { name, domains, country, contractingEntity, ultimateParent, products } = vendor
  const parent = ultimateParent.value
  const unknown = call.say('onbekend', 'unknown')
  const owner = parent
    ? `${parent.name} (${parent.country ?? '?'}, ${parent.control}, ${parent.asOf ?? call.say('geen datum', 'no date')})`
    : unknown
  const entity = contractingEntity?.value
  return [
    `${name}  ${domains.join(', ')}`,
    `  ${call.say('land', 'country')}: ${country.value ?? unknown} [${country.status}]`,
    ...sourceLine(country.source, call),
    ...(entity ? [`  ${call.say('rekening van', 'billed by')}: ${entity.name} (${entity.country})`] : []),
    `  ${call.say('eigenaar', 'owner')}: ${owner} [${ultimateParent.status}]`,
    ...sourceLine(ultimateParent.source, call),
    ...products.map((product) => `  ${product.id}: ${product.name} (${product.kind})`),
  ]
}

function sourceLine(source: FactSource | null, call: Call): string[] {
  if (!source) return []
  const quote = source.quote ? ` “${source.quote}”` : ''
  return [`    ${source.address}, ${call.say('gelezen op', 'read on')} ${source.readOn}${quote}`]
}
