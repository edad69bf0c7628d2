export { type Box, type BoxOptions, startBox } from './supervisor/start-box.ts'
