import type { Output, OutputConfig } from '@nabij/base'

/** An output as it is being filled in. */
export interface OutputDraft {
  kind: Output['kind']
  address: string
  topic: string
  username: string
  password: string
  on: Output['on']
}

/** What is sent to the box: only what belongs to the kind, and nothing that was left empty. */
export function outputConfig({ kind, address, topic, username, password, on }: OutputDraft): OutputConfig {
  const shared = { address: address.trim(), on, enabled: true }
  if (kind === 'webhook') return { kind, ...shared }
  if (kind === 'relay') return { kind, ...shared, method: 'GET' }
  return {
    kind,
    ...shared,
    topic: topic.trim(),
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
  }
}
