export { type ByHand, findingByHand } from './by-hand.ts'
export { type Resolution, resolve } from './resolve.ts'
export { ruleWords, slugOf } from './words.ts'
