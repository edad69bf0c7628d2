import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isMainThread, workerData } from 'node:worker_threads'

// One program, two threads: pictures are decoded in the first, models run in the second. Each loads only what it needs.
if (isMainThread) await serve()
else {
  const [{ serveModels }, { onnxRuntime }] = await Promise.all([
    import('@nabij/adapters/executor-pool/thread'),
    import('@nabij/adapters/onnxruntime'),
  ])
  serveModels(onnxRuntime((workerData as { threads: number }).threads))
}

async function serve(): Promise<void> {
  // ONNX Runtime tells its maker nothing: it looks at the process's own environment, which a later thread cannot change.
  process.env['ORT_DISABLE_TELEMETRY'] = '1'
  const [{ serveExecutor, threadedRuntime }, { encodeMap }, pictures] = await Promise.all([
    import('@nabij/adapters/executor-pool'),
    import('@nabij/adapters/png'),
    import('@nabij/adapters/sharp'),
  ])
  serveExecutor({
    decoder: pictures.sharpDecoder(),
    encodeMap,
    examinePicture: pictures.examinePicture,
    thumbnail: pictures.thumbnail,
    smallPicture: pictures.smallPicture,
    runtime: threadedRuntime(import.meta.filename, { threads: Number(process.argv[4]) || 1 }),
    backbonePath: process.argv[2] || null,
    cacheFolder: process.argv[3] || null,
    codesPath: codesPath(),
  })
}

/** In a release it lies beside this program. */
function codesPath(): string {
  const beside = join(import.meta.dirname, 'zxing_reader.wasm')
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
}
