import type { OwnView, Vendor } from '@nabij/base'
import type { Run } from '../verb.ts'
import { knowledgeOf } from './saved.ts'

/** `nabij knowledge export`: an array of vendors, each on a line. */
export const exportKnowledge: Run = async (call) => {
  const { pack, index } = await knowledgeOf(call)
  const lines = pack.vendors.map(({ id }) => {
    const vendor = index.vendor(id)
    return vendor ? [JSON.stringify(flat(vendor, index.own(id)))] : []
  })
  call.terminal.print(`[\n${lines.flat().join(',\n')}\n]`)
  return 0
}

/**
 * The values at the top, as a spreadsheet wants them; how sure each is and its source beside them. `own`: what people
 * here stated, and what the knowledge says in its place.
 */
function flat(vendor: Vendor, own: OwnView | null): object {
  const { id, name, domains, country, contractingEntity, ultimateParent, products } = vendor
  const parent = ultimateParent.value
  return {
    id,
    name,
    domains,
    country: country.value,
    ultimateParent: parent && { name: parent.name, country: parent.country, asOf: parent.asOf },
    control: parent?.control ?? 'unknown',
    status: ultimateParent.status,
    source: ultimateParent.source,
    countryStatus: country.status,
    countrySource: country.source,
    contractingEntity: contractingEntity ?? null,
    products,
    ...(own ? { own } : {}),
  }
}
