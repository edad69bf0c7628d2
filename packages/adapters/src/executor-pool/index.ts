export { type ExecutorPoolOptions, startExecutorPool } from './pool.ts'
export { type ExecutorParts, serveExecutor } from './serve-executor.ts'
export { serveModels, threadedRuntime } from './threaded-runtime.ts'
