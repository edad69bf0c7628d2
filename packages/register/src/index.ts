export type { Emit, EvidenceFile, EvidenceReader, Head } from './reader.ts'
export { readers } from './readers/index.ts'
