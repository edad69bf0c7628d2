export type { ReadFile } from './messages.ts'
export type { ReaderLimits } from './reader-child.ts'
export { type Outcome, type PathToRead, type ReaderOptions, readPaths, readUpload } from './reader-process.ts'
export { type ReadWork, serveReader } from './serve-reader.ts'
