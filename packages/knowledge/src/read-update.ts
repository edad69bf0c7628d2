import { type KnowledgePack, NabijError } from '@nabij/base'
import { lint } from './lint.ts'
import { readPack } from './read-pack.ts'
import { isVersion } from './version.ts'

const format = 'nabij-knowledge/1'

/**
 * A pack that somebody gives us: what it says must not only fit but also hold together.
 * @throws NabijError NABIJ_PACK_UNREADABLE, NABIJ_PACK_FORMAT, NABIJ_PACK_FAULTY
 */
export function readUpdate(json: string): KnowledgePack {
  const found = formatOf(json)
  if (found !== format) throw new NabijError('NABIJ_PACK_FORMAT', { found: found.slice(0, 100), known: format })
  let pack: KnowledgePack
  try {
    pack = readPack(json)
  } catch (error) {
    const reason = error instanceof NabijError ? error.params['reason'] : error
    throw new NabijError('NABIJ_PACK_UNREADABLE', { reason: String(reason).slice(0, 300) }, error)
  }
  const faults = [...(isVersion(pack.version) ? [] : [`version ${pack.version}: no numbers`]), ...lint(pack)]
  if (pack.vendors.length === 0) faults.push('there is no vendor in it')
  const [first] = faults
  if (first !== undefined)
    throw new NabijError('NABIJ_PACK_FAULTY', { count: faults.length, first: first.slice(0, 300) })
  return pack
}

function formatOf(json: string): string {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (error) {
    throw new NabijError('NABIJ_PACK_UNREADABLE', { reason: 'no JSON' }, error)
  }
  const named = typeof data === 'object' && data !== null && 'format' in data ? data.format : null
  return typeof named === 'string' ? named : '?'
}
