export { encodeMap } from './encode-map.ts'
export { encodeMask } from './encode-mask.ts'
export { readMap } from './read-map.ts'
