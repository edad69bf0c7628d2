export { type ExecutorPoolOptions, startExecutorPool } from './pool.ts'
export { type ExecutorParts, serveExecutor } from './serve-executor.ts'
export { type ThreadedRuntime, threadedRuntime } from './threaded-runtime.ts'
