export { type EgressGate, type EgressGateOptions, egressGate, type OutwardRequest } from './gate.ts'
export type { EgressLedger } from './ledger.ts'
export { isOutward } from './outward.ts'
export { type EgressWatchOptions, watchEgress } from './watch.ts'
