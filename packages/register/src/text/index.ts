export { type CsvOptions, type CsvRow, cellsOf, csvOf, delimiterOf } from './csv.ts'
export { decodeHead, encodingOf } from './encoding.ts'
export { blocksOf, linesOf } from './lines.ts'
export { bytesOf, textOf } from './text-of.ts'
