export { dayOf, minorOf } from './amount.ts'
export { type Entry, emitEntry } from './entry.ts'
export { payeeOf } from './payee.ts'
