import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { serveExecutor, serveModels, threadedRuntime } from '@nabij/adapters/executor-pool'
import { onnxRuntime } from '@nabij/adapters/onnxruntime'
import { encodeMap, examinePicture, sharpDecoder, thumbnail } from '@nabij/adapters/sharp'

// One program, two threads: pictures are decoded in the first, models run in the second.
if (isMainThread) {
  const decoder = sharpDecoder()
  serveExecutor({
    decoder,
    encodeMap,
    examinePicture,
    thumbnail,
    runtime: threadedRuntime(import.meta.filename),
    backbonePath: process.argv[2] || null,
    cacheFolder: process.argv[3] || null,
    codesPath: codesPath(),
  })
} else serveModels(onnxRuntime())

/** In a release it lies beside this program. */
function codesPath(): string {
  const beside = join(import.meta.dirname, 'zxing_reader.wasm')
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
}
