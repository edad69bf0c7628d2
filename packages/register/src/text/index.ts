export { type CsvOptions, type CsvRow, cellsOf, csvOf, delimiterOf } from './csv.ts'
export { decodeHead, type Encoding, encodingOf } from './encoding.ts'
export { blocksOf, type Line, type LineBlock, type LineOptions, linesOf } from './lines.ts'
export { bytesOf, textOf } from './text-of.ts'
