import { NabijError } from '@nabij/base'
import type { Texts } from '@nabij/models'
import { isZip, startUnpacking, type ZipEntry, zipEntries } from '@nabij/register/zip'

const limits = { entries: 1000, total: 600 * 2 ** 20, ratio: 200, depth: 1, archive: 512 * 2 ** 20 }
/** Files beside a model that say something of it. */
const telling = /^(labels\.txt|class_names\.txt|classes\.txt|cvexport\.manifest|environment\.json)$/
const mostText = 2 ** 20

/**
 * The model in what somebody brought: an ONNX file, or a zip with one in it and what stands beside it.
 * @throws NabijError NABIJ_MODEL_DAMAGED, NABIJ_MODEL_UNSAFE
 */
export async function unpackModel(file: Uint8Array): Promise<{ onnx: Uint8Array; texts: Texts }> {
  if (!isZip(file)) return { onnx: file, texts: {} }
  try {
    const entries = zipEntries(file, 'zip', startUnpacking('zip', limits)).filter(({ closed }) => closed === null)
    const models = entries.filter(({ name }) => /\.onnx$/i.test(name))
    const [model, ...more] = models
    if (!model) throw new NabijError('NABIJ_MODEL_DAMAGED', { reason: 'there is no ONNX file in the zip' })
    if (more.length > 0)
      throw new NabijError('NABIJ_MODEL_DAMAGED', { reason: `there are ${models.length} ONNX files in the zip` })
    const texts: Record<string, string> = {}
    for (const entry of entries) {
      const name = baseOf(entry.name)
      if (telling.test(name) && !(name in texts)) texts[name] = new TextDecoder().decode(await bytesOf(entry, mostText))
    }
    return { onnx: await bytesOf(model, limits.total), texts }
  } catch (error) {
    if (!(error instanceof NabijError) || error.code.startsWith('NABIJ_MODEL_')) throw error
    const code = error.code === 'NABIJ_EVIDENCE_HOSTILE' ? 'NABIJ_MODEL_UNSAFE' : 'NABIJ_MODEL_DAMAGED'
    throw new NabijError(code, { reason: `the zip: ${String(error.params['reason'])}` }, error)
  }
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase()
}

async function bytesOf(entry: ZipEntry, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of entry.bytes()) {
    size += chunk.length
    if (size > most)
      throw new NabijError('NABIJ_MODEL_UNSAFE', { reason: `${baseOf(entry.name).slice(0, 60)} is too large` })
    chunks.push(chunk)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
