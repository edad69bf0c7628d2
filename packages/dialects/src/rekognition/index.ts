export { rekognition } from './rekognition.ts'
