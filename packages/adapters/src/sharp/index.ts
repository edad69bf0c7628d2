export { encodeJpeg, encodeMap } from './encode.ts'
export { examinePicture } from './examine-picture.ts'
export { pictureLimits } from './open-picture.ts'
export { sharpDecoder } from './sharp-decoder.ts'
