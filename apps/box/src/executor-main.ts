import { isMainThread } from 'node:worker_threads'
import { serveExecutor, serveModels, threadedRuntime } from '@nabij/adapters/executor-pool'
import { onnxRuntime } from '@nabij/adapters/onnxruntime'
import { encodeJpeg, encodeMap, examinePicture, sharpDecoder } from '@nabij/adapters/sharp'

// One program, two threads: pictures are decoded in the first, models run in the second.
if (isMainThread) {
  const decoder = sharpDecoder()
  serveExecutor({
    decoder,
    encodeMap,
    examinePicture,
    thumbnail: async (picture) => encodeJpeg((await decoder.decode(picture, 160)).pixels, 80),
    runtime: threadedRuntime(import.meta.filename),
    backbonePath: process.argv[2] || null,
  })
} else serveModels(onnxRuntime())
