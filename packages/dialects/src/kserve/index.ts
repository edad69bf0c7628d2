export { kserve } from './kserve.ts'
