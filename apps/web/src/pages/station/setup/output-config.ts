import type { Output, OutputConfig } from '@nabij/base'
import type { OutputChange } from '../../../api/client.ts'

/** How a relay is called. */
export const methods = ['GET', 'POST', 'PUT'] as const

/** An output as it is being filled in. */
export interface OutputDraft {
  kind: Output['kind']
  address: string
  topic: string
  method: (typeof methods)[number]
  username: string
  password: string
  on: Output['on']
}

/** What is sent to the box: only what belongs to the kind, and nothing that was left empty. */
export function outputConfig({ kind, address, topic, method, username, password, on }: OutputDraft): OutputConfig {
  const shared = { address: address.trim(), on, enabled: true }
  if (kind === 'webhook') return { kind, ...shared }
  if (kind === 'relay') return { kind, ...shared, method }
  return {
    kind,
    ...shared,
    topic: topic.trim(),
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
  }
}

/** A draft to change an output with. Its name and password are not known here: empty says that they stay. */
export function draftOfOutput({ kind, address, topic, on }: Output): OutputDraft {
  return { kind, address, topic: topic ?? '', method: 'GET', username: '', password: '', on }
}

/** What of an output becomes another. `secret`: a new one for the signature of a webhook. */
export function outputChange(before: Output, draft: OutputDraft, secret: string | null): OutputChange {
  const [address, topic] = [draft.address.trim(), draft.topic.trim()]
  const mqtt = before.kind === 'mqtt'
  return {
    ...(address === before.address ? {} : { address }),
    ...(!mqtt || topic === before.topic ? {} : { topic }),
    ...(draft.on.join() === before.on.join() ? {} : { on: draft.on }),
    ...(!mqtt || draft.username === '' ? {} : { username: draft.username }),
    ...(!mqtt || draft.password === '' ? {} : { password: draft.password }),
    ...(secret === null ? {} : { secret }),
  }
}

/** As Standard Webhooks writes one: 24 random bytes. */
export function newSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))}`
}
