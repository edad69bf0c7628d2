import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NabijError } from '@nabij/base'

const weights = [
  '400Regular/SourceSans3_400Regular.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
  '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
]

/**
 * Makes PDFs from Typst source. The compiler is native and loaded at first use; where there is none for this computer,
 * NABIJ_PDF_UNAVAILABLE says so and the printable page remains.
 */
export async function typstPdf(source: string): Promise<Uint8Array> {
  const compiler = await openCompiler()
  try {
    return new Uint8Array(compiler.pdf({ mainFileContent: source }))
  } catch (error) {
    throw new NabijError(
      'NABIJ_PDF_UNAVAILABLE',
      { reason: error instanceof Error ? error.message : String(error) },
      error,
    )
  } finally {
    compiler.evictCache(10)
  }
}

async function openCompiler() {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    return NodeCompiler.create({ fontArgs: [{ fontPaths: [fontFolder()] }] })
  } catch (error) {
    throw new NabijError(
      'NABIJ_PDF_UNAVAILABLE',
      { reason: error instanceof Error ? error.message : String(error) },
      error,
    )
  }
}

/** Where the typeface lies; Typst falls back to another one without a word when it is missing. */
function fontFolder(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'))
  const absent = weights.filter((file) => !existsSync(join(folder, file)))
  if (absent.length > 0) throw new Error(`fonts missing: ${absent.join(', ')}`)
  return folder
}
