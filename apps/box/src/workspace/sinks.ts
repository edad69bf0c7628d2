import type { EgressGate } from '@nabij/adapters/egress'
import { mqttConnections, publishMqtt } from '@nabij/adapters/mqtt'
import { switchRelay } from '@nabij/adapters/relay'
import { sendWebhook } from '@nabij/adapters/webhook'
import { NabijError, OutputConfig } from '@nabij/base'
import type { Clock, OutputMessage, OutputRow, Sink } from '@nabij/stations'

export interface SinkPorts {
  egress: EgressGate
  clock: Clock
  /** Name of a station, for the ledger; null when it is gone. */
  stationName(id: string): Promise<string | null>
  /** Milliseconds for one try. */
  patienceMs?: number
  /** Certificates (PEM) to trust beside those of the system. */
  ca?: string
}

interface Sending {
  outputId: string
  /** Who asks, for the ledger. */
  purpose: string
  message: OutputMessage
  signal: AbortSignal
}

type Opener<Config> = (config: Config, sending: Sending) => Promise<void>
type Openers = { [K in OutputConfig['kind']]: Opener<Extract<OutputConfig, { kind: K }>> }

export interface OpenSink extends Sink {
  /** Ends all connections. */
  close(): void
}

/** Where verdicts go, by kind of output: one more kind is one more line here. */
export function openSink(ports: SinkPorts): OpenSink {
  const { egress, clock, stationName, patienceMs = 10_000 } = ports
  const usual = { patienceMs, ...(ports.ca ? { ca: ports.ca } : {}) }
  const connections = mqttConnections({ connector: egress, ...usual })
  const openers: Openers = {
    webhook: (config, { purpose, message, signal }) =>
      sendWebhook({ outward: egress, clock, ...usual }, purpose, config, message, signal),
    mqtt: (config, { outputId, purpose, message, signal }) =>
      publishMqtt({ connections, patienceMs }, outputId, purpose, config, message.body, signal),
    relay: (config, { purpose, signal }) => switchRelay({ outward: egress, ...usual }, purpose, config, signal),
  }
  return {
    async send(output, message, signal) {
      const config = readConfig(output)
      const purpose = `${config.kind} of station ${(await stationName(output.stationId)) ?? output.stationId}`
      await (openers[config.kind] as Opener<OutputConfig>)(config, { outputId: output.id, purpose, message, signal })
    },
    release: (outputId) => connections.release(outputId),
    close: () => connections.close(),
  }
}

function readConfig({ config }: OutputRow): OutputConfig {
  try {
    return OutputConfig.parse(JSON.parse(config))
  } catch (error) {
    throw new NabijError('NABIJ_OUTPUT_ADDRESS', { host: '?', rule: 'unreadable' }, error)
  }
}
