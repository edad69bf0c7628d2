export { encodeMap } from './encode-map.ts'
export { encodeMask } from './encode-mask.ts'
export { grey, pngFile } from './file.ts'
export { readMap } from './read-map.ts'
