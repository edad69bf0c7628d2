import { readFile } from 'node:fs/promises'
import type { PictureDecoder } from '@nabij/vision'
import type * as Zxing from 'zxing-wasm/reader'

/** Pixels on a side in which codes are looked for. */
const side = 1600

/** Reads bar codes and QR codes with zxing, compiled to WebAssembly, whose bytes lie in `wasm`: loaded when first asked. */
export function codeReader(decoder: PictureDecoder, wasm: string): (picture: Uint8Array) => Promise<string[]> {
  let loading: Promise<typeof Zxing> | undefined

  async function load() {
    const [zxing, bytes] = await Promise.all([import('zxing-wasm/reader'), readFile(wasm)])
    const wasmBinary = Uint8Array.from(bytes).buffer
    await zxing.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
    return zxing
  }

  return async (picture) => {
    const { pixels } = await decoder.decode(picture, side, 'inside')
    loading ??= load()
    const { readBarcodes } = await loading
    const { width, height } = pixels
    const data = new Uint8ClampedArray(width * height * 4).fill(255)
    for (let n = 0; n < width * height; n++) data.set(pixels.data.subarray(3 * n, 3 * n + 3), 4 * n)
    const found = await readBarcodes(
      { data, width, height, colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0],
      {
        maxNumberOfSymbols: 8,
      },
    )
    return [...new Set(found.filter(({ isValid, text }) => isValid && text !== '').map(({ text }) => text))]
  }
}
