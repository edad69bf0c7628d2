import type { Vendor } from '@nabij/base'
import { loadKnowledge } from '../../knowledge.ts'
import type { Run } from '../verb.ts'

/** `nabij knowledge export`: an array of vendors, each on a line. */
export const exportKnowledge: Run = async (call) => {
  const { vendors } = loadKnowledge(call.installation.knowledge).pack
  call.terminal.print(`[\n${vendors.map((vendor) => JSON.stringify(flat(vendor))).join(',\n')}\n]`)
  return 0
}

/** The values at the top, as a spreadsheet wants them; how sure each is and its source beside them. */
function flat(vendor: Vendor): object {
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
  }
}
