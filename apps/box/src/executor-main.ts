import { isMainThread } from 'node:worker_threads'
import { serveExecutor, serveModels, threadedRuntime } from '@nabij/adapters/executor-pool'
import { onnxRuntime } from '@nabij/adapters/onnxruntime'
import { encodeMap, examinePicture, sharpDecoder } from '@nabij/adapters/sharp'

// One program, two threads: pictures are decoded in the first, models run in the second.
if (isMainThread)
  serveExecutor({
    decoder: sharpDecoder(),
    encodeMap,
    examinePicture,
    runtime: threadedRuntime(import.meta.filename),
    backbonePath: process.argv[2] ?? null,
  })
else serveModels(onnxRuntime())
