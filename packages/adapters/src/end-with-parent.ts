import { Worker } from 'node:worker_threads'

/**
 * Ends this process when its parent is gone, even while its own thread is busy and cannot see that the pipe was closed:
 * a small thread looks once a second. (POSIX gives an orphan another parent; on Windows the old id answers no more.)
 */
export function endWithParent(): void {
  new Worker(watch, {
    eval: true,
    workerData: process.ppid,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  }).unref()
}

const watch = `
  const { workerData: parent } = require('node:worker_threads')
  const gone = () => {
    if (process.ppid !== parent) return true
    try {
      return !process.kill(parent, 0)
    } catch (error) {
      return error.code === 'ESRCH'
    }
  }
  setInterval(() => gone() && process.kill(process.pid, 'SIGKILL'), 1000)
`
