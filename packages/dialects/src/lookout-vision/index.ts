export { lookoutVision } from './lookout-vision.ts'
