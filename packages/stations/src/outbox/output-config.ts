import { NabijError, OutputConfig } from '@nabij/base'
import { hidePassword, isHidden } from '../hide-password.ts'
import type { OutputRow } from '../ports.ts'

const read = new WeakMap<Pick<OutputRow, 'config'>, OutputConfig | null>()

/** The config as it is stored with an output; null when this version cannot read it. */
export function configOf(row: Pick<OutputRow, 'config'>): OutputConfig | null {
  const known = read.get(row)
  if (known !== undefined) return known
  const config = parse(row.config)
  read.set(row, config)
  return config
}

function parse(text: string): OutputConfig | null {
  try {
    return OutputConfig.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/**
 * A config with what a person wants of it now. An address that was left as it is shown is the stored one; a name and
 * password of a broker do not follow to another host, for nobody there may learn them.
 * @throws NabijError NABIJ_INVALID_INPUT
 */
export function changedConfig(stored: OutputConfig | null, wanted: Partial<OutputConfig>): OutputConfig {
  const kind = stored?.kind ?? wanted.kind
  const { address = stored?.address } = wanted
  const same = stored !== null && (address === stored.address || address === hidePassword(stored.address))
  const kept = same || stored === null || hostOf(address) === hostOf(stored.address) ? stored : withoutSignIn(stored)
  const where = same ? stored.address : address
  if (where !== undefined && isHidden(where))
    throw new NabijError('NABIJ_INVALID_INPUT', { where: 'address', rule: 'password' })
  const read = OutputConfig.safeParse({ ...kept, ...wanted, kind, address: where })
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new NabijError('NABIJ_INVALID_INPUT', { where: issue?.path.join('.') || 'output', rule: issue?.message ?? '' })
}

function withoutSignIn(config: OutputConfig): OutputConfig {
  if (config.kind !== 'mqtt') return config
  const { username: _, password: __, ...rest } = config
  return rest
}

/** Host and port; the way there does not matter. */
function hostOf(address = ''): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(address)?.[1]?.toLowerCase() ?? ''
}
