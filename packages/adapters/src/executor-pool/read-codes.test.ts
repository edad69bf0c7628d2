import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PictureDecoder } from '@nabij/vision'
import { beforeAll, expect, it } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { codeReader } from './read-codes.ts'

const { resolve } = createRequire(import.meta.url)

beforeAll(() => {
  const bytes = readFileSync(resolve('zxing-wasm/writer/zxing_writer.wasm'))
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: false })
})

/** A "picture" here is the text of a code: it is drawn on a grey sheet, four pixels a module. */
function sheetWith(format: 'QRCode' | 'DataMatrix'): PictureDecoder {
  return {
    async decode(picture, size) {
      const { symbol, error } = await writeBarcode(new TextDecoder().decode(picture), { format })
      if (error) throw new Error(error)
      const data = new Uint8Array(size * size * 3).fill(200)
      const [module, edge] = [4, 300]
      for (let y = 0; y < (symbol.height + 8) * module; y++) {
        for (let x = 0; x < (symbol.width + 8) * module; x++) {
          const [column, row] = [Math.floor(x / module) - 4, Math.floor(y / module) - 4]
          const inside = column >= 0 && row >= 0 && column < symbol.width && row < symbol.height
          const value = inside ? (symbol.data[row * symbol.width + column] ?? 0) : 255
          const at = ((edge + y) * size + edge + x) * 3
          data.fill(value, at, at + 3)
        }
      }
      return { pixels: { width: size, height: size, data }, width: size, height: size }
    },
  }
}

it.each(['QRCode', 'DataMatrix'] as const)('reads a %s that lies in the picture', async (format) => {
  const codes = codeReader(sheetWith(format), resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const text = 'batch 2026-11 / krakeling'
  expect(await codes(new TextEncoder().encode(text))).toEqual([text])
})
