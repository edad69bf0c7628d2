import type { Output, OutputConfig } from '@nabij/base'
import { hidePassword } from '../hide-password.ts'
import type { OutputStore } from '../ports.ts'
import { configOf } from './output-config.ts'

type Stored = Awaited<ReturnType<OutputStore['list']>>[number]

/** An output as the page sees it: without its secrets, also those within an address. */
export function toOutput(row: Stored): Output {
  const config = configOf(row)
  const { id, stationId, createdAt, waiting, waitingSince, lastSentAt, problem } = row
  return {
    id,
    stationId,
    kind: config?.kind ?? 'webhook',
    address: hidePassword(config?.address ?? ''),
    topic: config?.kind === 'mqtt' ? config.topic : null,
    on: config?.on ?? ['alarm'],
    enabled: config?.enabled ?? false,
    createdAt,
    waiting,
    waitingSince,
    lastSentAt,
    problem,
  }
}

/** A webhook signs its messages: with the secret that was given, else with a new one. */
export function withSecret(config: OutputConfig, newSecret: () => string): OutputConfig {
  return config.kind === 'webhook' ? { ...config, secret: config.secret ?? newSecret() } : config
}

export function secretOf(config: OutputConfig): string | null {
  return config.kind === 'webhook' ? (config.secret ?? null) : null
}
