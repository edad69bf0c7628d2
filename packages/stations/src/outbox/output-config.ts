import { OutputConfig } from '@nabij/base'
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
