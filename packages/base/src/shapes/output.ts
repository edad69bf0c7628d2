import { z } from 'zod'

const on = z.array(z.enum(['pass', 'fail', 'unsure', 'alarm'])).min(1)
const enabled = z.boolean().default(true)

/** Where a station sends what it found. Secrets go in and never come out. */
export const OutputConfig = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('webhook'),
    address: z.url({ protocol: /^https?$/ }).max(2000),
    /** Signs each message (Standard Webhooks); made when left out. */
    secret: z.string().min(16).max(200).optional(),
    on,
    enabled,
  }),
  z.strictObject({
    kind: z.literal('mqtt'),
    address: z.url({ protocol: /^(mqtts?|tcp|tls|wss?)$/ }).max(2000),
    topic: z.string().min(1).max(500),
    username: z.string().max(200).optional(),
    password: z.string().max(1000).optional(),
    on,
    enabled,
  }),
  z.strictObject({
    /** A relay that is switched by an HTTP request: one address to switch, nothing else. */
    kind: z.literal('relay'),
    address: z.url({ protocol: /^https?$/ }).max(2000),
    method: z.enum(['GET', 'POST', 'PUT']).default('GET'),
    on,
    enabled,
  }),
])
export type OutputConfig = z.infer<typeof OutputConfig>

export const Output = z.object({
  id: z.uuid(),
  stationId: z.uuid(),
  kind: z.enum(['webhook', 'mqtt', 'relay']),
  address: z.string(),
  topic: z.string().nullable(),
  on,
  enabled: z.boolean(),
  createdAt: z.int(),
  /** Messages that wait on disk, and when the oldest began to wait. */
  waiting: z.int(),
  waitingSince: z.int().nullable(),
  lastSentAt: z.int().nullable(),
  /** Error code of the last try; null when it succeeded. */
  problem: z.string().nullable(),
})
export type Output = z.infer<typeof Output>
