import type { DialectId } from '@nabij/base'
import type { MadeKey } from '../../../api/moves.ts'

/** What the official clients call the address; a program with an endpoint or a key of its own names them as it likes. */
const names: Record<DialectId, { address: string; key?: string }> = {
  'lookout-vision': { address: 'AWS_ENDPOINT_URL_LOOKOUTVISION' },
  rekognition: { address: 'AWS_ENDPOINT_URL_REKOGNITION' },
  sagemaker: { address: 'AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME' },
  'custom-vision': { address: 'PREDICTION_ENDPOINT', key: 'PREDICTION_KEY' },
  kserve: { address: 'KSERVE_URL', key: 'KSERVE_TOKEN' },
}

/** The environment in which the example, or a program of one's own, asks the box; a line for each variable. */
export function variablesOf(dialect: DialectId, address: string, key: MadeKey): string {
  const name = names[dialect]
  const secrets =
    'key' in key
      ? [[name.key ?? 'KEY', key.key]]
      : [
          ['AWS_ACCESS_KEY_ID', key.accessKey],
          ['AWS_SECRET_ACCESS_KEY', key.secret],
        ]
  return [[name.address, address], ...secrets].map((pair) => pair.join('=')).join('\n')
}

/** How the example is run. */
export function commandOf(dialect: DialectId, model: string): string {
  const word = /^[\w.-]+$/.test(model) ? model : `'${model.replaceAll("'", `'\\''`)}'`
  return `node ${dialect}.mjs foto.jpg ${word}`
}
