export { type RelayConfig, type RelayOptions, switchRelay } from './relay-sink.ts'
