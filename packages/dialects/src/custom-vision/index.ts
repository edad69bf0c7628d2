export { customVision } from './custom-vision.ts'
